import { lineMarker, numberOf } from '../outline/markers.ts';
import { titleEnd } from '../rules/page-noise.ts';
import { type Edit, HAN, type Step } from './step.ts';

const LONG = 200;
const LONGEST_HEADING = 60;
const blank = new RegExp(`(?<=[${HAN}。！？；：:!?;…”’）)》〞.])[ \\u3000]+(?=[${HAN}“‘《（(\\d*_…])`, 'g');

/**
 * A site that lost the paragraphs left a blank where each ended. In a line that is far too long for a paragraph, a
 * blank after a full stop, after a short unfinished piece (a title, a heading) or before a numbered heading is one. Where
 * not even blanks are left, the numbers of headings show: 二、 after 一、, each behind a full stop.
 */
export const paragraphBreaks: Step = {
  name: 'paragraph-breaks',
  find(text) {
    const edits: Edit[] = [];
    let at = 0;
    for (const line of text.split('\n')) {
      if (line.length >= LONG && !line.includes('\t')) {
        const atBlanks = breaksOf(line, at);
        edits.push(...atBlanks, ...(atBlanks.length === 0 ? lostBreaks(line, at) : []));
      }
      at += line.length + 1;
    }
    return { edits };
  },
};

function breaksOf(line: string, offset: number): Edit[] {
  const edits: Edit[] = [];
  let start = 0;
  for (const match of line.matchAll(blank)) {
    const piece = line.slice(start, match.index);
    const next = line.slice(match.index + match[0].length, match.index + match[0].length + 12);
    const finished = /[。！？；：:!?…][”’）)》〞]?$/.test(piece);
    const heading =
      piece.length <= LONGEST_HEADING &&
      piece.length >= 4 &&
      !/[。；]/.test(piece) &&
      (titleEnd.test(piece) || lineMarker(piece) !== null);
    if (!finished && !heading && !lineMarker(next)) continue;
    const end = match.index + match[0].length;
    edits.push({ start: offset + match.index, end: offset + end, after: '\n', class: 'near-certain' });
    start = end;
  }
  return edits;
}

const headings =
  /(?<=[。！？；：…”’）)]|[\u4e00-\u9fff])(?:([一二三四五六七八九十]{1,3})、|[（(]([一二三四五六七八九十]{1,3})[）)]|(\d{1,2})[.．、](?!\d))/g;
const spoken = /(?<=[。！？；])(?:第[一二三四五六七八九十][，,、]|[一二三四五六七八九十]是[，,]?(?=要))/g;
const afterEnd = /[。！？；：…][”’）)]?$/;
const LONG_FOR_ITEMS = 1000;

/**
 * Breaks before headings of a line that holds several of the first level, one after the other. A list inside one
 * paragraph (…以下几点：1.…；2.…) is no such line.
 */
function lostBreaks(line: string, offset: number): Edit[] {
  const found = [...line.matchAll(headings)].filter((match) => match.index > 0);
  const inRow = (group: number): RegExpExecArray[] => {
    let wanted = 1;
    return found.filter((match) => {
      const number = match[group] === undefined ? null : numberOf(match[group]);
      // An item of a first sentence may stand at the very start, where it needs no break.
      if (number !== wanted && !(wanted === 1 && number === 2 && startsWithFirst(line, group))) return false;
      if (group !== 2 && !afterEnd.test(line.slice(Math.max(0, match.index - 2), match.index))) return false;
      wanted = number! + 1;
      return true;
    });
  };
  const first = inRow(1);
  if (first.length < 2 && !(first.length === 1 && startsWithFirst(line, 1))) return [];
  const places = new Set(first.map((match) => match.index));
  const sections = [0, ...places, line.length].toSorted((a, b) => a - b);
  for (const [i, from] of sections.slice(0, -1).entries()) {
    let wanted = 1;
    for (const match of found.filter(({ index }) => index > from && index < sections[i + 1]!)) {
      if (match[2] === undefined || numberOf(match[2]) !== wanted) continue;
      wanted++;
      places.add(match.index);
    }
  }
  if (line.length >= LONG_FOR_ITEMS) for (const match of line.matchAll(spoken)) places.add(match.index);
  return [...places].map((at) => ({
    start: offset + at,
    end: offset + at,
    after: '\n',
    class: 'near-certain' as const,
  }));
}

const startsWithFirst = (line: string, group: number): boolean => (group === 1 ? /^一、/ : /^[（(]一[）)]/).test(line);
