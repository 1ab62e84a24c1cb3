import { lineMarker } from '../outline/markers.ts';
import { titleEnd } from '../rules/page-noise.ts';
import type { Edit, Step } from './step.ts';
import { type WrapWidth, wrapWidth } from './wrap-width.ts';

const lineBreak = /[ \t\u3000\u00a0]*(?:<br\s*\/?>|\r\n|\r|\n)(?:[ \t\u3000\u00a0]|<br\s*\/?>|\r|\n)*/gi;

/**
 * Line breaks: those of `<br />` left as text, wraps at a fixed width, and breaks in mid-sentence go; the ends of
 * paragraphs stay as one newline each. In a format that knows its paragraphs only the literal tags are looked at.
 */
export const lineWraps: Step = {
  name: 'line-wraps',
  find(text, { lines: lineKind }) {
    const breaks = [...text.matchAll(lineBreak)];
    const edits: Edit[] = [];
    const lead = /^[\s\u3000\ufeff]+/.exec(text)?.[0].length ?? 0;
    if (lead > 0) edits.push({ start: 0, end: lead, after: '', class: 'certain' });
    const hard = lineKind === 'hard';
    const raw = hard ? text.split(/<br\s*\/?>|\r\n|\r|\n/i) : [];
    const way: Way = {
      hard,
      width: hard ? wrapWidth(raw) : null,
      // Where paragraphs are indented, an unindented line goes on.
      indented: breaks.filter((match) => indent.test(match[0])).length >= 2,
      margin: raw.filter((line) => line.trim() !== '').every((line) => /^[ \t\u3000\u00a0]/.test(line)),
    };
    let lineStart = lead;
    let paragraphStart = lead;
    for (const [i, match] of breaks.entries()) {
      const end = match.index + match[0].length;
      if (end <= lead) continue;
      const next = text.slice(end, breaks[i + 1]?.index ?? text.length);
      let after = '\n';
      if (end >= text.length || match.index <= lead) after = '';
      else {
        const line = text.slice(lineStart, match.index);
        const withIndent = text.slice(text.lastIndexOf('\n', lineStart - 1) + 1, match.index);
        const paragraph = text.slice(paragraphStart, match.index);
        if (goesOn({ paragraph, line, withIndent, found: match[0], next }, way)) {
          after = /[a-z]$/.test(line) && /^[a-z]/.test(next) ? ' ' : '';
        } else paragraphStart = end;
      }
      lineStart = end;
      if (match[0] !== after) edits.push({ start: match.index, end, after, class: 'certain' });
    }
    const tail = /[\s\u3000]+$/.exec(text)?.[0].length ?? 0;
    if (tail > 0 && breaks.at(-1)?.index !== text.length - tail && tail < text.length)
      edits.push({ start: text.length - tail, end: text.length, after: '', class: 'certain' });
    return { edits };
  },
};

type Way = {
  readonly hard: boolean;
  readonly width: WrapWidth | null;
  readonly indented: boolean;
  /** every line begins with blanks: they say nothing about paragraphs */
  readonly margin: boolean;
};

type Place = {
  /** what the break would be joined to, from the start of the paragraph and from the start of the line */
  readonly paragraph: string;
  readonly line: string;
  readonly withIndent: string;
  /** the break itself, with the blanks around it */
  readonly found: string;
  readonly next: string;
};

const indent = /(?: {2}|[\t\u3000])[ \t\u3000\u00a0]*$/;
const sentenceEnd = /([。！？；：!?;:…]|\.{3})[”’）)」』》]?\s*$/;
const opening =
  /^(各位|同志们|尊敬的|女士们|附件|附[：:]|[•·●■◆－—-]{1,2}|目录|[（(]?未完|…|此文|——|[（(]?(?:19|20)\d{2}年\d{1,2}月\d{1,2}日[）)]?$)/;
/** Words that cannot end a line of their own, and those that cannot begin one. */
const unfinished =
  /(?:[，,、]|分别|以及|并且|通过|按照|根据|围绕|关于|对于|由于|为了|正在|进行|已经|必须|应当|[\u4e00-\u9fff]{5}[的和与及或把被将对向从在是了])$/;
const unbegun =
  /^(?:[，。、；：！？”’）》,;:!?)]|[了着们]|[的地得](?!名|方|区|铁|下|上|点|址|理|带|块|段|质|主|位|图|税|票|震)|(?:亿|万)(?:元|吨|平|立|人|户)|[元吨](?!旦|月)|%|％|等[一-龥、，,。])/;
/** A sentence, not a heading: it reports that something was done, or opens with what it depends on. */
const sentence = /(?:[\u4e00-\u9fff]了[\u4e00-\u9fff]{2}|^(?:通过|为了|随着|经过|由于|因为|如果|虽然|尽管))/;

function goesOn(place: Place, way: Way): boolean {
  const { paragraph, line, found, next } = place;
  if (paragraph.includes('\t') || next.includes('\t')) return false;
  const isTag = /<br/i.test(found);
  const blankLine = /\n[ \t\u3000]*\n/.test(found.replaceAll('\r', ''));
  const isIndented = !way.margin && indent.test(found);
  const marked = lineMarker(next) !== null || opening.test(next);
  if (isIndented) return false;
  const full = way.width !== null && way.width.isFull(place.withIndent, next);
  // In an indented text a line that is not indented goes on, even if it happens to begin like a heading.
  if (marked)
    return full && way.indented && !way.margin && !blankLine && !sentenceEnd.test(paragraph) && line.length > 12;
  if (way.width && !/\n\s*\n\s*\n/.test(found)) {
    if (full) return !blankLine || isTag || !sentenceEnd.test(paragraph);
    if (isTag && !way.width.isShort(next)) return !sentenceEnd.test(paragraph) && !titleEnd.test(paragraph);
    return unbegun.test(next) || (/[，,、]$/.test(paragraph) && !blankLine);
  }
  if (!way.hard && !isTag) return false;
  if (blankLine && !isTag) return false;
  if (isTag && !sentenceEnd.test(paragraph) && !titleEnd.test(paragraph) && lineMarker(paragraph) === null) return true;
  if (sentenceEnd.test(paragraph)) return false;
  if (/^[（(【[][^（(【[\n]*[）)】\]]$/.test(paragraph)) return false;
  if (unfinished.test(paragraph) || unbegun.test(next)) return true;
  if (titleEnd.test(paragraph) || paragraph.startsWith('——') || next.length < 2) return false;
  const isHeading = lineMarker(paragraph) !== null && !/[。；]/.test(paragraph) && paragraph.length < 45;
  if (isHeading) return false;
  return sentence.test(paragraph) || (paragraph.length >= 30 && /[，,。;；]/.test(paragraph));
}
