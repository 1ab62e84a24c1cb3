import { type Refusal, refuse } from '@duban/kit/refusal';
import type { Span, UnitMention } from '../mandate.ts';
import { type ReviewedDirective, whyIncomplete } from './review.ts';

export type DoubtfulDirective = ReviewedDirective &
  Span & {
    readonly mentions: readonly Pick<UnitMention, 'mention' | 'doubt'>[];
    /** what the rules themselves are unsure of */
    readonly doubts: readonly string[];
    /** where the proposal comes from; `suggested` by a language model alone */
    readonly origin?: string;
  };

/** Where the document itself is unsure: what it hides, where it contradicts itself, where it breaks off. */
export type UnsurePlaces = {
  readonly unknowns: readonly (Span & { readonly kind: string })[];
  readonly contradictions: readonly Span[];
  readonly gaps: readonly Span[];
};

/**
 * Why a proposal should be looked at one by one and is left out when everything is accepted at once; empty when nothing
 * speaks against it. Something hidden inside, words that fit several units, a contradiction, a part that is missing:
 * each of them is a question that only a person can answer.
 */
export function doubtsAbout(directive: DoubtfulDirective, places: UnsurePlaces): readonly Refusal[] {
  const within = (span: Span): boolean =>
    span.start === span.end
      ? span.start > directive.start && span.start < directive.end
      : span.start < directive.end && span.end > directive.start;
  const doubted = directive.mentions.filter(({ doubt }) => doubt).map(({ mention }) => mention);
  const incomplete = whyIncomplete(directive);
  return [
    ...(directive.origin === 'suggested' ? [refuse('directive.suggested')] : []),
    ...(doubted.length > 0 ? [refuse('directive.unit_doubtful', { words: doubted.join('、') })] : []),
    ...(incomplete ? [incomplete] : []),
    ...(directive.doubts.includes('owner_is_addressee') ? [refuse('directive.owner_assumed')] : []),
    ...(directive.doubts.includes('day_before_document') ? [refuse('directive.day_past')] : []),
    ...(places.unknowns.some((unknown) => unknown.kind !== 'editor_note' && within(unknown))
      ? [refuse('directive.holds_unknown')]
      : []),
    ...(places.contradictions.some(within) ? [refuse('directive.holds_contradiction')] : []),
    ...(places.gaps.some(within) ? [refuse('directive.holds_gap')] : []),
  ];
}

/** Of the proposals that wait: which may be accepted at once, and which a person should look at. */
export function partByDoubt<D extends DoubtfulDirective>(
  waiting: readonly D[],
  places: UnsurePlaces,
): { readonly clear: readonly D[]; readonly doubtful: readonly { readonly directive: D; readonly why: Refusal }[] } {
  const clear: D[] = [];
  const doubtful: { directive: D; why: Refusal }[] = [];
  for (const directive of waiting) {
    const [why] = doubtsAbout(directive, places);
    if (why) doubtful.push({ directive, why });
    else clear.push(directive);
  }
  return { clear, doubtful };
}
