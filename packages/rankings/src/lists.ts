import { type Actor, hasRole } from '@duban/kit/actor';
import { type Refusal, refuse } from '@duban/kit/refusal';

/**
 * Who may open the list behind a number. The counts of all units are open to every reader, because a ranking that
 * cannot be compared is none; the cases themselves are open to those who look after all of them, and to a unit for its
 * own.
 */
export function mayOpenAllLists(actor: Actor): boolean {
  if (hasRole(actor, 'dispatcher', 'inspector')) return true;
  return hasRole(actor, 'leader') && actor.unitId === actor.jurisdictionId;
}

/** @param unitLine the member's unit and all units above it, nearest first */
export function whyNotOpenLists(actor: Actor, unitLine: readonly string[]): Refusal | null {
  if (mayOpenAllLists(actor)) return null;
  const works = hasRole(actor, 'handler', 'leader');
  const [unitId] = unitLine;
  const own = unitId !== undefined && (actor.unitLine.includes(unitId) || unitLine.includes(actor.unitId));
  return works && own && unitId !== actor.jurisdictionId ? null : refuse('ranking.lists_closed');
}
