/** How a text was broken into lines of one length: measured in characters or in columns. */
export type WrapWidth = {
  /** a line that reaches its end: what follows it is the same paragraph */
  readonly isFull: (line: string, next: string) => boolean;
  readonly isShort: (line: string) => boolean;
};

/** Columns on a page: a Chinese character takes two. */
function columns(line: string): number {
  let width = 0;
  for (let i = 0; i < line.length; i++) width += line.charCodeAt(i) > 0xff ? 2 : 1;
  return width;
}

const characters = (line: string): number => line.length;

type Measure = { readonly of: (line: string) => number; readonly narrowest: number; readonly slack: number };

const measures: readonly Measure[] = [
  { of: characters, narrowest: 16, slack: 1 },
  { of: columns, narrowest: 32, slack: 3 },
];
const WIDEST = 140;
const LEAST_FULL_LINES = 4;
const LEAST_FULL_SHARE = 0.3;
const MOST_LONGER = 0.05;
const MOST_FINISHED = 0.5;
const LEAST_RUNNING = 0.4;
const finished = /[。！？；：!?;:…][”’）)」』》]?$/;
const running = /[，。、；,]/;

/**
 * The length at which lines were broken: it is reached by a good part of them and passed by almost none. Null for a text
 * whose lines are paragraphs: their lengths are all different.
 */
export function wrapWidth(lines: readonly string[]): WrapWidth | null {
  const shown = lines.filter((line) => line.trim() !== '');
  const margin = Math.min(...shown.map((line) => line.length - line.trimStart().length));
  const flush = shown.map((line) => line.trimEnd().slice(margin));
  let best: { readonly measure: Measure; readonly width: number; readonly share: number } | null = null;
  for (const measure of measures) {
    const widths = flush.map(measure.of);
    const counts = new Map<number, number>();
    for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
    for (const width of counts.keys()) {
      if (width < measure.narrowest || width > WIDEST) continue;
      const fullLines = flush.filter((_, i) => widths[i]! <= width && widths[i]! >= width - measure.slack);
      const full = fullLines.length;
      const longer = widths.filter((other) => other > width + 1).length;
      const share = full / shown.length;
      if (full < LEAST_FULL_LINES || share < LEAST_FULL_SHARE || longer > MOST_LONGER * shown.length) continue;
      // Lines of a list may be equally long too, but they are whole sentences or hold none.
      if (fullLines.filter((line) => finished.test(line)).length > MOST_FINISHED * full) continue;
      if (fullLines.filter((line) => running.test(line)).length < LEAST_RUNNING * full) continue;
      if (!best || share > best.share) best = { measure, width, share };
    }
  }
  if (!best) return null;
  const { measure, width } = best;
  return {
    isFull: (line, next) => {
      const reached = measure.of(line.trimEnd().slice(margin));
      // A number or a Latin word is not broken: it went to the next line as a whole.
      const unbroken = /^[\dA-Za-z.,%]+/.exec(next.trimStart())?.[0].length ?? 0;
      // No line begins with a stop: the line before may be one shorter or longer.
      return reached + unbroken >= width - measure.slack - (measure.of === columns ? 1 : 0);
    },
    isShort: (line) => measure.of(line.trim()) < 0.6 * width,
  };
}
