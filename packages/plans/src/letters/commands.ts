import { type CivilDate, parseCivilDate } from '@duban/calendar/civil-date';
import type { Actor } from '@duban/kit/actor';
import { type Decision, type Refusal, accept, refuse } from '@duban/kit/refusal';
import { type Letter, type LetterContent, type LetterVerb, letterTransitions } from './letter.ts';

export type LetterEvent =
  | { readonly type: 'letter.signed'; readonly data: { readonly contentHash: string } }
  | { readonly type: 'letter.objected'; readonly data: { readonly note: string } }
  | { readonly type: 'letter.replaced'; readonly data: { readonly byId: string; readonly reason: string } }
  | { readonly type: 'letter.withdrawn'; readonly data: { readonly reason: string } };

/** A letter says what, how much, by when and who; one that does not cannot be issued. */
export function whyNotIssue(content: LetterContent, today: CivilDate): Refusal | null {
  if (content.person.trim() === '') return refuse('letter.person_missing');
  if (content.commitments.length === 0) return refuse('letter.empty');
  const seen = new Map<string, number>();
  for (const [at, { targetId, text, amount, unit, finishBy }] of content.commitments.entries()) {
    const row = at + 1;
    const other = seen.get(targetId);
    if (other !== undefined) return refuse('letter.target_twice', { row, other });
    seen.set(targetId, row);
    if (text.trim() === '') return refuse('letter.text_missing', { row });
    if (amount !== null && (!Number.isSafeInteger(amount) || amount < 0)) {
      return refuse('letter.amount_invalid', { row, amount: String(amount) });
    }
    if (amount !== null && unit.trim() === '') return refuse('letter.unit_missing', { row });
    if (finishBy === null || parseCivilDate(finishBy) === null) return refuse('letter.date_missing', { row });
    if (finishBy < today) return refuse('letter.date_past', { row, date: finishBy, today });
  }
  return null;
}

/**
 * Only the person named signs, and only the text that was read.
 *
 * @param contentHash of the text that the signer had on the screen
 */
export function whyNotSign(letter: Letter, by: Actor, contentHash: string): Refusal | null {
  return (
    whyNotVerb(letter, 'sign') ??
    (by.personId === letter.personId ? null : refuse('letter.not_yours')) ??
    (contentHash === letter.contentHash ? null : refuse('letter.text_changed'))
  );
}

export function sign(letter: Letter, by: Actor, contentHash: string): Decision<LetterEvent> {
  return whyNotSign(letter, by, contentHash) ?? accept({ type: 'letter.signed', data: { contentHash } });
}

/** Who is to sign may object instead, and says why. */
export function object(letter: Letter, by: Actor, note: string): Decision<LetterEvent> {
  return (
    whyNotVerb(letter, 'object') ??
    (by.personId === letter.personId ? null : refuse('letter.not_yours')) ??
    whyNotReason(note) ??
    accept({ type: 'letter.objected', data: { note } })
  );
}

export function whyNotReplace(letter: Letter, by: Actor): Refusal | null {
  return whyNotVerb(letter, 'replace') ?? whyNotIssuer(letter, by);
}

/** @param byId the letter that takes its place */
export function replace(letter: Letter, by: Actor, byId: string, reason: string): Decision<LetterEvent> {
  return (
    whyNotReplace(letter, by) ?? whyNotReason(reason) ?? accept({ type: 'letter.replaced', data: { byId, reason } })
  );
}

export function withdraw(letter: Letter, by: Actor, reason: string): Decision<LetterEvent> {
  return (
    whyNotVerb(letter, 'withdraw') ??
    whyNotIssuer(letter, by) ??
    whyNotReason(reason) ??
    accept({ type: 'letter.withdrawn', data: { reason } })
  );
}

function whyNotVerb({ state }: Letter, verb: LetterVerb): Refusal | null {
  return letterTransitions[verb].includes(state)
    ? null
    : refuse('letter.wrong_state', { letter_state: state, letter_verb: verb });
}

/** The issuing unit, or one above it. */
function whyNotIssuer({ issuingUnitId }: Letter, { unitLine, unitId }: Actor): Refusal | null {
  return unitId === issuingUnitId || unitLine.includes(issuingUnitId) ? null : refuse('letter.not_the_issuer');
}

function whyNotReason(reason: string): Refusal | null {
  return reason.trim() === '' ? refuse('letter.reason_missing') : null;
}
