import type { Actor } from '@duban/kit/actor';
import { accept, refuse, type Decision, type Refusal } from '@duban/kit/refusal';
import type { Case } from './case.ts';
import type { CaseEvent } from './events.ts';
import { whyNotAtAll } from './guards.ts';
import { caseStates } from './states.ts';

/** 归并: the same thing was reported twice. The later case ends, the other remembers who reported it too. */
export function whyNotMerge(found: Case, actor: Actor): Refusal | null {
  return whyNotAtAll(found, actor, 'merge');
}

export type Merge = { readonly merged: CaseEvent; readonly absorbed: CaseEvent };

/** @returns two events: one for the duplicate, one for the case that goes on */
export function merge(found: Case, into: Case, actor: Actor, note: string): Decision<Merge> {
  const refusal = whyNotMerge(found, actor);
  if (refusal) return refusal;
  if (into.id === found.id) return refuse('case.same_case');
  if (into.jurisdictionId !== found.jurisdictionId) return refuse('case.other_jurisdiction');
  if (!caseStates[into.state].open) return refuse('case.merge_target_ended', { number: into.number });
  if (into.classCode !== found.classCode) return refuse('case.merge_class_differs');
  return accept({
    merged: { type: 'case.merged', data: { intoId: into.id, intoNumber: into.number, note } },
    absorbed: {
      type: 'case.duplicate_absorbed',
      data: { caseId: found.id, number: found.number, sourceChannel: found.sourceChannel },
    },
  });
}
