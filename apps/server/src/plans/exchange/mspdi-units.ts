import type { LinkKind } from '@duban/plans/network/activity';

/**
 * The units and codes of Microsoft Project XML (MSPDI), after the published schema `mspdi_pj12.xsd` and the files that
 * Project 2010 writes: durations as `PT16H0M0S` of working time, lags in tenths of minutes with a format that says
 * whether they run in working or elapsed time.
 */
export const MINUTES_PER_DAY = 480;

export const LINK_TYPES: readonly LinkKind[] = ['finish_finish', 'finish_start', 'start_finish', 'start_start'];

/** Formats of lags and durations that run around the clock: em, eh, ed, ew, emo, and the same with a question mark. */
const ELAPSED = new Set([4, 6, 8, 10, 12, 36, 38, 40, 42, 44]);
const PERCENT = new Set([19, 51]);
const ELAPSED_PERCENT = new Set([20, 52]);

export const FORMAT_DAYS = 7;
export const FORMAT_ELAPSED_DAYS = 8;

export function isElapsed(format: number): boolean {
  return ELAPSED.has(format) || ELAPSED_PERCENT.has(format);
}

export function isPercent(format: number): boolean {
  return PERCENT.has(format) || ELAPSED_PERCENT.has(format);
}

const DURATION =
  /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** @returns minutes, or null when the text is no duration; years and months are not written and not read */
export function durationMinutes(text: string): number | null {
  const found = DURATION.exec(text);
  if (!found || found[1] !== undefined || found[2] !== undefined) return null;
  const [days, hours, minutes, seconds] = found.slice(3).map((part) => Number(part ?? 0));
  return days! * 24 * 60 + hours! * 60 + minutes! + seconds! / 60;
}

export function durationText(minutes: number): string {
  return `PT${Math.floor(minutes / 60)}H${minutes % 60}M0S`;
}

/** Whole days, a begun one counted whole; `exact` says whether nothing was rounded. */
export function wholeDays(minutes: number, minutesPerDay: number): { readonly days: number; readonly exact: boolean } {
  const days = minutes / minutesPerDay;
  const whole = days >= 0 ? Math.ceil(days - 1e-9) : Math.floor(days + 1e-9);
  return { days: whole === 0 ? 0 : whole, exact: Math.abs(whole - days) < 1e-9 };
}

export const CONSTRAINTS = {
  must_start_on: 2,
  must_finish_on: 3,
  start_no_earlier: 4,
  start_no_later: 5,
  finish_no_earlier: 6,
  finish_no_later: 7,
} as const;
