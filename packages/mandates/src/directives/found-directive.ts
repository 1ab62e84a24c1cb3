import type { Directive, SourceSpan } from '../mandate.ts';
import type { FoundQuantity } from '../quantities/quantities.ts';

/** A directive in offsets of the clean text, before it is placed in the file and matched with units. */
export type FoundDirective = Omit<Directive, keyof SourceSpan | 'units' | 'quantities'> & {
  readonly quantities: readonly FoundQuantity[];
  readonly start: number;
  readonly end: number;
};
