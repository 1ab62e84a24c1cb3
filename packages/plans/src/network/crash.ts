import { breachesOf, keepsDates } from './breaches.ts';
import type { Draft } from './draft.ts';
import type { FlatNetwork } from './flat-network.ts';
import { leastCut } from './least-cut.ts';
import { type Overlap, type Shortening, overlapOf, shorteningOf } from './lever.ts';
import { forwardPass } from './passes.ts';
import { forwardAgain } from './repass.ts';
import { type Lever, tightGraph } from './tight-graph.ts';

/**
 * The cheapest combination when several ways are late at once: day by day, the fewest activities that lie on every way
 * that holds the worst rows are shortened by one day (the minimal cuts of Phillips and Dessouky, Management Science
 * 24(4), 1977, for the cost curve of Kelley 1961 and Fulkerson 1961). Afterwards every day that turns out not to be
 * needed is given back. Links are tightened only where shortening alone is not enough.
 */
export type Together = {
  readonly kind: 'together';
  readonly days: number;
  readonly parts: readonly (Shortening | Overlap)[];
};

/** A plan that is later than this is not repaired by working faster. */
const MOST_DAYS_LATE = 400;

export function crashTogether(draft: Draft): Together | null {
  const saved = crash(draft, false) ?? crash(draft, true);
  if (!saved) return null;
  const parts = [...saved.values()].map(({ lever, days }) =>
    lever.kind === 'work'
      ? shorteningOf(draft.flat.activities[lever.at]!, days)
      : overlapOf(draft.flat, lever.at, days),
  );
  return { kind: 'together', days: parts.reduce((sum, { days }) => sum + days, 0), parts };
}

type Savings = Map<string, { readonly lever: Lever; readonly days: number }>;

function crash({ flat: before, early: placed }: Draft, withLags: boolean): Savings | null {
  let flat = before;
  let early = placed;
  const saved: Savings = new Map();
  for (let round = 0; round < MOST_DAYS_LATE; round++) {
    const breaches = breachesOf(flat, early.places);
    if (breaches.length === 0) return giveBack(before, saved);
    const most = Math.max(...breaches.map(({ days }) => days));
    const late = breaches.flatMap(({ row, days }) => (days === most ? [row] : []));
    const cut = leastCut(tightGraph(flat, early.places, late, withLags));
    if (!cut || cut.length === 0) return null;
    for (const lever of cut) save(saved, lever, 1);
    flat = withSavings(before, saved);
    const again = forwardAgain(
      flat,
      early,
      cut.flatMap((lever) => touched(before, lever)),
    );
    if ('offCalendar' in again) return null;
    early = again;
  }
  return null;
}

function save(saved: Savings, lever: Lever, days: number): void {
  const key = `${lever.kind} ${lever.at}`;
  const total = (saved.get(key)?.days ?? 0) + days;
  if (total === 0) saved.delete(key);
  else saved.set(key, { lever, days: total });
}

/** One lever after the other gives back as many days as the dates allow. */
function giveBack(before: FlatNetwork, saved: Savings): Savings {
  // A list of its own: the savings change while it is gone through.
  const levers = [...saved.values()];
  for (const { lever, days } of levers) {
    for (let back = 0; back < days; back++) {
      save(saved, lever, -1);
      if (isEnough(before, saved)) continue;
      save(saved, lever, 1);
      break;
    }
  }
  return saved;
}

function isEnough(before: FlatNetwork, saved: Savings): boolean {
  const flat = withSavings(before, saved);
  const early = forwardPass(flat);
  return 'places' in early && keepsDates(flat, early.places);
}

function withSavings(before: FlatNetwork, saved: Savings): FlatNetwork {
  const work = before.rows.work.slice();
  const lag = before.timing.lag.slice();
  for (const { lever, days } of saved.values()) (lever.kind === 'work' ? work : lag)[lever.at]! -= days;
  return { ...before, rows: { ...before.rows, work }, timing: { ...before.timing, lag } };
}

function touched({ ends }: FlatNetwork, { kind, at }: Lever): readonly number[] {
  return kind === 'work' ? [at] : [ends.from[at]!, ends.to[at]!];
}
