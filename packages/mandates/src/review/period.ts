import type { Recurrence } from '../mandate.ts';

/** How often something is to be done again: 每天, 按周, 半月, 每旬, 按月, 每季度, 半年, 每年. */
export const allPeriods = [
  'day',
  'week',
  'half_month',
  'ten_days',
  'month',
  'quarter',
  'half_year',
  'year',
] as const satisfies readonly Recurrence['unit'][];
export type Period = (typeof allPeriods)[number];
