import type { Unknown } from '../mandate.ts';
import { characterOf, pairsOf } from './gbk-pairs.ts';
import type { LanguageTools } from './language-tools.ts';
import { type ReadingModel, readingModel } from './reading-model.ts';
import { type ShiftedRun, shiftedRuns } from './shift-lattice.ts';
import type { Edit, Step } from './step.ts';
import { type Suspicion, suspicion } from './suspicion.ts';
import { type Likely, likelyRivals } from './torn-edge.ts';

/** The mark that editors of Chinese texts use for one lost character. */
const LACUNA = '□';

/**
 * Mojibake of text that lost one byte: every following two-byte pair of GBK then starts one byte late, until an odd
 * byte (seen as a Latin letter, `|`, `^`, `[` …) brings it back in step. The repair is arithmetic: take the bytes, put a
 * byte in front, decode. Only the character at each edge has lost half of itself; it is taken when of all characters
 * that share the other half one alone fits its neighbours. What is not settled becomes `□` and an unknown.
 */
export const byteShift: Step = {
  name: 'byte-shift',
  find(text, { tools }) {
    const isSuspicious = suspicion(text, tools);
    const found = clusters(text, isSuspicious).filter((cluster) => isWreck(text, cluster, tools));
    if (found.length === 0) return { edits: [] };
    const model = readingModel(text, withinAny(found.map(([from, to]) => [from - NEAR, to + NEAR])), tools);
    const likely = likelyRivals(model);
    const edits: Edit[] = [];
    const unreadable: [number, number][] = [];
    for (const [i, [from, to]] of found.entries()) {
      const lineStart = text.lastIndexOf('\n', from - 1) + 1;
      const lineEnd = text.indexOf('\n', to);
      const searched = {
        from: Math.max(edits.at(-1)?.end ?? 0, lineStart, from - REACH),
        to: Math.min(lineEnd < 0 ? text.length : lineEnd, to + REACH, found[i + 1]?.[0] ?? text.length),
      };
      const mayStart = (at: number): boolean =>
        at < to + NEAR && isSuspicious.between(Math.max(from, at - NEAR), Math.min(to, at + NEAR));
      const { runs, doubtful } =
        i < MAX_CLUSTERS ? believableRuns(text, searched, mayStart, model, likely, tools) : { runs: [], doubtful: [] };
      const leftover = isSuspicious.leftover(runs.length > 0 ? 1 : 3);
      let repairedUntil = from;
      for (const run of runs) {
        unreadable.push(...leftover(repairedUntil, run.start));
        for (const { hole, ...edit } of editsOf(run)) {
          edits.push(edit);
          if (hole) unreadable.push([edit.start, edit.end]);
        }
        repairedUntil = run.end;
      }
      unreadable.push(...leftover(repairedUntil, to));
      unreadable.push(
        ...doubtful.filter((run) => !overlapsAny(run, runs)).map(({ start, end }): [number, number] => [start, end]),
      );
    }
    const unknowns: readonly Unplaced[] = merged(unreadable).map(([start, end]) => ({
      start,
      end,
      kind: 'unreadable',
      text: text.slice(start, end),
      unit: null,
    }));
    return { edits, unknowns };
  },
};

type Unplaced = Omit<Unknown, 'rawStart' | 'rawEnd'>;

/** Places that overlap become one; a hole beside what is unreadable stays a place of its own. */
function merged(spans: readonly (readonly [number, number])[]): [number, number][] {
  const kept: [number, number][] = [];
  for (const [start, end] of spans.toSorted((a, b) => a[0] - b[0] || b[1] - a[1])) {
    const last = kept.at(-1);
    if (last && start < last[1]) last[1] = Math.max(last[1], end);
    else kept.push([start, end]);
  }
  return kept;
}

/** A rare character alone is a name, unless half a character stands beside it or its bytes make sense when shifted. */
function isWreck(text: string, [from, to]: readonly [number, number], tools: LanguageTools): boolean {
  if (besideHalf.test(text.slice(Math.max(0, from - 1), to + 1))) return true;
  const decodes = (i: number): boolean =>
    i > 0 &&
    i < text.length &&
    pairsOf(text[i - 1]!, tools).some(([, trail]) =>
      pairsOf(text[i]!, tools).some(([lead]) => characterOf(trail, lead, tools) !== null),
    );
  // Any two bytes may happen to make a character; three times in a row they hardly do.
  let row = 0;
  for (let i = from - 1; i <= to + 1; i++) {
    row = decodes(i) ? row + 1 : 0;
    if (row >= 3) return true;
  }
  return false;
}

