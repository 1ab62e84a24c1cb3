import type { WorkingCalendar } from '@duban/calendar/working-calendar';
import type { Actor } from '@duban/kit/actor';
import { accept, refuse, type Decision, type Refusal } from '@duban/kit/refusal';
import type { Case, UnitOnLine } from './case.ts';
import { startClock } from './clock.ts';
import type { CaseEvent } from './events.ts';
import { whyNotAtAll } from './guards.ts';
import type { Standard } from './standards.ts';

/** A unit that may be charged with a case, with what it is. */
export type UnitToCharge = UnitOnLine & { readonly kind: string };

/** Exactly one unit of the sector 条, one of the territory 块, and the one of them (or below them) that acts. */
export type Charge = {
  readonly lineUnit: UnitToCharge;
  readonly territorialUnit: UnitToCharge;
  readonly handlingUnit: UnitToCharge;
};

export function whyNotDispatch(found: Case, actor: Actor): Refusal | null {
  const refusal = whyNotAtAll(found, actor, 'dispatch');
  if (refusal) return refusal;
  return found.standardId === null || found.conditionCode === null ? refuse('case.not_filed') : null;
}

/**
 * 派遣: both clocks start, from the standard in force on the day of filing.
 *
 * @param standard the row the case was filed under
 */
export function dispatch(
  found: Case,
  actor: Actor,
  charge: Charge,
  note: string,
  terms: { readonly standard: Standard; readonly calendar: WorkingCalendar; readonly at: Temporal.Instant },
): Decision<CaseEvent> {
  const refusal = whyNotDispatch(found, actor) ?? whyNotCharge(charge, terms.standard);
  return refusal ?? accept({ type: 'case.dispatched', data: { ...chargeData(charge, terms), note } });
}

/** The part of an event that charges units and starts their clocks; accept-by is never later than finish-by. */
export function chargeData(
  charge: Charge,
  { standard, calendar, at }: { standard: Standard; calendar: WorkingCalendar; at: Temporal.Instant },
) {
  const finishClock = startClock(standard.finishLimit, at, calendar);
  const acceptClock = startClock(standard.acceptLimit, at, calendar);
  // An urgent limit may end in the night, before the first working hour in which to accept.
  const acceptsLater = Temporal.Instant.compare(acceptClock.dueAt, finishClock.dueAt) > 0;
  return {
    lineUnit: bare(charge.lineUnit),
    territorialUnit: bare(charge.territorialUnit),
    handlingUnit: bare(charge.handlingUnit),
    standardId: standard.id,
    evidence: standard.evidence,
    acceptClock: acceptsLater ? finishClock : acceptClock,
    finishClock,
  };
}

const territorialKinds = ['street', 'community', 'grid'];
const handlingKinds = ['department', 'street', 'community', 'contractor', 'command_post'];

/** No pushing down: a community is charged only with what is on its list of duties. */
export function whyNotCharge({ lineUnit, territorialUnit, handlingUnit }: Charge, standard: Standard): Refusal | null {
  if (!territorialKinds.includes(territorialUnit.kind)) return refuse('case.not_territorial_unit');
  if (territorialKinds.includes(lineUnit.kind)) return refuse('case.not_line_unit');
  if (!handlingKinds.includes(handlingUnit.kind)) return refuse('case.unit_cannot_handle');
  if (handlingUnit.kind === 'community' && !standard.communityDuty) return refuse('case.not_community_duty');
  const below = [lineUnit, territorialUnit].some(({ id }) => id === handlingUnit.id || handlingUnit.line.includes(id));
  const above = territorialUnit.line.includes(handlingUnit.id);
  return below || above || handlingUnit.kind === 'contractor' ? null : refuse('case.handler_not_responsible');
}

function bare({ id, line }: UnitOnLine): UnitOnLine {
  return { id, line };
}
