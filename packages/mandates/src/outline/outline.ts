import { ownerOf } from '../directives/owner.ts';
import { lineMarker, type Marker, type MarkerFamily, spokenMarker } from './markers.ts';

/** A heading in the clean text. `end` is where its title ends: what follows on the same line is its body. */
export type Heading = {
  readonly level: number;
  readonly number: string;
  readonly title: string;
  readonly start: number;
  readonly end: number;
  readonly bodyMissing: boolean;
};

type Found = { readonly marker: Marker | null; readonly title: string; readonly start: number; readonly end: number };

/**
 * The outline of a document: numbered headings on lines of their own or running into the text, spoken points (第一,
 * 一是, 首先) below a heading, unnumbered headings between paragraphs, and what only the table of contents still has.
 */
export function outlineOf(text: string): Heading[] {
  const lines = linesOf(text);
  const contents = tableOfContents(lines);
  const body: Found[] = [];
  const inline = new Set<MarkerFamily>();
  const firstParagraph = lines.findIndex((line) => line.text.length >= 40);
  for (const [i, line] of lines.entries()) {
    if (i >= contents.from && i < contents.to) continue;
    const written = writtenHeading(line);
    if (written) {
      body.push(written);
      inline.clear();
    } else if (isPlainHeading(lines, i, firstParagraph))
      body.push({ marker: null, title: line.text, start: line.start, end: line.start + line.text.length });
    body.push(
      ...[...spokenPoints(line, body, inline), ...parallelSentences(line, body)].toSorted((a, b) => a.start - b.start),
    );
  }
  return mergeContents(withLevels(contents.items), withLevels(body));
}

type Line = { readonly text: string; readonly start: number };

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    lines.push({ text: line, start: at });
    at += line.length + 1;
  }
  return lines;
}

/** Where the table of contents stands in the text; empty when there is none. */
export function contentsRange(text: string): { readonly start: number; readonly end: number } {
  const lines = linesOf(text);
  const { from, to } = tableOfContents(lines);
  return to === 0 ? { start: 0, end: 0 } : { start: lines[from]!.start, end: lines[to]?.start ?? text.length };
}

function tableOfContents(lines: readonly Line[]): { from: number; to: number; items: Found[] } {
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

const LONGEST_TITLE = 60;
const LONGEST_RUN_IN = 45;
const LONGEST_ITEM_TITLE = 25;

const cleanTitle = (title: string): string =>
  title
    .trim()
    .replace(/[。．.：:\s]+$/, '')
    .replace(/[….·\s]*\d*$/, (end) => (/[….·]/.test(end) ? '' : end));

/** A numbered heading that takes its line, or the first sentence of it. */
function writtenHeading(line: Line): Found | null {
  const marker = lineMarker(line.text);
  if (!marker || isSpoken(marker.family)) return null;
  const rest = line.text.slice(marker.length);
  const stop = rest.search(/[。！？]/);
  const isItem = marker.family === 'arabic' || marker.family === 'arabic_parenthesised' || marker.family === 'circled';
  const whole = stop < 0 || stop === rest.length - 1;
  const title = stop < 0 ? rest : rest.slice(0, stop);
  if (title.length === 0) return null;
  // 二、各责任单位要于每周五报送进展。 is an order with a number, not a heading.
  if (stop >= 0 && (ownerOf(title) !== null || (whole && title.length > LONGEST_ITEM_TITLE))) return null;
  // A numbered item that is a sentence of its own is an item of a list, not a heading.
  if (
    isItem
      ? title.length > LONGEST_ITEM_TITLE || /[；;]/.test(title) || (whole && stop >= 0)
      : title.length > (whole && stop < 0 ? LONGEST_TITLE : LONGEST_RUN_IN)
  )
    return null;
  return { marker, title: cleanTitle(title), start: line.start, end: line.start + marker.length + title.length };
}

const isSpoken = (family: MarkerFamily): boolean =>
  family === 'ordinal' || family === 'point' || family === 'demand' || family === 'parallel';

/**
 * 第一, 一是, 首先: at the start of a line or after a full stop. A list that begins inside a sentence (…:一是…。二是…) is
 * none, to its end; `inline` remembers which families are in such a list.
 */
function spokenPoints(line: Line, before: readonly Found[], inline: Set<MarkerFamily>): Found[] {
  const found: Found[] = [];
  for (const match of line.text.matchAll(
    /(?<=^|[。！？…：:，,；;][”’）)]?\s*)(?=第?[一二三四五六七八九十]|首先|其次|再次)/g,
  )) {
    const rest = line.text.slice(match.index);
    const marker = spokenMarker(rest);
    if (!marker || marker.number === 99) continue;
    const opens = match.index === 0 || /[。！？…][”’）)]?\s*$/.test(line.text.slice(0, match.index));
    if (match.index === 0 || (marker.number === 1 && opens)) inline.delete(marker.family);
    else if (marker.number === 1) inline.add(marker.family);
    if (!opens || inline.has(marker.family)) continue;
    const all = [...before, ...found];
    const nested = all.some(
      (item) => item.marker !== null && item.marker.family !== 'point' && item.marker.family !== 'demand',
    );
    if (marker.family !== 'ordinal' && !nested) continue;
    if (
      match.index > 0 &&
      marker.number > 1 &&
      !all.some((item) => item.marker?.family === marker.family && item.marker.number === marker.number - 1)
    )
      continue;
    const title = pointTitle(rest.slice(marker.length), marker.family);
    if (title === null) continue;
    found.push({
      marker,
      title: cleanTitle(title),
      start: line.start + match.index,
      end: line.start + match.index + marker.length + title.length,
    });
  }
  return found;
}

