import type { Actor } from '@duban/kit/actor';
import { accept, type Decision, type Refusal } from '@duban/kit/refusal';
import type { Case } from './case.ts';
import type { CaseEvent } from './events.ts';
import { whyNotAtAll, whyNotIndependent, whyNotReason } from './guards.ts';

/** 复查: unannounced, after closure, by another unit. What came back is reopened 反弹重开 and counted. */
export function whyNotRecheck(found: Case, actor: Actor): Refusal | null {
  return whyNotAtAll(found, actor, 'recheck') ?? whyNotIndependent(found, actor);
}

export function recheck(
  found: Case,
  actor: Actor,
  { result, note }: { readonly result: 'holds' | 'relapsed'; readonly note: string },
): Decision<CaseEvent> {
  const refusal = whyNotRecheck(found, actor) ?? (result === 'relapsed' ? whyNotReason(note) : null);
  if (refusal) return refusal;
  return result === 'holds'
    ? accept({ type: 'case.rechecked', data: { result, note } })
    : accept({ type: 'case.relapsed', data: { note } });
}
