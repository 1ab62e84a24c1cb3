import { assertNever } from '@duban/kit/assert-never';
import type { Activity, FixedDate } from './activity.ts';
import type { Draft } from './draft.ts';
import type { PlanChange } from './edit.ts';
import type { Shortening } from './lever.ts';
import type { Repair } from './repair.ts';

/** A repair as the edits that carry it out, so that one press does what the proposal says and one press takes it back. */
export function changesOf({ flat }: Pick<Draft, 'flat'>, repair: Repair): readonly PlanChange[] {
  const standing = (id: string) => flat.activities[flat.rowOf.get(id)!]!;
  switch (repair.kind) {
    case 'shorten':
      return [{ kind: 'activity', activity: shortened(standing(repair.id), repair) }];
    case 'overlap':
      return [{ kind: 'lag', link: repair.link, lag: repair.lag }];
    case 'together':
      return repair.parts.flatMap((part) => changesOf({ flat }, part));
    case 'move_dates': {
      const moved = Map.groupBy(repair.fixed, ({ id }) => id);
      return [
        ...(repair.finishBy === null ? [] : [{ kind: 'deadline', finishBy: repair.finishBy } as const]),
        ...[...moved].map(([id, dates]) => ({ kind: 'activity', activity: withDates(standing(id), dates) }) as const),
      ];
    }
    default:
      return assertNever(repair);
  }
}

function shortened(activity: Activity, { duration, remaining }: Shortening): Activity {
  const { progress } = activity;
  return { ...activity, duration, progress: progress && { ...progress, remaining } };
}

function withDates(activity: Activity, dates: readonly FixedDate[]): Activity {
  return {
    ...activity,
    fixed: activity.fixed?.map((fixed) => moveOf(fixed, dates)),
  };
}

function moveOf(fixed: FixedDate, dates: readonly FixedDate[]): FixedDate {
  const moved = dates.find(({ kind }) => kind === fixed.kind);
  return moved ? { kind: fixed.kind, date: moved.date } : fixed;
}
