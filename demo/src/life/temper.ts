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
  maidu: { pace: 0.75, drift: 0, sloppy: 0.22 },
  wangxiu: { pace: 0.68, drift: 0, sloppy: 0.1 },
  yanbei: { pace: 0.62, drift: 0, sloppy: 0.09 },
  qingfang: { pace: 0.72, drift: 0, sloppy: 0.14 },
  zhutan: { pace: 0.56, drift: 0, sloppy: 0.05 },
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

/**
 * The ground itself makes a difference, whoever acts on it: crowded old quarters take longer than new ones. 麦渡 falls
 * behind, 青坊 catches up over the weeks.
 */
const grounds: Readonly<
  Record<string, { readonly slower: number; readonly drift: number; readonly forgotten: number }>
> = {
  luqiao: { slower: 0.9, drift: 0, forgotten: 0.012 },
  tangwan: { slower: 0.95, drift: 0, forgotten: 0.02 },
  maidu: { slower: 1.25, drift: 0.01, forgotten: 0.07 },
  wangxiu: { slower: 1, drift: 0, forgotten: 0.02 },
  yanbei: { slower: 0.95, drift: 0.01, forgotten: 0.025 },
  qingfang: { slower: 1.4, drift: -0.045, forgotten: 0.035 },
  zhutan: { slower: 0.8, drift: 0, forgotten: 0.008 },
};

/** The chance that nobody gets round to a case in this street. */
export const forgottenIn = (street: string): number => grounds[street]?.forgotten ?? 0.02;

/** @param unit key of the handling unit @param street on whose ground @param week 0 for the first week of the life */
export function shareOfLimitUsed(unit: string, street: string, week: number, random: Random): number {
  const { pace, drift } = tempers[unit] ?? usual;
  const { slower, drift: change } = grounds[street] ?? { slower: 1, drift: 0 };
  const share = Math.max(0.25, pace + drift * week) * Math.max(0.7, slower + change * week);
  return share * Math.exp(0.4 * random.normal());
}

export const sloppiness = (unit: string): number => (tempers[unit] ?? usual).sloppy;
