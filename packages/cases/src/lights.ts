import type { Case } from './case.ts';
import { type Clock, isPassed, openPause } from './clock.ts';

/**
 * The light of a limit, as a word: the page adds a shape and the word itself, never the colour alone. `paused` and
 * `off` are lights of their own, because a clock that does not run is neither good nor bad.
 */
export const lights = {
  green: { 'zh-CN': '正常', en: 'in time' },
  yellow: { 'zh-CN': '临期', en: 'due soon' },
  red: { 'zh-CN': '超期', en: 'overdue' },
  paused: { 'zh-CN': '停表', en: 'clock stopped' },
  off: { 'zh-CN': '未计时', en: 'no clock' },
} as const;
export type Light = keyof typeof lights;
export const allLights = Object.keys(lights) as Light[];

export function lightOf(clock: Clock | null, now: Temporal.Instant): Light {
  if (clock === null || clock.stoppedAt !== null) return 'off';
  if (isPassed(clock, now)) return 'red';
  if (openPause(clock)) return 'paused';
  return Temporal.Instant.compare(now, clock.warnAt) >= 0 ? 'yellow' : 'green';
}

/** The light of the case in a list: the accept-by limit until it is accepted, then the finish-by limit. */
export function lightOfCase(found: Case, now: Temporal.Instant): Light {
  const clock = currentClock(found);
  return clock ? lightOf(clock, now) : 'off';
}

/** The clock that presses now. */
export function currentClock(found: Pick<Case, 'state' | 'acceptClock' | 'finishClock' | 'dispute'>): Clock | null {
  switch (found.state) {
    case 'awaiting_acceptance':
      return found.acceptClock;
    case 'in_progress':
    case 'awaiting_check':
    case 'suspended':
      return found.finishClock;
    case 'disputed':
      return found.dispute?.clock ?? null;
    default:
      return null;
  }
}
