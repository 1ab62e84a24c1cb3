import type { Budget } from './model.ts';
import type { CrewProject } from './project.ts';

/** Releases added up by period, and what each activity needs. Null when the project has no budget. */
export function compileBudget({ activities, budget }: CrewProject): Budget | null {
  if (budget === undefined) return null;
  const last = budget.releases.reduce((latest, { from }) => Math.max(latest, from), 0);
  const released = new Float64Array(last);
  for (const { from, amount } of budget.releases) if (from < last) released[from]! += amount;
  for (let period = 1; period < last; period++) released[period]! += released[period - 1]!;
  return {
    released,
    cost: Float64Array.from(activities, ({ cost }) => cost ?? 0),
    evenly: Uint8Array.from(activities, ({ costFalls, duration }) => (costFalls === 'evenly' && duration > 0 ? 1 : 0)),
  };
}

/**
 * What is due after `worked` of `duration` periods: equal parts, rounded down so that the last one pays the rest. Whole
 * and rest are multiplied apart, because cost × periods may be more than a number holds exactly.
 */
export function dueAfter(cost: number, evenly: boolean, worked: number, duration: number): number {
  if (!evenly || worked >= duration) return cost;
  const rest = cost % duration;
  return ((cost - rest) / duration) * worked + Math.floor((rest * worked) / duration);
}
