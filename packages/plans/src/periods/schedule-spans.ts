import type { CivilDate } from '@duban/calendar/civil-date';
import type { Schedule } from '../network/schedule.ts';
import type { WorkSpan } from './period-plan.ts';

/**
 * Where the work of a quantity lies in the schedule, for `planAlong`: each activity that carries a share of it, from its
 * first to its last day.
 *
 * @param weights by the id of the activity: how much of the quantity it carries, in whole numbers; others carry nothing
 * @param by `latest` is the plan counted back from the deadline, and the default where there is one
 */
export function scheduleSpans(
  { activities, finishBy }: Schedule,
  weights: ReadonlyMap<string, number>,
  by: 'earliest' | 'latest' = finishBy === null ? 'earliest' : 'latest',
): readonly WorkSpan[] {
  return activities.flatMap(({ id, earliestStart, earliestFinish, latestStart, latestFinish, state }) => {
    const weight = weights.get(id);
    if (weight === undefined) return [];
    // What has begun began when it did, and what is late already is planned for when it can be.
    const first = by === 'latest' && state === 'to_do' ? later(earliestStart, latestStart) : earliestStart;
    const last = by === 'latest' && state !== 'finished' ? later(earliestFinish, latestFinish) : earliestFinish;
    return [{ first, last, weight }];
  });
}

function later(a: CivilDate, b: CivilDate): CivilDate {
  return a > b ? a : b;
}
