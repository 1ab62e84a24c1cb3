import { attachmentHeading, attachmentList } from './attachments.ts';
import { mergeContents, tableOfContents } from './contents.ts';
import {
  cleanTitle,
  type Found,
  type Heading,
  isSpoken,
  type Line,
  linesOf,
  LONGEST_ITEM_TITLE,
  LONGEST_RUN_IN,
  LONGEST_TITLE,
} from './heading.ts';
import { parallelSentences, spokenPoints } from './spoken-points.ts';
import { ownerOf } from '../directives/owner.ts';
import { lineMarker, type Marker, type MarkerFamily } from './markers.ts';

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
  const listed = attachmentList(lines);
  const decimals = lines.filter(({ text: line }) => lineMarker(line)?.family === 'decimal').length >= 2;
  for (const [i, line] of lines.entries()) {
    if ((i >= contents.from && i < contents.to) || listed.has(i)) continue;
    const written = attachmentHeading(lines, i) ?? writtenHeading(line, decimals) ?? bracketedHeading(line);
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

/** A numbered heading that takes its line, or the first sentence of it. */
function writtenHeading(line: Line, decimals: boolean): Found | null {
  const marker = lineMarker(line.text) ?? (decimals ? plainNumber(line.text) : null);
  if (!marker || isSpoken(marker.family)) return null;
  const rest = line.text.slice(marker.length);
  const stop = endOfTitle(rest);
  const isItem = marker.family === 'arabic' || marker.family === 'arabic_parenthesised' || marker.family === 'circled';
  const whole = stop < 0 || stop === rest.length - 1;
  // An article of a regulation is a provision, not a heading.
  if (marker.family === 'article' && (stop >= 0 || rest.length > LONGEST_ITEM_TITLE)) return null;
  if (marker.family === 'attachment') return null;
  const title = stop < 0 ? rest : rest.slice(0, stop);
  if (title.length === 0 || deadline.test(title)) return null;
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

/** `1 总则`, where 1.1 and 1.2 show that such numbers are headings. */
function plainNumber(text: string): Marker | null {
  const match = /^(\d{1,2})[ \u3000]+(?=[\u4e00-\u9fff，、]{2,20}$)/.exec(text);
  return match && { family: 'arabic', number: Number(match[1]), label: match[1]!, length: match[0].length };
}

/** A heading sets no day. */
const deadline = /\d[日号]前|月底前/;

/** The first full stop, or the colon behind a short title that opens a paragraph; -1 when the title takes its line. */
function endOfTitle(rest: string): number {
  const stop = rest.search(/[。！？]/);
  const colon = rest.search(/[：:]/);
  const opens =
    colon > 1 && colon <= LONGEST_COLON_TITLE && (stop < 0 || colon < stop) && rest.length - colon > LEAST_BODY;
  return opens && !/[，,；;]/.test(rest.slice(0, colon)) ? colon : stop;
}

const LONGEST_COLON_TITLE = 20;
const LEAST_BODY = 25;

/** 【总体要求】 on a line of its own. */
function bracketedHeading(line: Line): Found | null {
  const match = /^[【〖]([^【】〖〗。；\n]{2,30})[】〗]$/.exec(line.text.trim());
  if (!match || !/[\u4e00-\u9fff]/.test(match[1]!)) return null;
  return { marker: null, title: match[1]!, start: line.start, end: line.start + line.text.length };
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
    // An attachment is a document of its own, and 一、 stands above what is only said: 首先, 一是.
    const spokenOnly = stack.every((open) => isSpoken(open.family));
    if (family === 'attachment' || (family === 'dun' && number === 1 && spokenOnly)) stack.length = 0;
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
