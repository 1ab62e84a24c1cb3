import { type Actor, hasRole } from '@duban/kit/actor';
import { type Refusal, refuse } from '@duban/kit/refusal';

/**
 * Objecting to one's own row of a published ranking. The units are heard before a rank has consequences; the answer
 * is given by somebody outside the objecting unit and stays beside the row for everybody to read. An upheld objection
 * never edits a snapshot: the ledger is put right and a new version is published.
 */
export type Objection = {
  readonly unitId: string;
  readonly state: 'raised' | 'upheld' | 'rejected';
};

/** Working days after publication in which a row may be objected to; local, shipped as an example 示例. */
export const defaultObjectionDays = 5;

export type PublishedRow = {
  readonly unitId: string;
  readonly unitName: string;
  /** epoch milliseconds; the period runs up to and including this moment */
  readonly objectionsUntil: number;
  /** a later version of the same ranking has been published */
  readonly superseded: boolean;
  /** an objection of this unit to this snapshot is waiting for its answer */
  readonly pending: boolean;
};

/** A unit speaks for itself: somebody of the unit, or of a unit within it, who handles or leads. */
export function whyNotRaiseObjection(row: PublishedRow, by: Actor, at: number): Refusal | null {
  if (!hasRole(by, 'handler', 'leader') || !by.unitLine.includes(row.unitId)) {
    return refuse('objection.not_own_row', { unit: row.unitName });
  }
  if (row.superseded) return refuse('objection.superseded');
  if (at > row.objectionsUntil) {
    return refuse('objection.period_over', {
      until: Temporal.Instant.fromEpochMilliseconds(row.objectionsUntil).toString(),
    });
  }
  if (row.pending) return refuse('objection.pending', { unit: row.unitName });
  return null;
}

/**
 * Who publishes and answers: the dispatchers, and the leaders of the jurisdiction's own government; the leader of a
 * street or department is one of those who are compared.
 */
export function mayPublish(by: Actor): boolean {
  return hasRole(by, 'dispatcher') || (hasRole(by, 'leader') && by.unitId === by.jurisdictionId);
}

export function whyNotPublishAs(by: Actor): Refusal | null {
  return mayPublish(by) ? null : refuse('ranking.not_yours_to_publish');
}

/** Whoever answers may publish, and is not of the unit that objects. */
export function whyNotAnswerObjection(
  objection: Objection,
  by: Actor,
  answer?: { readonly result: 'upheld' | 'rejected'; readonly exempted: number },
): Refusal | null {
  if (!mayPublish(by)) return refuse('objection.not_yours_to_answer');
  if (by.unitLine.includes(objection.unitId)) return refuse('objection.own_objection');
  if (objection.state !== 'raised') return refuse('objection.answered');
  if (answer?.result === 'rejected' && answer.exempted > 0) return refuse('objection.exempt_needs_upheld');
  return null;
}
