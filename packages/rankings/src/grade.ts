import type { Rate } from '@duban/kit/rate';
import { type RateGrade, rateGrades } from './red.ts';

/** @returns the word for a rate; decided on the two counts, so 89.999 % is not 90 % */
export function gradeOf(rate: Rate | null, minimum: number): RateGrade {
  if (rate === null) return 'no_rate';
  if (rate.denominator < minimum) return 'below_minimum';
  const { numerator, denominator } = rate;
  return rateGrades.find(({ fromPercent }) => numerator * 100 >= fromPercent * denominator)!.grade;
}
