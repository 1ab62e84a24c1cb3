import type { Desk, Progress } from './desk.ts';
import type { District } from './district.ts';
import { happeningsOf, perform } from './life/perform.ts';
import { type LifeSize, planLife, wholeLife } from './life/plan.ts';

/** Twelve weeks of work up to the moment of loading, on top of a district. */
export async function buildLife(
  desk: Desk,
  district: District,
  now: Temporal.Instant,
  progress: Progress = () => {},
  size: LifeSize = wholeLife,
): Promise<void> {
  const lives = planLife(district.areas, now, size);
  await perform(desk, happeningsOf(lives, district.unitIds), progress);
}
