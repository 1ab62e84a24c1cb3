import { lineMarker } from '../outline/markers.ts';
import { titleEnd } from '../rules/page-noise.ts';
import type { Edit, Step } from './step.ts';

/**
 * Line breaks: those of `<br />` left as text, wraps at a fixed width, and breaks in mid-sentence go; the ends of
 * paragraphs stay as one newline each. In a format that knows its paragraphs only the literal tags are looked at.
 */
export const lineWraps: Step = {
  name: 'line-wraps',
  find(text, { lines: lineKind }) {
    const breaks = [...text.matchAll(lineKind === 'hard' ? breakWithBlanks : breakBetweenCells)];
    const edits: Edit[] = [];
    const lead = (lineKind === 'hard' ? /^[\s\ufeff]+/ : /^[^\S\t]+/).exec(text)?.[0].length ?? 0;
    if (lead > 0) edits.push({ start: 0, end: lead, after: '', class: 'certain' });
    const starts = breaks.map((match) => match.index + match[0].length);
    const width =
      lineKind === 'hard'
        ? wrapWidth([0, ...starts].map((start, i) => text.slice(start, breaks[i]?.index ?? text.length)))
        : null;
    // Where paragraphs are indented, an unindented line goes on even when Latin letters made the one before it narrower.
    const indented = breaks.filter((match) => indent.test(match[0])).length >= 2;
    let lineStart = lead;
    let paragraphStart = lead;
    for (const [i, match] of breaks.entries()) {
      const end = match.index + match[0].length;
      if (end <= lead) continue;
      const next = text.slice(end, breaks[i + 1]?.index ?? text.length);
      let after = '\n';
      if (end >= text.length || match.index <= lead) after = '';
      else if (
        joins(
          text.slice(paragraphStart, match.index),
          text.slice(lineStart, match.index),
          match[0],
          next,
          width,
          indented,
          lineKind === 'hard',
        )
      ) {
        after = /[A-Za-z\d]$/.test(text.slice(lineStart, match.index)) && /^[A-Za-z]/.test(next) ? ' ' : '';
      } else paragraphStart = end;
      lineStart = end;
      if (match[0] !== after) edits.push({ start: match.index, end, after, class: 'certain' });
    }
    const tail = /[\s\u3000]+$/.exec(text)?.[0].length ?? 0;
    if (tail > 0 && breaks.at(-1)?.index !== text.length - tail && tail < text.length)
      edits.push({ start: text.length - tail, end: text.length, after: '', class: 'certain' });
    return { edits };
  },
};

const breakWithBlanks = /[ \t\u3000\u00a0]*(?:<br\s*\/?>|\r\n|\r|\n)(?:[ \t\u3000\u00a0]|<br\s*\/?>|\r|\n)*/gi;
/** A tab at either end of a line is the edge of an empty cell. */
const breakBetweenCells = /[ \u3000\u00a0]*(?:<br\s*\/?>|\r\n|\r|\n)(?:[ \u3000\u00a0]|<br\s*\/?>|\r|\n)*/gi;

const indent = /(?: {2}|[\t\u3000])[ \t\u3000\u00a0]*$/;
const sentenceEnd = /([。！？；：!?;:…]|\.{3})[”’）)」』》]?\s*$/;
const opening = /^(各位|同志们|尊敬的|女士们|附件|[•·●■◆－—-]{1,2}|目录|[（(]?未完|…|此文|——)/;

function joins(
  paragraph: string,
  line: string,
  found: string,
  next: string,
  width: number | null,
  indented: boolean,
  hard: boolean,
): boolean {
  if (lineMarker(next) || opening.test(next) || paragraph.includes('\t') || next.includes('\t')) return false;
  const isTag = /<br/i.test(found);
  if (indent.test(found)) return false;
  if (width !== null && !/\n\s*\n\s*\n/.test(found)) return displayWidth(line) >= (indented ? 0.7 * width : width - 4);
  if (!hard && !isTag) return false;
  if (/\n[ \t]*\n/.test(found.replaceAll('\r', '')) && !isTag) return false;
  if (isTag && !sentenceEnd.test(paragraph) && !titleEnd.test(paragraph) && lineMarker(paragraph) === null) return true;
  if (/[,，、]$/.test(paragraph)) return true;
  const running = paragraph.length >= 30 && /[,，。;；]/.test(paragraph) && !sentenceEnd.test(paragraph);
  const headingOnly = lineMarker(paragraph) !== null && !/[。；]/.test(paragraph) && paragraph.length < 45;
  return running && !headingOnly && next.length >= 2 && !paragraph.startsWith('——');
}

/** Columns on a page: a Chinese character takes two. */
export function displayWidth(line: string): number {
  let width = 0;
  for (let i = 0; i < line.length; i++) width += line.charCodeAt(i) > 0xff ? 2 : 1;
  return width;
}

const NARROWEST_WRAP = 40;

/**
 * The width at which a text was broken: most of its longer lines are just that wide, and few of them end a sentence.
 * Otherwise null.
 */
function wrapWidth(lines: readonly string[]): number | null {
  const shown = lines.map((line) => line.trim()).filter((line) => line !== '');
  const long = shown.filter((line) => displayWidth(line) >= NARROWEST_WRAP);
  if (long.length < 5 || long.length < 0.5 * shown.length) return null;
  const counts = new Map<number, number>();
  for (const line of long) counts.set(displayWidth(line), (counts.get(displayWidth(line)) ?? 0) + 1);
  const near = (at: number): number =>
    [-3, -2, -1, 0, 1, 2].reduce((sum, step) => sum + (counts.get(at + step) ?? 0), 0);
  const best = [...counts.keys()].reduce((a, b) => (near(b) > near(a) ? b : a));
  const finished = long.filter((line) => sentenceEnd.test(line)).length;
  return best <= 120 && near(best) >= 0.6 * long.length && finished <= 0.4 * long.length ? best : null;
}
