import { lineMarker } from '../outline/markers.ts';
import { titleEnd } from '../rules/page-noise.ts';
import { type Edit, HAN, type Step } from './step.ts';

const LONG = 200;
const LONGEST_HEADING = 60;
const blank = new RegExp(`(?<=[${HAN}。！？；：:!?;…”’）)》〞.])[ \\u3000]+(?=[${HAN}“‘《（(\\d*_…])`, 'g');

/**
 * A site that lost the paragraphs left a blank where each ended. In a line that is far too long for a paragraph, a
 * blank after a full stop, after a short unfinished piece (a title, a heading) or before a numbered heading is one.
 */
export const paragraphBreaks: Step = {
  name: 'paragraph-breaks',
  find(text) {
    const edits: Edit[] = [];
    let at = 0;
    for (const line of text.split('\n')) {
      if (line.length >= LONG && !line.includes('\t')) edits.push(...breaksOf(line, at));
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
