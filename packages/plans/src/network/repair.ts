import type { CivilDate } from '@duban/calendar/civil-date';
import type { FixedDateKind } from './activity.ts';
import { breachesOf, keepsDates } from './breaches.ts';
import { chainTo } from './chain.ts';
import { dateOfDay } from './day-table.ts';
import type { Draft } from './draft.ts';
import { type FlatNetwork, NONE } from './flat-network.ts';
import { crashTogether } from './crash.ts';
import { type Overlap, type Shortening, leastLag, overlapOf, shorteningOf, withLag, withWork } from './lever.ts';
import { finishMoment, startMoment } from './moments.ts';
import { forwardAgain } from './repass.ts';

/**
 * What would make a plan that cannot keep its dates keep them again. Every proposal is found by computing the plan with
 * it, so what is offered works; and it is the least of its kind: one day less does not.
 */
export type Repair =
  /** one activity done in fewer days 压缩工期 */
  | Shortening
  /** one link tightened: the successor begins before the predecessor is done 搭接施工 */
  | Overlap
  /** several activities (and, where that is not enough, links) together, because no single one is enough */
  | { readonly kind: 'together'; readonly days: number; readonly parts: readonly (Shortening | Overlap)[] }
  /** nothing is done faster: the dates move to what can be kept 调整时限 */
  | {
      readonly kind: 'move_dates';
      /** the new deadline; null when it can stay */
      readonly finishBy: CivilDate | null;
      readonly fixed: readonly { readonly id: string; readonly kind: FixedDateKind; readonly date: CivilDate }[];
    };

const MOST_OF_A_KIND = 5;

/**
 * @returns single shortenings and overlaps, the fewest days first and at most five of each; the cheapest combination
 * when no single one is enough; and always the dates that can be kept. Empty when nothing is late.
 */
export function proposeRepairs(draft: Draft): readonly Repair[] {
  const { flat, early } = draft;
  const breaches = breachesOf(flat, early.places);
  if (breaches.length === 0) return [];
  const worst = breaches.reduce((most, breach) => (breach.days > most.days ? breach : most));
  // What helps must lie on every way to the worst breach, so it lies on this one.
  const steps = chainTo(flat, early, worst.row);
  const byDays = (a: { days: number }, b: { days: number }) => a.days - b.days;
  const shortenings = steps.flatMap(({ row }) => shortening(draft, row) ?? []).sort(byDays);
  const links = steps.flatMap(({ driver }) => (driver >= 0 ? [driver] : []));
  const overlaps = links.flatMap((link) => overlap(draft, link) ?? []).sort(byDays);
  const singles = [...shortenings.slice(0, MOST_OF_A_KIND), ...overlaps.slice(0, MOST_OF_A_KIND)];
  const together = singles.length === 0 ? crashTogether(draft) : null;
  return [...singles, ...(together ? [together] : []), moveDates(draft)];
}

function shortening(draft: Draft, row: number): Shortening | null {
  const { flat } = draft;
  const activity = flat.activities[row]!;
  const work = flat.rows.work[row]!;
  const days = leastThatKeeps(work - flat.rows.leastWork[row]!, (saved) =>
    keepsWith(draft, withWork(flat, row, work - saved), [row]),
  );
  return days === null ? null : shorteningOf(activity, days);
}

function overlap(draft: Draft, link: number): Overlap | null {
  const { flat } = draft;
  const lag = flat.timing.lag[link]!;
  const ends = [flat.ends.from[link]!, flat.ends.to[link]!];
  const days = leastThatKeeps(lag - leastLag(flat, link), (saved) =>
    keepsWith(draft, withLag(flat, link, lag - saved), ends),
  );
  return days === null ? null : overlapOf(flat, link, days);
}

function keepsWith({ early }: Draft, flat: FlatNetwork, changed: readonly number[]): boolean {
  const again = forwardAgain(flat, early, changed);
  return 'places' in again && keepsDates(flat, again.places);
}

/** Bisects: the least of 1 to `most` days that is enough; null when even `most` is not. */
function leastThatKeeps(most: number, keeps: (days: number) => boolean): number | null {
  if (most < 1 || !keeps(most)) return null;
  let [low, high] = [1, most];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (keeps(middle)) high = middle;
    else low = middle + 1;
  }
  return high;
}

/** Each date that is missed moves to the day that can be kept; dates that are kept stay. */
function moveDates({ flat, early, end }: Draft): Repair {
  const { places } = early;
  const { startCeiling, finishCeiling } = flat.rows.limits;
  const fixed = breachesOf(flat, places).flatMap(({ row }) => {
    const activity = flat.activities[row]!;
    const start = startMoment(flat, places, row);
    const finish = finishMoment(flat, places, row);
    const milestone = activity.duration === 0;
    return (activity.fixed ?? []).flatMap(({ kind }) => {
      if (kind.endsWith('earlier')) return [];
      const bySide = kind.startsWith('start') || milestone;
      if (bySide && flat.rows.startedAt[row] !== NONE) return [];
      const ceiling = bySide ? startCeiling[row]! : finishCeiling[row]!;
      const moment = bySide ? start : finish;
      if (ceiling === NONE || moment <= ceiling) return [];
      const opens = milestone && flat.arriving.begin[row] === flat.arriving.begin[row + 1];
      const date = dateOfDay(bySide && (!milestone || opens) ? moment : moment - 1);
      return [{ id: activity.id, kind, date }];
    });
  });
  const late = flat.deadline !== NONE && end > flat.deadline;
  return { kind: 'move_dates', finishBy: late ? dateOfDay(end - 1) : null, fixed };
}