/** Three or more short sentences of one paragraph, built alike (要围绕…精准建言。), each opening what follows it. */
function parallelSentences(line: Line, before: readonly Found[]): Found[] {
  if (before.length === 0) return [];
  const alike = new Map<string, { start: number; text: string }[]>();
  for (const match of line.text.matchAll(/(?<=[。！？])(要[^。！？，,；]{6,28})(?=。)/g)) {
    const key = match[1]!.slice(0, 3) + match[1]!.slice(-4);
    alike.set(key, [...(alike.get(key) ?? []), { start: match.index, text: match[1]! }]);
  }
  return [...alike.values()]
    .filter((group) => group.length >= 3)
    .flatMap((group) =>
      group.map(({ start, text }, i) => ({
        marker: { family: 'parallel' as const, number: i + 1, label: '', length: 0 },
        title: text,
        start: line.start + start,
        end: line.start + start + text.length,
      })),
    );
}

function pointTitle(rest: string, family: MarkerFamily): string | null {
  const stop = rest.search(/[。！？；;]/);
  const sentence = stop < 0 ? rest : rest.slice(0, stop);
  if (stop >= 0 && /[；;]/.test(rest[stop]!)) return null;
  if (family === 'demand')
    return stop >= 0 && sentence.length <= LONGEST_ITEM_TITLE && !/[，,]/.test(sentence) ? sentence : null;
  if (sentence.length <= LONGEST_ITEM_TITLE) return sentence;
  const comma = sentence.search(/[，,]/);
  return comma > 0 && comma <= LONGEST_RUN_IN
    ? sentence.slice(0, comma)
    : sentence.length <= LONGEST_RUN_IN
      ? sentence
      : null;
}

/** A short line without an end between paragraphs. */
function isPlainHeading(lines: readonly Line[], i: number, firstParagraph: number): boolean {
  const { text } = lines[i]!;
  if (i <= firstParagraph || firstParagraph < 0 || lineMarker(text)) return false;
  if (
    text.length < 4 ||
    text.length > 40 ||
    /[。！？；：，,:;!?…\t]/.test(text) ||
    /^[—(（\d*]/.test(text) ||
    /[日月年]$/.test(text)
  )
    return false;
  const next = lines[i + 1]?.text ?? '';
  const previous = lines[i - 1]!.text;
  return (next.length >= 60 || lineMarker(next) !== null) && previous.length >= 40 && /[。！？]$/.test(previous);
}

/** Depth by nesting: a family that is new below the current heading opens a level, a number that goes on returns to its own. */
function withLevels(items: readonly Found[]): Heading[] {
  const stack: { family: MarkerFamily; number: number }[] = [];
  const usual = new Map<MarkerFamily, number>();
  return items.map(({ marker, title, start, end }) => {
    if (!marker) {
      stack.length = 0;
      return { level: 1, number: '', title, start, end, bodyMissing: false };
    }
    const { family, number, label } = marker;
    let at = stack.findLastIndex((open) => open.family === family && (open.number < number || !isSpoken(family)));
    if (number === 1 && isSpoken(family)) at = -1;
    if (at >= 0) stack.length = at;
    else if (number > 1 || stack.every((open) => open.family !== family))
      stack.length = Math.min(stack.length, number > 1 ? (usual.get(family) ?? stack.length + 1) - 1 : stack.length);
    stack.push({ family, number });
    if (!usual.has(family)) usual.set(family, stack.length);
    return { level: stack.length, number: label, title, start, end, bodyMissing: false };
  });
}

const matchable = (title: string): string => title.replaceAll(/[\s，,、。：:“”]/g, '');

/** Puts what only the table of contents has where it belongs, with its own place as evidence. */
function mergeContents(contents: readonly Heading[], body: readonly Heading[]): Heading[] {
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

/** Titles of the headings above a place, outermost first. */
export function headingsAbove(outline: readonly Heading[], at: number): string[] {
  const path: Heading[] = [];
  for (const heading of outline) {
    if (heading.bodyMissing || heading.start > at) continue;
    while (path.length > 0 && path.at(-1)!.level >= heading.level) path.pop();
    path.push(heading);
  }
  return path.map((heading) => heading.title);
}
