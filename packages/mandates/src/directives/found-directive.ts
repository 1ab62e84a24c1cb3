import type { Deadline } from '../mandate.ts';
import type { FoundQuantity } from '../quantities/quantities.ts';

/** A directive in offsets of the clean text, before it is placed in the file and matched with units. */
export type FoundDirective = {
  readonly text: string;
  readonly action: string;
  readonly leadUnits: readonly string[];
  readonly supportUnits: readonly string[];
  readonly deadline: Deadline | null;
  readonly quantities: readonly FoundQuantity[];
  readonly headings: readonly string[];
  readonly start: number;
  readonly end: number;
  readonly rules: readonly string[];
};
