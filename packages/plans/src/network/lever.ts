import type { Activity, LinkKind } from './activity.ts';
import { FINISH_START, type FlatNetwork } from './flat-network.ts';

/** The two things that a repair changes, laid over a network without touching it, and how far each may go. */

/**
 * @property days working days saved
 * @property duration what the activity then takes in all
 * @property remaining what is then left of it, where somebody said how much is left
 */
export type Shortening = {
  readonly kind: 'shorten';
  readonly id: string;
  readonly days: number;
  readonly duration: number;
  readonly remaining?: number;
};

/** @property days in the unit of the lag @property lag the new lag */
export type Overlap = {
  readonly kind: 'overlap';
  /** row of the link, counted from 0 */
  readonly link: number;
  readonly from: string;
  readonly to: string;
  readonly linkKind: LinkKind;
  readonly days: number;
  readonly lag: number;
};

export function shorteningOf({ id, duration, progress }: Activity, days: number): Shortening {
  const shortening = { kind: 'shorten', id, days, duration: duration - days } as const;
  return progress?.remaining === undefined ? shortening : { ...shortening, remaining: progress.remaining - days };
}

export function overlapOf(flat: FlatNetwork, link: number, days: number): Overlap {
  const { from, to, kind, lag = 0 } = flat.links[link]!;
  return { kind: 'overlap', link, from, to, linkKind: kind, days, lag: lag - days };
}

export function withWork(flat: FlatNetwork, row: number, days: number): FlatNetwork {
  return { ...flat, rows: { ...flat.rows, work: flat.rows.work.with(row, days) } };
}

export function withLag(flat: FlatNetwork, link: number, lag: number): FlatNetwork {
  return { ...flat, timing: { ...flat.timing, lag: flat.timing.lag.with(link, lag) } };
}

/** How far a link may be tightened: the successor never begins before the predecessor does. */
export function leastLag(flat: FlatNetwork, link: number): number {
  const lag = flat.timing.lag[link]!;
  if (flat.links[link]!.rigid) return lag;
  if (flat.timing.kind[link] !== FINISH_START) return Math.min(lag, 0);
  const { work } = flat.rows;
  const shorter = Math.min(work[flat.ends.from[link]!]!, work[flat.ends.to[link]!]!);
  return Math.min(lag, -Math.max(0, shorter - 1));
}
