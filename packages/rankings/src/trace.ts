import { percentText } from '@duban/kit/rate';
import { type Measure, measureDefinitions } from './measure.ts';
import type { RankedRow, Standing } from './rank.ts';
import { dueOf, type TallyField } from './tally.ts';

/**
 * How a number came about, step by step, with the counts in it, so that a reader with a pencil gets the same figure.
 * The steps are data; the words are put to them in the reader's language by the page and by the exported file.
 */
export type TraceStep =
  | { readonly step: 'cohort'; readonly due: number; readonly exempt: number }
  | {
      readonly step: 'sum';
      readonly of: 'numerator' | 'denominator';
      readonly terms: readonly Term[];
      readonly total: number;
    }
  | { readonly step: 'unknown'; readonly unknown: number; readonly lowest: string; readonly highest: string }
  | { readonly step: 'divide'; readonly numerator: number; readonly denominator: number; readonly percent: string }
  | { readonly step: 'no_rate' }
  | {
      readonly step: 'not_ranked';
      readonly reason: Extract<Standing, { ranked: false }>['reason'];
      readonly known: number;
      readonly minimum: number;
    }
  | {
      readonly step: 'rank';
      readonly place: number;
      readonly ahead: number;
      readonly sharedBy: number;
      readonly of: number;
    }
  | { readonly step: 'band'; readonly band: number; readonly low: string; readonly high: string };

export type Term = { readonly field: TallyField; readonly count: number };

/** @param rankedCount how many units of the group have a rank */
export function traceOf(row: RankedRow, measure: Measure, minimum: number, rankedCount: number): readonly TraceStep[] {
  const { tally, measured, standing } = row;
  const definition = measureDefinitions[measure];
  const steps: TraceStep[] = [
    { step: 'cohort', due: dueOf(tally), exempt: tally.exempt },
    sum('numerator', definition.numerator, row),
    sum('denominator', definition.denominator, row),
  ];
  if (measured) {
    const { rate } = measured;
    steps.push({ step: 'divide', ...rate, percent: percentText(rate) });
    if (measured.unknown > 0) {
      const [lowest, highest] = [percentText(measured.lowest), percentText(measured.highest)];
      steps.push({ step: 'unknown', unknown: measured.unknown, lowest, highest });
    }
  } else steps.push({ step: 'no_rate' });
  if (standing.ranked) {
    const { place, sharedBy, band, interval } = standing;
    steps.push({ step: 'rank', place, ahead: place - 1, sharedBy, of: rankedCount });
    steps.push({ step: 'band', band, low: basisPointText(interval.low), high: basisPointText(interval.high) });
  } else {
    const known = measured?.rate.denominator ?? 0;
    steps.push({ step: 'not_ranked', reason: standing.reason, known, minimum });
  }
  return steps;
}

function sum(of: 'numerator' | 'denominator', fields: readonly TallyField[], { tally }: RankedRow): TraceStep {
  const terms = fields.map((field) => ({ field, count: tally[field] }));
  return { step: 'sum', of, terms, total: terms.reduce((total, term) => total + term.count, 0) };
}

/** 9372 → "93.72" */
export function basisPointText(points: number): string {
  return `${Math.floor(points / 100)}.${String(points % 100).padStart(2, '0')}`;
}
