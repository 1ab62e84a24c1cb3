import { epochDayAt } from './beijing-time.ts';

/**
 * A span in which a clock stands still (挂账, hearing, waiting for others). A pause that still runs is passed with its
 * planned return, or with the present moment.
 *
 * For clocks that count days, the date on which the clock was stopped does not count and the date on which it runs
 * again does; stopping and going on within one date changes nothing. That mirrors art. 201 of the Civil Code, which
 * counts whole days from the day after the start.
 */
export type Pause = { readonly from: Temporal.Instant; readonly until: Temporal.Instant };

/** A pause in plain numbers, end excluded: milliseconds, or days since 1970-01-01. */
export type Stop = { readonly from: number; readonly until: number };

/**
 * The pauses in order, overlaps merged, empty ones left out.
 *
 * @throws RangeError when a pause ends before it begins
 */
export function stopsOf(pauses: readonly Pause[]): readonly Stop[] {
  if (pauses.length === 0) return [];
  const stops = pauses.map(({ from, until }) => ({ from: from.epochMilliseconds, until: until.epochMilliseconds }));
  stops.sort((a, b) => a.from - b.from);
  const merged: { from: number; until: number }[] = [];
  for (const stop of stops) {
    if (stop.until < stop.from) throw new RangeError('a pause ends before it begins');
    if (stop.until === stop.from) continue;
    const last = merged.at(-1);
    if (last && stop.from <= last.until) last.until = Math.max(last.until, stop.until);
    else merged.push({ ...stop });
  }
  return merged;
}

/** The dates that a day-counting clock leaves out, counted only after `startDay`. */
export function stoppedDaysOf(stops: readonly Stop[], startDay: number): readonly Stop[] {
  return stops
    .map(({ from, until }) => ({ from: Math.max(epochDayAt(from), startDay + 1), until: epochDayAt(until) }))
    .filter(({ from, until }) => until > from);
}

/** The parts of the stops that lie between two moments. */
export function clipped(stops: readonly Stop[], from: number, until: number): readonly Stop[] {
  return stops
    .map((stop) => ({ from: Math.max(stop.from, from), until: Math.min(stop.until, until) }))
    .filter((stop) => stop.until > stop.from);
}
