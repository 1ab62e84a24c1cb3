import type { DayTable } from './day-table.ts';
import { LAST_MOMENT } from './day-table.ts';
import { FINISH_FINISH, FINISH_START, type FlatNetwork, NONE, START_FINISH } from './flat-network.ts';

/**
 * Where an activity stands is one whole number, its place: how many days of its calendar are worked before it begins.
 * For a milestone it is the moment itself. Each link is a pair of functions on places that belong together: `afterLink`
 * says how early the successor may be for a place of the predecessor, `beforeLink` how late the predecessor may be for
 * a place of the successor, and
 *
 *     afterLink(p) <= s   if and only if   p <= beforeLink(s).
 *
 * That is why the two passes agree to the day on any mix of calendars. Links and lags are those of Elmaghraby and
 * Kamburowski (Management Science 38(9), 1992), and the four 时距 of JGJ/T 121-2015; lags are minimal ones.
 */

/** Beyond the last day that calendars answer for. */
export const TOO_LATE = LAST_MOMENT + 1;
/** Before the first. */
export const TOO_EARLY = -1;

export function startMoment(flat: FlatNetwork, places: Int32Array, row: number): number {
  const { startedAt, work, table } = flat.rows;
  if (startedAt[row] !== NONE) return startedAt[row]!;
  return work[row] === 0 ? places[row]! : flat.tables[table[row]!]!.days[places[row]!]!;
}

export function finishMoment(flat: FlatNetwork, places: Int32Array, row: number): number {
  const { finishedAt, work, table } = flat.rows;
  if (finishedAt[row] !== NONE) return finishedAt[row]!;
  return work[row] === 0 ? places[row]! : flat.tables[table[row]!]!.days[places[row]! + work[row]! - 1]! + 1;
}

export function leavesFinish(kind: number): boolean {
  return kind === FINISH_START || kind === FINISH_FINISH;
}

export function arrivesAtFinish(kind: number): boolean {
  return kind === FINISH_FINISH || kind === START_FINISH;
}

/**
 * The moment at which a lag after `moment` is over. In working time it is the end of the last day waited; a negative
 * lag goes back to the end of the day before those that are given up. A lag of 0 is the moment itself.
 */
export function afterLag(moment: number, lag: number, table: DayTable | undefined): number {
  if (lag === 0) return moment;
  if (!table) return Math.max(0, moment + lag);
  const last = table.before[moment]! + lag - 1;
  if (last < 0) return 0;
  return last < table.days.length ? table.days[last]! + 1 : TOO_LATE;
}

/** The latest moment from which the lag is over by `moment`. */
export function beforeLag(moment: number, lag: number, table: DayTable | undefined): number {
  if (lag === 0) return moment;
  if (!table) return Math.min(LAST_MOMENT, moment - lag);
  const first = table.before[moment]! - lag;
  if (first < 0) return TOO_EARLY;
  return first < table.days.length ? table.days[first]! : LAST_MOMENT;
}

/** The first place at which the row begins at or after the moment. */
export function placeFromStart(flat: FlatNetwork, row: number, moment: number): number {
  return flat.rows.work[row] === 0 ? moment : flat.tables[flat.rows.table[row]!]!.before[moment]!;
}

/** The first place at which the row finishes at or after the moment; below 0 when any place does. */
export function placeFromFinish(flat: FlatNetwork, row: number, moment: number): number {
  const work = flat.rows.work[row]!;
  if (work === 0) return moment;
  return moment === 0 ? 0 : flat.tables[flat.rows.table[row]!]!.before[moment - 1]! + 1 - work;
}

/** The last place at which the row begins at or before the moment. */
export function placeUntilStart(flat: FlatNetwork, row: number, moment: number): number {
  if (flat.rows.work[row] === 0) return moment;
  return flat.tables[flat.rows.table[row]!]!.before[Math.min(LAST_MOMENT, moment + 1)]! - 1;
}

/** The last place at which the row finishes at or before the moment. */
export function placeUntilFinish(flat: FlatNetwork, row: number, moment: number): number {
  const work = flat.rows.work[row]!;
  return work === 0 ? moment : flat.tables[flat.rows.table[row]!]!.before[moment]! - work;
}
