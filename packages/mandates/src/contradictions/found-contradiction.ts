import type { ContradictionKind, Span } from '../mandate.ts';

/** Two statements that cannot both be so, or one that cannot be. Offsets are those of the clean text. */
export type FoundContradiction = Span & {
  readonly kind: ContradictionKind;
  readonly text: string;
  /** the figures the check was made with, for the sentence shown to the reader */
  readonly stated: string;
  readonly computed: string;
  /** the place it contradicts; null when it contradicts itself or a fact outside the text */
  readonly other: (Span & { readonly text: string }) | null;
};

type Told = Pick<FoundContradiction, 'kind' | 'stated' | 'computed'> & { readonly other?: Span | null };

/** A contradiction with its wording taken from the text. */
export function contradiction(text: string, { start, end }: Span, { other = null, ...told }: Told): FoundContradiction {
  return {
    ...told,
    text: text.slice(start, end),
    start,
    end,
    other: other && { start: other.start, end: other.end, text: text.slice(other.start, other.end) },
  };
}
