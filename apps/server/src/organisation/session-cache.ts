import type { SignedIn } from './actor.ts';

/**
 * Who a session token belongs to, remembered for a few seconds so that a burst of requests asks the database once.
 *
 * Whoever changes a person's permissions calls `forgetPerson` inside the transaction that changes them. The change is
 * not visible to others before that transaction commits, so forgetting once would let the old answer creep back in; a
 * forgotten person is therefore not remembered at all for as long as an answer may live.
 */
const lifetimeMilliseconds = 5000;
const maximumEntries = 10_000;

type Entry = { readonly signedIn: SignedIn; readonly until: number };

const entries = new Map<string, Entry>();
/** person → until when nothing is remembered about the person */
const passedOver = new Map<string, number>();
let everybodyUntil = 0;

export function recall(token: string, now = performance.now()): SignedIn | null {
  const entry = entries.get(token);
  if (!entry) return null;
  if (entry.until > now) return entry.signedIn;
  entries.delete(token);
  return null;
}

export function remember(token: string, signedIn: SignedIn, now = performance.now()): void {
  if (everybodyUntil > now || (passedOver.get(signedIn.actor.personId) ?? 0) > now) return;
  if (entries.size >= maximumEntries) entries.delete(entries.keys().next().value!);
  entries.set(token, { signedIn, until: now + lifetimeMilliseconds });
}

/** The person's permissions, positions or sessions are changing. */
export function forgetPerson(personId: string, now = performance.now()): void {
  for (const [token, entry] of entries) if (entry.signedIn.actor.personId === personId) entries.delete(token);
  for (const [person, until] of passedOver) if (until <= now) passedOver.delete(person);
  passedOver.set(personId, now + lifetimeMilliseconds);
}

/** The tree itself is changing, and with it everybody's line. */
export function forgetEverybody(now = performance.now()): void {
  entries.clear();
  everybodyUntil = now + lifetimeMilliseconds;
}
