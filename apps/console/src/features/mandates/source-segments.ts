import type { DocumentView } from '@duban/contract/mandates';

/** A stretch of the clean text that is shown in one way. */
export type Segment = {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** the directives that the stretch belongs to */
  readonly directives: readonly string[];
  readonly marks: readonly SourceMark[];
};

export type SourceMark =
  | {
      readonly kind: 'repair';
      readonly before: string;
      readonly after: string;
      readonly class: string;
      readonly applied: boolean;
      /** the rules only propose it and nobody has accepted it */
      readonly isWaiting: boolean;
    }
  | { readonly kind: 'unknown'; readonly what: string; readonly text: string }
  | { readonly kind: 'quantity'; readonly quantity: DocumentView['quantities'][number] }
  | { readonly kind: 'gap'; readonly gap: DocumentView['gaps'][number] }
  | { readonly kind: 'contradiction'; readonly what: string; readonly stated: string; readonly computed: string };

/** What the text is drawn from. Decisions about directives change none of it, so that the text need not be drawn anew. */
export type SourceOf = Pick<
  DocumentView,
  'text' | 'outline' | 'repairs' | 'gaps' | 'unknowns' | 'quantities' | 'contradictions'
> & { readonly spans: readonly DirectiveSpan[] };

export type DirectiveSpan = { readonly id: string; readonly start: number; readonly end: number };

export type SourceLine = {
  readonly start: number;
  readonly segments: readonly Segment[];
  /** position in the outline of the heading that begins on this line */
  readonly heading: number | null;
  /** the heading takes the whole line */
  readonly isHeadingOnly: boolean;
  /** a row of a table: its cells are parted by stretches that are one tab */
  readonly isRow: boolean;
  /** the directives that it holds a part of */
  readonly directives: ReadonlySet<string>;
};

type Marked = { readonly start: number; readonly end: number; readonly mark: SourceMark };

/** The text parted into lines and stretches, every stretch with all that is known about it. Linear in text and marks. */
export function sourceLines(source: SourceOf, withRepairs: boolean): SourceLine[] {
  const { text, outline, spans } = source;
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const lines = starts.map((start, i) => ({ start, end: i + 1 < starts.length ? starts[i + 1]! - 1 : text.length }));
  const marked = perLine(lines, marksOf(source, withRepairs));
  const directives = perLine(lines, spans);
  const headings = new Map<number, number>();
  for (const [i, item] of outline.entries()) {
    const line = lineAt(lines, item.start);
    if (!item.bodyMissing && !headings.has(line)) headings.set(line, i);
  }
  return lines.map(({ start, end }, i) => {
    const heading = headings.get(i) ?? null;
    const here = directives[i]!.filter((span) => span.start < end && span.end > start);
    return {
      start,
      segments: segmentsOf(text, marked[i]!, here, start, end),
      heading,
      isHeadingOnly: heading !== null && outline[heading]!.end >= end - 1,
      isRow: text.slice(start, end).includes('\t'),
      directives: new Set(here.map(({ id }) => id)),
    };
  });
}

type Stretch = { readonly start: number; readonly end: number };

/** The line in which an offset lies. */
function lineAt(lines: readonly Stretch[], at: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lines[middle]!.start <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** For every line what lies in it, in the order of the text. */
function perLine<Item extends Stretch>(lines: readonly Stretch[], items: readonly Item[]): Item[][] {
  const found: Item[][] = lines.map(() => []);
  for (const item of items.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = lineAt(lines, Math.max(item.start, item.end - 1));
    for (let i = lineAt(lines, item.start); i <= last; i++) found[i]!.push(item);
  }
  return found;
}

function marksOf(document: SourceOf, withRepairs: boolean): Marked[] {
  return [
    ...document.repairs
      .filter((repair) => withRepairs || (repair.proposed && !repair.applied))
      // A whole menu that was taken away says nothing at its place in the text.
      .filter((repair) => repair.step !== 'page-frame' && repair.step !== 'line-wraps')
      .map(({ start, end, before, after, class: of, applied, proposed }) => ({
        start,
        end,
        mark: { kind: 'repair' as const, before, after, class: of, applied, isWaiting: proposed && !applied },
      })),
    ...document.unknowns.map(({ start, end, kind, text }) => ({
      start,
      end,
      mark: { kind: 'unknown' as const, what: kind, text },
    })),
    ...document.gaps.map((gap) => ({ start: gap.start, end: gap.end, mark: { kind: 'gap' as const, gap } })),
    ...document.quantities.map((quantity) => ({
      start: quantity.start,
      end: quantity.end,
      mark: { kind: 'quantity' as const, quantity },
    })),
    ...document.contradictions.flatMap(({ start, end, kind, stated, computed, other }) => {
      const mark = { kind: 'contradiction' as const, what: kind, stated, computed };
      return [{ start, end, mark }, ...(other ? [{ start: other.start, end: other.end, mark }] : [])];
    }),
  ];
}

function segmentsOf(
  text: string,
  here: readonly Marked[],
  directives: readonly DirectiveSpan[],
  start: number,
  end: number,
): Segment[] {
  const cuts = new Set([start, end]);
  for (const span of [...here, ...directives]) {
    if (span.start > start && span.start < end) cuts.add(span.start);
    if (span.end > start && span.end < end) cuts.add(span.end);
  }
  for (let tab = text.indexOf('\t', start); tab >= 0 && tab < end; tab = text.indexOf('\t', tab + 1)) {
    cuts.add(tab).add(tab + 1);
  }
  const points = [...cuts].toSorted((a, b) => a - b);
  const segments: Segment[] = [];
  for (const [i, from] of points.entries()) {
    const empty = here.filter((span) => span.start === span.end && span.start === from);
    if (empty.length > 0)
      segments.push({ start: from, end: from, text: '', directives: [], marks: empty.map(({ mark }) => mark) });
    const to = points[i + 1];
    if (to === undefined || to === from) continue;
    segments.push({
      start: from,
      end: to,
      text: text.slice(from, to),
      directives: directives.filter((item) => item.start <= from && item.end >= to).map((item) => item.id),
      marks: here
        .filter((span) => span.start <= from && span.end >= to && span.end > span.start)
        .map(({ mark }) => mark),
    });
  }
  return segments;
}

/** Rows that follow one another are one table. */
export function tablesAndLines(lines: readonly SourceLine[]): (SourceLine | readonly SourceLine[])[] {
  const blocks: (SourceLine | SourceLine[])[] = [];
  for (const line of lines) {
    const last = blocks.at(-1);
    if (line.isRow && Array.isArray(last)) last.push(line);
    else blocks.push(line.isRow ? [line] : line);
  }
  return blocks;
}

/** The cells of a row. */
export function cellsOf({ segments }: SourceLine): readonly (readonly Segment[])[] {
  const cells: Segment[][] = [[]];
  for (const segment of segments) {
    if (segment.text === '\t') cells.push([]);
    else cells.at(-1)!.push(segment);
  }
  return cells.length > 1 && cells.at(-1)!.length === 0 ? cells.slice(0, -1) : cells;
}
