import { type Rate, rate } from '@duban/kit/rate';
import { dueOf, rectifiedOf, type Tally, type TallyField } from './tally.ts';

/**
 * The rates a ranking can be made of. Each says which way is better, because a formula that forgets the direction
 * turns the ranking round (a published scoring function in use subtracts the rate from 100).
 */
export const measures = ['rectification', 'on_time', 'relapse'] as const;
export type Measure = (typeof measures)[number];

export type Direction = 'higher_is_better' | 'lower_is_better';

type Definition = {
  readonly direction: Direction;
  /** counts that are added up above the line */
  readonly numerator: readonly TallyField[];
  /** counts that are added up below the line; `unknown` is never one of them, it is kept apart */
  readonly denominator: readonly TallyField[];
};

export const measureDefinitions: Readonly<Record<Measure, Definition>> = {
  /** 整改率 = closed, checked and not relapsed ÷ due */
  rectification: {
    direction: 'higher_is_better',
    numerator: ['closedOnTime', 'closedLate'],
    denominator: ['closedOnTime', 'closedLate', 'open', 'relapsed'],
  },
  /** 按期整改率 = the same, no later than the finish-by ÷ due */
  on_time: {
    direction: 'higher_is_better',
    numerator: ['closedOnTime'],
    denominator: ['closedOnTime', 'closedLate', 'open', 'relapsed'],
  },
  /** 反弹率 = closed and then found again ÷ ever closed */
  relapse: {
    direction: 'lower_is_better',
    numerator: ['relapsed'],
    denominator: ['closedOnTime', 'closedLate', 'relapsed'],
  },
};

/**
 * A rate together with what is not known. `rate` is over the cases whose outcome is known; `lowest` and `highest` are
 * what the rate would be if every unknown case had turned out badly or well. Without unknowns the three are equal.
 */
export type MeasuredRate = {
  readonly rate: Rate;
  readonly lowest: Rate;
  readonly highest: Rate;
  readonly unknown: number;
};

/** @returns null when no case with a known outcome was due: "no cases" is not 0 %. */
export function measureRate(tally: Tally, measure: Measure): MeasuredRate | null {
  const { numerator, denominator } = measureDefinitions[measure];
  const above = numerator.reduce((sum, field) => sum + tally[field], 0);
  const below = denominator.reduce((sum, field) => sum + tally[field], 0);
  const known = rate(above, below);
  if (!known) return null;
  return {
    rate: known,
    lowest: rate(above, below + tally.unknown)!,
    highest: rate(above + tally.unknown, below + tally.unknown)!,
    unknown: tally.unknown,
  };
}

/** The three figures every row shows whatever it is ranked by. */
export function headlineOf(tally: Tally): { due: number; rectified: number; onTime: number } {
  return { due: dueOf(tally), rectified: rectifiedOf(tally), onTime: tally.closedOnTime };
}
