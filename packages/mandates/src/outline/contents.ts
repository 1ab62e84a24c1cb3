import { cleanTitle, type Found, type Heading, type Line, linesOf, LONGEST_TITLE } from './heading.ts';
import { lineMarker } from './markers.ts';

/** Where the table of contents stands in the text; empty when there is none. */
export function contentsRange(text: string): { readonly start: number; readonly end: number } {
  const lines = linesOf(text);
  const { from, to } = tableOfContents(lines);
  return to === 0 ? { start: 0, end: 0 } : { start: lines[from]!.start, end: lines[to]?.start ?? text.length };
}

export function tableOfContents(lines: readonly Line[]): { from: number; to: number; items: Found[] } {
  const from = lines.findIndex((line) => /^(目\s?录|提\s?纲|目录\/提纲|目次)[:：]?[….\s]*$/.test(line.text));
  if (from < 0) return { from: 0, to: 0, items: [] };
  const items: Found[] = [];
  let to = from + 1;
  for (; to < lines.length; to++) {
    const { text, start } = lines[to]!;
    const marker = lineMarker(text);
    if (/^[….\s]*$/.test(text)) continue;
    if (!marker || text.length > LONGEST_TITLE) break;
    // The first heading of the text itself repeats the first of the contents.
    if (items.length > 1 && text === lines[from + 1]!.text) break;
    items.push({ marker, title: cleanTitle(text.slice(marker.length)), start, end: start + text.length });
  }
  return { from, to, items };
}

const matchable = (title: string): string => title.replaceAll(/[\s，,、。：:“”]/g, '');

/** Puts what only the table of contents has where it belongs, with its own place as evidence. */
export function mergeContents(contents: readonly Heading[], body: readonly Heading[]): Heading[] {
  if (contents.length === 0) return [...body];
  const merged: Heading[] = [];
  let next = 0;
  for (const item of contents) {
    const at = body.findIndex((heading, i) => i >= next && matchable(heading.title) === matchable(item.title));
    if (at < 0) {
      merged.push({ ...item, bodyMissing: true });
      continue;
    }
    merged.push(...body.slice(next, at), { ...body[at]!, level: item.level });
    next = at + 1;
  }
  return [...merged, ...body.slice(next)];
}
