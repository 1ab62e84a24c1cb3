import { hasRole, type Actor } from '@duban/kit/actor';
import { refuse, type Refusal } from '@duban/kit/refusal';
import type { Case, UnitOnLine } from './case.ts';
import { whyNotInState } from './transitions.ts';
import { caseVerbs, type CaseVerb } from './verbs.ts';

/** The questions that many verbs share, each answered with a refusal or null. */

/** Jurisdiction, role, state: in this order, because the first that fails is the most useful thing to say. */
export function whyNotAtAll(found: Case, actor: Actor, verb: CaseVerb): Refusal | null {
  if (actor.jurisdictionId !== found.jurisdictionId) return refuse('case.other_jurisdiction');
  const { roles } = caseVerbs[verb];
  if (!hasRole(actor, ...roles)) return refuse('case.role_needed', { roles: roles.join(', '), case_verb: verb });
  return whyNotInState(found.state, verb);
}

/**
 * Handlers never verify: somebody of a unit that handled the case, of a unit above it on its line (below the
 * government of the jurisdiction) or of a unit below it may neither check nor close it. A dispatcher of the same line
 * may not grant it time either.
 */
export function whyNotIndependent(found: Case, actor: Actor): Refusal | null {
  const involved = [...found.handlers, found.handlingUnit, found.assignedUnit].filter((unit) => unit !== null);
  const own = involved.some((unit) => isOnLine(unit, actor) || actor.unitLine.includes(unit.id));
  return own || found.result?.personId === actor.personId ? refuse('case.own_work') : null;
}

/** The person's unit is the unit or stands above it on its own line. */
export function isOnLine(unit: UnitOnLine, actor: Actor): boolean {
  return unit.id === actor.unitId || unit.line.includes(actor.unitId);
}

/** Only a handler of the handling unit itself. */
export function whyNotHandlingUnit(found: Case, actor: Actor): Refusal | null {
  return found.handlingUnit?.id === actor.unitId ? null : refuse('case.not_your_unit');
}

/** A handler of the handling unit, or of the unit below it that was told to do the work. */
export function whyNotHandling(found: Case, actor: Actor): Refusal | null {
  return found.assignedUnit?.id === actor.unitId ? null : whyNotHandlingUnit(found, actor);
}

/** A reason must say something. */
export function whyNotReason(reason: string): Refusal | null {
  return reason.trim() === '' ? refuse('case.reason_missing') : null;
}
