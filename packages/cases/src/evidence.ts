import { refuse, type Refusal } from '@duban/kit/refusal';
import type { Case, PreClosureCheck } from './case.ts';
import type { ClosureKind, EvidenceRule } from './words.ts';

type Shown = Pick<Case, 'evidence' | 'relapsedAt'> & {
  readonly preClosureCheck: Pick<PreClosureCheck, 'result' | 'at'> | null;
  readonly attachments: readonly Pick<Case['attachments'][number], 'kind' | 'at'>[];
};

/** The kinds of pictures that are still missing. What came before a relapse or a failed check shows nothing of now. */
export function picturesMissing({ evidence, attachments, relapsedAt, preClosureCheck }: Shown): ('before' | 'after')[] {
  if (evidence !== 'picture_pair') return [];
  const since = [relapsedAt, preClosureCheck?.result === 'failed' ? preClosureCheck.at : null];
  const isOfNow = (at: string): boolean =>
    since.every((then) => then === null || Temporal.Instant.compare(at, then) >= 0);
  const has = {
    before: attachments.some(({ kind }) => kind === 'before'),
    after: attachments.some(({ kind, at }) => kind === 'after' && isOfNow(at)),
  };
  return (['before', 'after'] as const).filter((kind) => !has[kind]);
}

/** Before a result is submitted: only what was put right on the ground has a before and an after. */
export function whyNotShown(found: Shown, outcome: ClosureKind): Refusal | null {
  if (outcome !== 'solved') return null;
  const missing = picturesMissing(found);
  return missing.length === 0 ? null : refuse('case.pictures_missing', { attachment_kinds: missing.join(', ') });
}

/** Before a check passes. */
export function whyNotCheckedAfar({ evidence }: Pick<Case, 'evidence'>, onSite: boolean): Refusal | null {
  return evidence === 'field_check' && !onSite ? refuse('case.field_check_needed') : null;
}

/**
 * A table that asks for pictures in every row makes them a habit, whatever each row is worth.
 *
 * @param rules those of all rows that will be in force together
 */
export function whyNotEvidenceOf(rules: readonly EvidenceRule[]): Refusal | null {
  return rules.length > 0 && rules.every((rule) => rule === 'picture_pair')
    ? refuse('standards.pictures_for_all')
    : null;
}
