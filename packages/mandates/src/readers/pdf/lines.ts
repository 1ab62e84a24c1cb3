import type { Word } from './page.ts';

/** Words that stand together without a wide gap. */
export type Fragment = { readonly text: string; readonly left: number; readonly right: number };

/** Words on one line, from left to right. */
export type Line = {
  readonly fragments: readonly Fragment[];
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  /** of the font that most of it is set in */
  readonly size: number;
};

/** Gaps in units of the font size: one that parts Latin words, and one that parts columns. */
const WORD_GAP = 0.2;
const COLUMN_GAP = 1.2;

export const textOf = (line: Line): string => line.fragments.map(({ text }) => text).join(' ');

/** Puts words on lines, from top to bottom. Text drawn twice to look bold counts once. */
export function linesOf(words: readonly Word[]): Line[] {
  const rows: Word[][] = [];
  for (const word of words.toSorted((a, b) => a.baseline - b.baseline)) {
    const row = rows.at(-1);
    const [first] = row ?? [];
    if (row && first && word.baseline - first.baseline <= Math.max(first.size, word.size) * 0.45) row.push(word);
    else rows.push([word]);
  }
  return rows.map((row) => lineOf(row.toSorted((a, b) => a.left - b.left)));
}

function lineOf(words: readonly Word[]): Line {
  const fragments: { text: string; left: number; right: number }[] = [];
  const longest = words.reduce((a, b) => (b.text.length > a.text.length ? b : a));
  let last: Word | null = null;
  for (const word of words) {
    if (last && (isDrawnTwice(last, word) || isNoteMark(word, last, longest))) continue;
    const open = fragments.at(-1);
    const gap = open ? word.left - open.right : Number.POSITIVE_INFINITY;
    if (open && gap < COLUMN_GAP * word.size) {
      open.text = withGap(open.text, word.text, gap > WORD_GAP * word.size);
      open.right = Math.max(open.right, word.right);
    } else fragments.push({ text: word.text, left: word.left, right: word.right });
    last = word;
  }
  return {
    fragments,
    left: fragments[0]!.left,
    right: fragments.reduce((far, { right }) => Math.max(far, right), 0),
    baseline: longest.baseline,
    size: longest.size,
  };
}

const isDrawnTwice = (a: Word, b: Word): boolean =>
  a.text === b.text && Math.abs(a.left - b.left) < 1.5 && Math.abs(a.baseline - b.baseline) < 1.5;

/** A small raised number behind Chinese text; behind a unit it is an exponent. */
const isNoteMark = (word: Word, before: Word, line: Word): boolean =>
  word.size <= line.size * 0.75 &&
  line.baseline - word.baseline > line.size * 0.15 &&
  /^[[［]?\d{1,2}[\]］]?$/.test(word.text) &&
  /[\p{Script=Han}，。；：”》）]$/u.test(before.text);

/** Chinese needs no blank between words; a gap between letters or digits is one. */
export function withGap(before: string, after: string, isGap: boolean): string {
  const isLatin = /[\p{Script=Latin}\d,.;:)%]$/u.test(before) && /^[\p{Script=Latin}\d(]/u.test(after);
  return isGap && isLatin ? `${before} ${after}` : before + after;
}

/** The end of one line and the beginning of the next, of one paragraph. */
export const withNextLine = (before: string, after: string): string =>
  /\p{Script=Latin}$/u.test(before) && /^\p{Script=Latin}/u.test(after) ? `${before} ${after}` : before + after;
