import type { WorkingCalendar } from '@duban/calendar/working-calendar';
import type { Actor } from '@duban/kit/actor';
import { accept, refuse, type Decision, type Refusal } from '@duban/kit/refusal';
import type { Case } from './case.ts';
import { chargeData, whyNotCharge, type Charge } from './dispatch.ts';
import type { CaseEvent } from './events.ts';
import { whyNotAtAll, whyNotReason } from './guards.ts';
import type { Standard } from './standards.ts';

/** 裁定争议: by the deciding organ alone. The decision charges a unit, starts its clocks afresh, and binds. */
export function whyNotDecideDispute(found: Case, actor: Actor): Refusal | null {
  const refusal = whyNotAtAll(found, actor, 'decide_dispute');
  if (refusal) return refusal;
  return found.dispute?.decidingUnit.id === actor.unitId ? null : refuse('case.not_deciding_unit');
}

export function decideDispute(
  found: Case,
  actor: Actor,
  charge: Charge,
  reason: string,
  terms: { readonly standard: Standard; readonly calendar: WorkingCalendar; readonly at: Temporal.Instant },
): Decision<CaseEvent> {
  return (
    whyNotDecideDispute(found, actor) ??
    whyNotReason(reason) ??
    whyNotCharge(charge, terms.standard) ??
    accept({ type: 'case.dispute_decided', data: { ...chargeData(charge, terms), reason } })
  );
}
