import type { Desk, Progress } from './desk.ts';
import type { District } from './district.ts';
import { mandates } from './life/mandates.ts';
import { happeningsOf, perform } from './life/perform.ts';
import { firstDayOf, type LifeSize, planLife, wholeLife } from './life/plan.ts';
import { clockwork, publications } from './life/publications.ts';

/** Twelve weeks of work up to the moment of loading, on top of a district. */
export async function buildLife(
  desk: Desk,
  { areas, unitIds }: District,
  now: Temporal.Instant,
  progress: Progress = () => {},
  size: LifeSize = wholeLife,
): Promise<void> {
  const firstDay = firstDayOf(now);
  const happenings = [
    ...happeningsOf(planLife(areas, now, size), unitIds),
    ...mandates(firstDay, now, unitIds),
    ...clockwork(firstDay, now),
    ...publications(firstDay, now, unitIds),
  ];
  await perform(desk, happenings, progress);
}
