import { problem } from '../kernel/problem.ts';
import { allowedFailures, lockMinutes } from './limits.ts';

/**
 * Wrong guesses of the current password by somebody who is signed in: whoever sits at a stranger's open session must
 * not be able to try passwords at leisure. Counted per person and in this process, because the transaction of a refused
 * command leaves nothing behind; several servers allow that many times as much, which is still hardly anything.
 */
type Count = { readonly failures: number; readonly until: number };
const counts = new Map<string, Count>();
const windowMilliseconds = lockMinutes * 60_000;

/** @throws Problem `account.locked` when there were too many wrong guesses within the window */
export function demandFewWrongPasswords(personId: string, now = performance.now()): void {
  const count = counts.get(personId);
  if (!count || count.until <= now) return;
  if (count.failures < allowedFailures) return;
  throw problem('account.locked', { minutes: Math.ceil((count.until - now) / 60_000) });
}

export function countWrongPassword(personId: string, now = performance.now()): void {
  for (const [person, count] of counts) if (count.until <= now) counts.delete(person);
  const failures = (counts.get(personId)?.failures ?? 0) + 1;
  counts.set(personId, { failures, until: now + windowMilliseconds });
}

export function forgiveWrongPasswords(personId: string): void {
  counts.delete(personId);
}
