import type { Random } from '../random.ts';

/**
 * How well each unit works: the share of a limit it typically uses, how often its work does not hold, and whether it
 * gets better. This is what the ranking of the demo shows, so it is stated here and nowhere else.
 */
export type Temper = {
  /** median share of the finish-by limit that is used */
  readonly pace: number;
  /** added per week: below 0 it gets faster */
  readonly drift: number;
  /** chance that a check finds the work wanting */
  readonly sloppy: number;
};

const tempers: Readonly<Record<string, Temper>> = {
  luqiao: { pace: 0.55, drift: 0, sloppy: 0.06 },
  tangwan: { pace: 0.6, drift: 0, sloppy: 0.08 },
  maidu: { pace: 0.9, drift: 0.005, sloppy: 0.22 },
  wangxiu: { pace: 0.68, drift: 0, sloppy: 0.1 },
  yanbei: { pace: 0.62, drift: 0.015, sloppy: 0.09 },
  qingfang: { pace: 1.02, drift: -0.04, sloppy: 0.16 },
  zhutan: { pace: 0.5, drift: 0, sloppy: 0.05 },
  housing: { pace: 0.78, drift: 0, sloppy: 0.1 },
  urban_management: { pace: 0.6, drift: 0, sloppy: 0.07 },
  enforcement: { pace: 0.85, drift: -0.01, sloppy: 0.15 },
  traffic_police: { pace: 0.6, drift: 0, sloppy: 0.08 },
  water: { pace: 0.64, drift: 0, sloppy: 0.06 },
  greening: { pace: 0.52, drift: 0, sloppy: 0.04 },
  transport: { pace: 0.92, drift: 0, sloppy: 0.14 },
  jiemu_sanitation: { pace: 0.62, drift: 0.01, sloppy: 0.14 },
  yangu_works: { pace: 0.88, drift: 0, sloppy: 0.12 },
};

const usual: Temper = { pace: 0.65, drift: 0, sloppy: 0.09 };

/** @param unit key of the handling unit @param week 0 for the first week of the life */
export function shareOfLimitUsed(unit: string, week: number, random: Random): number {
  const { pace, drift } = tempers[unit] ?? usual;
  return Math.max(0.25, pace + drift * week) * Math.exp(0.4 * random.normal());
}

export const sloppiness = (unit: string): number => (tempers[unit] ?? usual).sloppy;
