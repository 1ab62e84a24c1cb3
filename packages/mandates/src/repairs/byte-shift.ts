import type { Unknown } from '../mandate.ts';
import type { LanguageTools } from './language-tools.ts';
import { findRun, isOdd, LACUNA, type ShiftedRun } from './shifted-run.ts';
import type { Edit, Step } from './step.ts';
import { isHan } from './step.ts';

/**
 * Mojibake of text that lost one byte: every following two-byte pair of GBK then starts one byte late, until an odd
 * byte (seen as a Latin letter, `|`, `^`, `[` …) brings it back in step. The repair is arithmetic: take the bytes, put a
 * byte in front, decode. Only the character at each edge has lost half of itself; punctuation or a function word whose
 * byte fits settles it, or a set phrase. What is not settled becomes `□` and an unknown.
 */
export const byteShift: Step = {
  name: 'byte-shift',
  find(text, { tools }) {
    const edits: Edit[] = [];
    const unknowns: Omit<Unknown, 'rawStart' | 'rawEnd'>[] = [];
    const unreadable = (start: number, end: number): void =>
      void unknowns.push({ start, end, kind: 'unreadable', text: text.slice(start, end), unit: null });
    for (const [from, to] of clusters(text, tools).slice(0, MAX_CLUSTERS)) {
      let repairedUntil = from;
      const runs = bestRuns(text, Math.max(edits.at(-1)?.end ?? 0, from - REACH), to, tools);
      const least = runs.length > 0 ? 1 : 3;
      for (const run of runs) {
        markLeftover(text, repairedUntil, run.start, least, tools, unreadable);
        for (const { lacuna, ...edit } of editsOf(run)) {
          edits.push(edit);
          if (lacuna) unreadable(edit.start, edit.end);
        }
        repairedUntil = run.end;
      }
      markLeftover(text, repairedUntil, to, least, tools, unreadable);
    }
    return { edits, unknowns };
  },
};

const MAX_CLUSTERS = 300;
const REACH = 6;
const WIDEST_GAP = 7;

/** One edit for a run, or an edit of its own for an edge that stays a hole, so that only the hole is marked. */
function editsOf(run: ShiftedRun): (Edit & { readonly lacuna: boolean })[] {
  const parts: (Edit & { readonly lacuna: boolean })[] = [];
  const repairClass = run.certain ? 'certain' : 'near-certain';
  let { start, end, after } = run;
  if (after.startsWith(LACUNA)) {
    parts.push({ start, end: start + 1, after: LACUNA, class: 'not-restorable', lacuna: true });
    start += 1;
    after = after.slice(1);
  }
  const last = after.endsWith(LACUNA) && end - start > 1 ? after.slice(-2) : '';
  if (last) end -= 1;
  parts.push({ start, end, after: after.slice(0, after.length - last.length), class: repairClass, lacuna: false });
  if (last) parts.push({ start: end, end: run.end, after: last, class: 'not-restorable', lacuna: true });
  return parts;
}

/** Runs that do not overlap, the most believable taken first, in the order of the text. */
function bestRuns(text: string, from: number, to: number, tools: LanguageTools): ShiftedRun[] {
  const candidates: ShiftedRun[] = [];
  for (let at = from; at < to; at++) {
    const run = findRun(text, at, tools);
    if (run) candidates.push(run);
  }
  const kept: ShiftedRun[] = [];
  for (const run of candidates.toSorted((a, b) => b.worth - a.worth)) {
    if (kept.every((other) => run.end <= other.start || run.start >= other.end)) kept.push(run);
  }
  return kept.toSorted((a, b) => a.start - b.start);
}

/** Stretches where odd characters are close together, each with the reach that a repair may need. */
function clusters(text: string, tools: LanguageTools): [number, number][] {
  const found: [number, number][] = [];
  for (let i = 0; i < text.length; i++) {
    if (!isSuspicious(text, i, tools)) continue;
    const last = found.at(-1);
    if (last && i - last[1] <= WIDEST_GAP) last[1] = i + 1;
    else found.push([i, i + 1]);
  }
  return found;
}

const halfCharacter = /[A-Za-z@[\\\]^_`{|}~]/;

function isSuspicious(text: string, i: number, tools: LanguageTools): boolean {
  const character = text[i]!;
  if (character === '?' || character === '？')
    return /^[a-z\u00e0-\u01dc]{1,6}\)?[\u4e00-\u9fff]/.test(text.slice(i + 1, i + 10)) && isHan(text[i - 1]);
  if (halfCharacter.test(character)) return isHan(text[i - 1]) && isOdd(text[i - 1]!, tools);
  return isOdd(character, tools);
}

/** What is still mostly odd is unreadable: beside a repair already one character, elsewhere three, for a rare name is no damage. */
function markLeftover(
  text: string,
  from: number,
  to: number,
  least: number,
  tools: LanguageTools,
  mark: (start: number, end: number) => void,
): void {
  let odd = 0;
  let first = -1;
  let last = -1;
  for (let i = from; i < to; i++) {
    if (!isSuspicious(text, i, tools)) continue;
    odd++;
    if (first < 0) first = i;
    last = i;
  }
  if (odd >= least && odd / (last + 1 - first) >= 0.3) mark(first, last + 1);
}
