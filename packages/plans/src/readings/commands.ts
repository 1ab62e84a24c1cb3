import { type CivilDate, parseCivilDate } from '@duban/calendar/civil-date';
import type { Actor } from '@duban/kit/actor';
import { type Decision, type Refusal, accept, refuse } from '@duban/kit/refusal';
import { whyNotEvidence } from './evidence.ts';
import { type Measure, type Reading, type ReadingEvent, type ReadingVerb, readingTransitions } from './reading.ts';
import { latestApproved } from './series.ts';

/** The rules of a reading's way from draft to approved. Roles and territory are the endpoint's business. */
export type ReadingContext = {
  readonly measure: Measure;
  /** what may be reported today, after change orders; null while nothing is approved */
  readonly approvedAmount: number | null;
  /** all readings of the measure */
  readonly others: readonly Reading[];
  readonly today: CivilDate;
};

export function whyNotSubmit(reading: Reading, by: Actor, context: ReadingContext): Refusal | null {
  return (
    whyNotVerb(reading, 'submit') ??
    (by.personId === reading.maker.personId ? null : refuse('reading.not_the_maker')) ??
    whyNotAmount(reading, context) ??
    whyNotEvidence(context.measure.risk, reading.evidence, reading.maker)
  );
}

export function submit(reading: Reading, by: Actor, context: ReadingContext): Decision<ReadingEvent> {
  return whyNotSubmit(reading, by, context) ?? accept({ type: 'reading.submitted' });
}

/** The checker is somebody else than the maker, and may be of the same unit. */
export function whyNotCheck(reading: Reading, by: Actor, context: ReadingContext): Refusal | null {
  return (
    whyNotVerb(reading, 'check') ??
    (by.personId === reading.maker.personId ? refuse('reading.own_work') : null) ??
    whyNotAmount(reading, context)
  );
}

export function check(reading: Reading, by: Actor, note: string, context: ReadingContext): Decision<ReadingEvent> {
  return whyNotCheck(reading, by, context) ?? accept({ type: 'reading.checked', data: { note } });
}

/** The approver is a third person, of another unit than the maker. */
export function whyNotApprove(reading: Reading, by: Actor, context: ReadingContext): Refusal | null {
  const hands = [reading.maker, reading.checker];
  return (
    whyNotVerb(reading, 'approve') ??
    (hands.some((hand) => hand?.personId === by.personId) ? refuse('reading.own_work') : null) ??
    (by.unitId === reading.maker.unitId ? refuse('reading.own_unit') : null) ??
    whyNotAmount(reading, context)
  );
}

export function approve(reading: Reading, by: Actor, note: string, context: ReadingContext): Decision<ReadingEvent> {
  return whyNotApprove(reading, by, context) ?? accept({ type: 'reading.approved', data: { note } });
}

export function whyNotReturn(reading: Reading, by: Actor): Refusal | null {
  return whyNotVerb(reading, 'return') ?? (by.personId === reading.maker.personId ? refuse('reading.own_work') : null);
}

export function returnReading(reading: Reading, by: Actor, reason: string): Decision<ReadingEvent> {
  return whyNotReturn(reading, by) ?? whyNotReason(reason) ?? accept({ type: 'reading.returned', data: { reason } });
}

/** Begins a new version of an approved reading. It goes the whole way again; until then the old one stands. */
export function whyNotCorrect(reading: Reading, context: ReadingContext): Refusal | null {
  const under = context.others.find(
    ({ corrects, state }) => corrects?.readingId === reading.id && state !== 'approved',
  );
  if (under) return refuse('reading.correction_under_way', { as_of: reading.asOf });
  if (context.others.some(({ corrects, state }) => corrects?.readingId === reading.id && state === 'approved')) {
    return refuse('reading.corrected_already', { as_of: reading.asOf });
  }
  return whyNotVerb(reading, 'correct');
}

export function correct(
  reading: Reading,
  change: { readonly asOf: CivilDate; readonly amount: number | null; readonly reason: string },
  context: ReadingContext,
): Decision<ReadingEvent> {
  const next: Reading = { ...reading, ...change, corrects: { readingId: reading.id, reason: change.reason } };
  const same = change.amount === reading.amount && change.asOf === reading.asOf;
  return (
    whyNotCorrect(reading, context) ??
    whyNotReason(change.reason) ??
    (same ? refuse('reading.nothing_changed') : null) ??
    whyNotAmount(next, context) ??
    accept({ type: 'reading.corrected', data: change })
  );
}

/** The amount against the day, the approved amount, and what was approved before and after it. */
export function whyNotAmount(
  reading: Reading,
  { measure, approvedAmount, others, today }: ReadingContext,
): Refusal | null {
  const { amount, asOf } = reading;
  if (parseCivilDate(asOf) === null) return refuse('reading.date_invalid', { as_of: asOf });
  if (asOf > today) return refuse('reading.in_future', { as_of: asOf, today });
  if (amount === null) return null;
  if (!Number.isSafeInteger(amount) || amount < 0) return refuse('reading.amount_invalid', { amount: String(amount) });
  if (approvedAmount === null) return refuse('reading.nothing_approved', { unit: measure.unit });
  if (amount > approvedAmount)
    return refuse('reading.above_approved', { amount, approved: approvedAmount, unit: measure.unit });
  const standing = latestApproved(others).filter(({ id }) => id !== reading.id && id !== reading.corrects?.readingId);
  for (const other of standing) {
    if (other.amount === null) continue;
    if (other.asOf <= asOf && amount < other.amount) {
      return refuse('reading.below_earlier', { amount, as_of: other.asOf, earlier: other.amount });
    }
    if (other.asOf > asOf && amount > other.amount) {
      return refuse('reading.above_later', { amount, as_of: other.asOf, later: other.amount });
    }
  }
  return null;
}

function whyNotVerb({ state }: Reading, verb: ReadingVerb): Refusal | null {
  return readingTransitions[verb].includes(state)
    ? null
    : refuse('reading.wrong_state', { reading_state: state, reading_verb: verb });
}

function whyNotReason(reason: string): Refusal | null {
  return reason.trim() === '' ? refuse('reading.reason_missing') : null;
}
