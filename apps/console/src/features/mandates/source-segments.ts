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
    }
  | { readonly kind: 'unknown'; readonly what: string; readonly text: string }
  | { readonly kind: 'gap'; readonly gap: DocumentView['gaps'][number] }
  | { readonly kind: 'contradiction'; readonly stated: string; readonly computed: string };

export type SourceLine = {
  readonly start: number;
  readonly segments: readonly Segment[];
  /** position in the outline of the heading that begins on this line */
  readonly heading: number | null;
  /** the heading takes the whole line */
  readonly isHeadingOnly: boolean;
  /** a row of a table: its cells are parted by stretches that are one tab */
  readonly isRow: boolean;
};

type Marked = { readonly start: number; readonly end: number; readonly mark: SourceMark };

/** The text parted into lines and stretches, every stretch with all that is known about it. Linear in text and marks. */
export function sourceLines(document: DocumentView, withRepairs: boolean): SourceLine[] {
  const marked = marksOf(document, withRepairs).toSorted((a, b) => a.start - b.start || a.end - b.end);
  const lines: SourceLine[] = [];
  let at = 0;
  for (const text of document.text.split('\n')) {
    const start = at;
    const end = start + text.length;
    at = end + 1;
    const heading = document.outline.findIndex(
      (item) => !item.bodyMissing && item.start >= start && item.start < Math.max(end, start + 1),
    );
    lines.push({
      start,
      segments: segmentsOf(document, marked, start, end),
      heading: heading < 0 ? null : heading,
      isHeadingOnly: heading >= 0 && document.outline[heading]!.end >= end - 1,
      isRow: text.includes('\t'),
    });
  }
  return lines;
}

function marksOf(document: DocumentView, withRepairs: boolean): Marked[] {
  return [
    ...document.repairs
      .filter((repair) => withRepairs || !repair.applied)
      // A whole menu that was taken away says nothing at its place in the text.
      .filter((repair) => repair.step !== 'page-frame' && repair.step !== 'line-wraps')
      .map(({ start, end, before, after, class: of, applied }) => ({
        start,
        end,
        mark: { kind: 'repair' as const, before, after, class: of, applied },
      })),
    ...document.unknowns.map(({ start, end, kind, text }) => ({
      start,
      end,
      mark: { kind: 'unknown' as const, what: kind, text },
    })),
    ...document.gaps.map((gap) => ({ start: gap.start, end: gap.end, mark: { kind: 'gap' as const, gap } })),
    ...document.contradictions.map(({ start, end, stated, computed }) => ({
      start,
      end,
      mark: { kind: 'contradiction' as const, stated, computed },
    })),
  ];
}

function segmentsOf(document: DocumentView, marked: readonly Marked[], start: number, end: number): Segment[] {
  const here = marked.filter(
    (span) => span.start <= end && span.end >= start && (span.end > start || span.start === span.end),
  );
  const directives = document.items.filter((item) => item.start < end && item.end > start);
  const cuts = new Set([start, end]);
  for (const span of [...here, ...directives]) {
    if (span.start > start && span.start < end) cuts.add(span.start);
    if (span.end > start && span.end < end) cuts.add(span.end);
  }
  for (
    let tab = document.text.indexOf('\t', start);
    tab >= 0 && tab < end;
    tab = document.text.indexOf('\t', tab + 1)
  ) {
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
      text: document.text.slice(from, to),
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