const besideHalf = /[A-Za-z@[\\\]^`{|}~?]/;
const MAX_CLUSTERS = 300;
const REACH = 8;
const NEAR = 4;
const WIDEST_GAP = 7;
/** The share of likelihood from which the half of a character settles which one it was. */
const SETTLED = 0.85;
const BEYOND_DOUBT = 0.99;

/** The best runs; where one says too little, the best without it. */
function believableRuns(
  text: string,
  searched: { readonly from: number; readonly to: number },
  mayStart: (at: number) => boolean,
  model: ReadingModel,
  likely: Likely,
  tools: LanguageTools,
): { runs: readonly ShiftedRun[]; doubtful: readonly ShiftedRun[] } {
  const refused = new Set<number>();
  const doubtful: ShiftedRun[] = [];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const runs = shiftedRuns(text, searched, (at) => !refused.has(at) && mayStart(at), model, likely, tools);
    const poor = runs.filter((run) => !saysEnough(run) || (overlapsAny(run, doubtful) && run.first.share < SETTLED));
    if (poor.length === 0) return { runs, doubtful };
    for (const run of poor) refused.add(run.start);
    doubtful.push(...poor.filter((run) => run.gain >= LEAST_DOUBT));
  }
  return { runs: [], doubtful };
}

/** Once a run was refused, another reading of the same place must be sure where it begins. */
const overlapsAny = (run: ShiftedRun, others: readonly ShiftedRun[]): boolean =>
  others.some((other) => other.start < run.end && run.start < other.end);

const MOST_ROUNDS = 8;

/** It reads clearly better, and three characters are whole or settled, or one cannot have been another. */
function saysEnough({ first, inner, last, gain }: ShiftedRun): boolean {
  if (inner === '') return first.share >= BEYOND_DOUBT && gain >= LEAST_GAIN / 2;
  const settled = (first.share >= SETTLED ? 1 : 0) + (last.character !== '' && last.share >= SETTLED ? 1 : 0);
  return gain >= LEAST_GAIN && (inner.length + settled >= 3 || (inner.length === 2 && first.share >= LIKELY));
}

const LEAST_GAIN = 8;
/** Below this a refused run is no reason to call a text damaged. */
const LEAST_DOUBT = 5;
const LIKELY = 0.5;

/** One edit for a run, or an edit of its own for an edge that stays a hole, so that only the hole is marked. */
function editsOf({ start, end, first, inner, last }: ShiftedRun): (Edit & { readonly hole: boolean })[] {
  const repairClass = Math.min(first.share, last.share) >= BEYOND_DOUBT ? 'certain' : 'near-certain';
  const lost = { after: LACUNA, class: 'not-restorable' as const, hole: true };
  const holeAtStart = first.share < SETTLED;
  const holeAtEnd = last.share < SETTLED && end - start > (holeAtStart ? 2 : 1);
  const from = holeAtStart ? start + 1 : start;
  const to = holeAtEnd ? end - 1 : end;
  const ending = holeAtEnd ? '' : last.share < SETTLED ? LACUNA : last.character;
  const after = (holeAtStart ? '' : first.character) + inner + ending;
  return [
    ...(holeAtStart ? [{ start, end: from, ...lost }] : []),
    { start: from, end: to, after, class: repairClass, hole: false },
    ...(holeAtEnd ? [{ start: to, end, ...lost }] : []),
  ];
}

/** Stretches where suspicious characters are close together. */
function clusters(text: string, isSuspicious: Suspicion): [number, number][] {
  const found: [number, number][] = [];
  for (let i = 0; i < text.length; i++) {
    if (!isSuspicious.at(i)) continue;
    const last = found.at(-1);
    if (last && i - last[1] <= WIDEST_GAP && !text.slice(last[1], i).includes('\n')) last[1] = i + 1;
    else found.push([i, i + 1]);
  }
  return found;
}

/** Answers for places asked in ascending order. */
function withinAny(spans: readonly (readonly [number, number])[]): (at: number) => boolean {
  let next = 0;
  return (at) => {
    while (next < spans.length && spans[next]![1] <= at) next++;
    return next < spans.length && spans[next]![0] <= at;
  };
}
