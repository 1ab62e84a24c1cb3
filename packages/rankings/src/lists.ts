import { type Actor, hasRole } from '@duban/kit/actor';
import { type Refusal, refuse } from '@duban/kit/refusal';

/**
 * Who may open the list behind a number. The counts of all units are open to every reader, because a ranking that
 * cannot be compared is none; the cases themselves are open to those who see the whole ledger (dispatchers, inspectors
 * and leaders), and to handlers for their own unit and the units below it.
 */
export function mayOpenAllLists(actor: Actor): boolean {
  return hasRole(actor, 'dispatcher', 'inspector', 'leader');
}

/** @param unitLine the member's unit and all units above it, nearest first */
export function whyNotOpenLists(actor: Actor, unitLine: readonly string[]): Refusal | null {
  if (mayOpenAllLists(actor)) return null;
  const own = hasRole(actor, 'handler') && unitLine.includes(actor.unitId);
  return own ? null : refuse('ranking.lists_closed');
}
