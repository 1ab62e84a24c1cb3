import type { Gap, Span } from '../mandate.ts';
import { lineMarker, type MarkerFamily } from '../outline/markers.ts';
import { contentsRange } from '../outline/contents.ts';
import { contradiction, type FoundContradiction } from './found-contradiction.ts';

/** Families whose numbers go through a text without pause; items of lists begin anew wherever they like. */
const families: readonly MarkerFamily[] = ['part', 'chapter', 'dun', 'parenthesised'];

type Numbered = {
  readonly family: MarkerFamily;
  readonly number: number;
  readonly label: string;
  readonly place: Span;
};

/** A number of a heading that comes twice, and one that is left out though nothing says that text is missing. */
export function wrongNumbering(text: string, gaps: readonly Pick<Gap, 'start' | 'kind'>[]): FoundContradiction[] {
  const found: FoundContradiction[] = [];
  const last = new Map<MarkerFamily, Numbered>();
  for (const item of numberedLines(text)) {
    const before = last.get(item.family);
    // A higher heading begins its own row of lower ones.
    for (const lower of families.slice(families.indexOf(item.family) + 1)) last.delete(lower);
    last.set(item.family, item);
    if (!before || item.number === before.number + 1 || item.number === 1) continue;
    if (gaps.some((gap) => gap.start >= before.place.start && gap.start <= item.place.start)) continue;
    const other = before.place;
    if (item.number === before.number)
      found.push(
        contradiction(text, item.place, {
          kind: 'repeated_number',
          stated: item.label,
          computed: text.slice(other.start, other.end),
          other,
        }),
      );
    else if (item.number === before.number + 2 && !standsInside(text, item.number - 1, before, item))
      found.push(
        contradiction(text, item.place, {
          kind: 'missing_number',
          stated: chineseNumber(item.number - 1),
          computed: `${before.label} → ${item.label}`,
          other,
        }),
      );
  }
  return found;
}

function numberedLines(text: string): Numbered[] {
  const contents = contentsRange(text);
  const found: Numbered[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    const marker = lineMarker(line);
    if (marker && families.includes(marker.family) && !(at >= contents.start && at < contents.end)) {
      const end = at + Math.min(line.length, LONGEST);
      found.push({ family: marker.family, number: marker.number, label: marker.label, place: { start: at, end } });
    }
    at += line.length + 1;
  }
  return found;
}

const LONGEST = 30;
const digits = '零一二三四五六七八九';

const chineseNumber = (number: number): string =>
  number < 10
    ? digits[number]!
    : `${number >= 20 ? digits[Math.floor(number / 10)] : ''}十${number % 10 ? digits[number % 10] : ''}`;

/** The number in between may open a sentence inside a paragraph. */
const standsInside = (text: string, number: number, before: Numbered, item: Numbered): boolean =>
  new RegExp(`[（(]?${chineseNumber(number)}[、）)．.]`).test(text.slice(before.place.start, item.place.start));
