import type { KeptDirectiveState } from './review.ts';

/**
 * A document is read again, because a repair was taken back, a date corrected or the rules are newer. What a person
 * decided stays; what still waits is replaced by what the rules find now. Places are compared in the raw text, which
 * never changes.
 */
export type RawSpan = { readonly rawStart: number; readonly rawEnd: number };

export type KeptDirective = RawSpan & {
  readonly id: string;
  readonly state: KeptDirectiveState;
  /** suggested: a language model quoted it; it is not found by the rules, and reading again does not lose it */
  readonly origin: 'proposed' | 'added' | 'split' | 'merged' | 'suggested';
};

export type Reconciled = {
  /** proposals that the rules found again: their fields are read anew */
  readonly again: readonly { readonly id: string; readonly found: number }[];
  /** finds that no proposal has yet */
  readonly fresh: readonly number[];
  /** proposals that the rules do not find any more */
  readonly lost: readonly string[];
};

/** two readings mean the same sentence when they share more than half of it */
const SAME = 0.5;

/** Proposals and finds are compared pair by pair: a document has hundreds of them, not thousands. */
export function reconcile(kept: readonly KeptDirective[], found: readonly RawSpan[]): Reconciled {
  const inOrder = kept.toSorted((a, b) => a.rawStart - b.rawStart);
  const again: { id: string; found: number }[] = [];
  const fresh: number[] = [];
  const taken = new Set<string>();
  for (const [index, span] of found.entries()) {
    const here = inOrder.filter((directive) => overlap(directive, span) > SAME);
    const open = here
      .filter((directive) => directive.origin === 'proposed' && isOpen(directive) && !taken.has(directive.id))
      .toSorted((a, b) => overlap(b, span) - overlap(a, span));
    if (here.some((directive) => isDecided(directive))) continue;
    if (open[0]) {
      taken.add(open[0].id);
      again.push({ id: open[0].id, found: index });
    } else fresh.push(index);
  }
  const lost = inOrder
    .filter(
      (directive) => directive.state === 'proposed' && directive.origin === 'proposed' && !taken.has(directive.id),
    )
    .map(({ id }) => id);
  return { again, fresh, lost };
}

const isOpen = ({ state }: KeptDirective): boolean => state === 'proposed' || state === 'undone';

/** Decided by a person, or made by one: the rules have no say about it any more. */
const isDecided = ({ state, origin }: KeptDirective): boolean =>
  state !== 'undone' && (state !== 'proposed' || origin !== 'proposed');

/** Shared length over the length of both together, from 0 to 1. */
function overlap(a: RawSpan, b: RawSpan): number {
  const shared = Math.min(a.rawEnd, b.rawEnd) - Math.max(a.rawStart, b.rawStart);
  const whole = Math.max(a.rawEnd, b.rawEnd) - Math.min(a.rawStart, b.rawStart);
  return whole <= 0 ? (a.rawStart === b.rawStart ? 1 : 0) : Math.max(0, shared) / whole;
}
