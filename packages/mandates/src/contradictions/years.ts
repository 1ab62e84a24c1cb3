import type { Span } from '../mandate.ts';
import { congressYears, foundingYears, gamesYears, planYears } from '../rules/known-years.ts';
import type { DocumentFacts } from './document-facts.ts';
import { contradiction, type FoundContradiction } from './found-contradiction.ts';

/** Years that do not go together: marks of a text that was given a new date. */
export function wrongYears(text: string, facts: DocumentFacts): FoundContradiction[] {
  return [...emptySpans(text), ...slogans(text), ...wrongEvents(text), ...titleYear(text, facts)];
}

/** A span from a year to the same year, or backwards. */
function emptySpans(text: string): FoundContradiction[] {
  const found: FoundContradiction[] = [];
  for (const match of text.matchAll(/((?:19|20)\d{2})年?(?:至|到|—{1,2}|－|-|~)((?:19|20)\d{2})年/g)) {
    if (Number(match[2]) > Number(match[1])) continue;
    found.push(told(text, at(match), match[0], match[1]!));
  }
  return found;
}

/** One slogan with two years: “决战2023” beside “决战08”. */
function slogans(text: string): FoundContradiction[] {
  const found: FoundContradiction[] = [];
  const known = new Map<string, { year: string; place: Span }>();
  for (const match of text.matchAll(/[“‘"]([\u4e00-\u9fff]{2,4})((?:19|20)\d{2}|\d{2})[”’"〞]/g)) {
    const year = match[2]!.slice(-2);
    const first = known.get(match[1]!);
    if (!first) known.set(match[1]!, { year, place: at(match) });
    else if (first.year !== year) {
      const other = text.slice(first.place.start, first.place.end);
      found.push(told(text, at(match), match[0], other, first.place));
    }
  }
  return found;
}

const chinese = (names: Readonly<Record<string, number>>): string =>
  Object.keys(names)
    .toSorted((a, b) => b.length - a.length)
    .join('|');

type KnownYear = { readonly found: RegExp; readonly yearOf: (match: RegExpMatchArray) => number | null };

/** In each pattern group 1 is the stated year. */
const knownYears: readonly KnownYear[] = [
  {
    found: new RegExp(
      `((?:19|20)\\d{2})年是[^。；\\n]{0,24}?党的(${chinese(congressYears)})大[^。；\\n]{0,12}?(开局之年|第一年|起步之年|召开之年)`,
      'g',
    ),
    yearOf: ([, , congress, which]) => congressYears[congress!]! + (which === '召开之年' ? 0 : 1),
  },
  {
    found: new RegExp(
      `((?:19|20)\\d{2})年是[^。；\\n]{0,16}?[“"]?(${chinese(planYears)})[”"]?[^。；\\n]{0,10}?(开局之年|第一年|起步之年|收官之年|最后一年|中期评估)`,
      'g',
    ),
    yearOf: ([, , plan, which]) =>
      planYears[plan!]! + (/收官|最后/.test(which!) ? 4 : which!.startsWith('中期') ? 2 : 0),
  },
  {
    found: new RegExp(`((?:19|20)\\d{2})年[^。\\n]{0,60}?第(${chinese(gamesYears)})届全(?:国)?运(?:动)?会`, 'g'),
    // Games are prepared before and remembered after; preparing them later is impossible.
    yearOf: ([whole, stated, games]) => {
      const year = gamesYears[games!]!;
      return Number(stated) > year && /(?:筹办|迎|备战|决战|承办|举办)[^。\n]{0,40}$/.test(whole) ? year : null;
    },
  },
  ...foundingYears.map(([event, year]) => ({
    found: new RegExp(`((?:19|20)\\d{2})年[^。；\\n]{0,12}?${event.source}(\\d{2,3})周年`, 'g'),
    yearOf: ([, , count]: RegExpMatchArray) => year + Number(count),
  })),
];

function wrongEvents(text: string): FoundContradiction[] {
  const found: FoundContradiction[] = [];
  for (const { found: pattern, yearOf } of knownYears) {
    for (const match of text.matchAll(pattern)) {
      const year = yearOf(match);
      if (year !== null && year !== Number(match[1])) found.push(told(text, at(match), match[1]!, String(year)));
    }
  }
  // The games may be named first: 筹办第十一届全运会的决战之年 in a text whose year stands in the sentence before.
  return [...found, ...gamesOfAnotherYear(text, found)];
}

function gamesOfAnotherYear(text: string, known: readonly FoundContradiction[]): FoundContradiction[] {
  const years = [...text.matchAll(/(?<!\d)(20\d{2})年/g)];
  const found: FoundContradiction[] = [];
  for (const match of text.matchAll(
    new RegExp(`(?:筹办|备战|决战|迎接|承办)[^。\\n]{0,12}?第(${chinese(gamesYears)})届全(?:国)?运(?:动)?会`, 'g'),
  )) {
    const place = at(match);
    const stated = years.findLast((year) => year.index < match.index && match.index - year.index < 200);
    if (!stated || Number(stated[1]) <= gamesYears[match[1]!]!) continue;
    if (known.some((other) => other.start < place.end && other.end > place.start)) continue;
    found.push(told(text, place, stated[1]!, String(gamesYears[match[1]!]!), at(stated)));
  }
  return found;
}

/** A title of one year over a text that dates itself to another. */
function titleYear(text: string, { title, date }: DocumentFacts): FoundContradiction[] {
  const stated = /(?<!\d)(20\d{2})(?:年|年度)(?!以来|来)/.exec(title)?.[1];
  const start = text.indexOf(title);
  if (!stated || !date || start < 0) return [];
  // The plan of a year is made in the year before, its report in the year after.
  if (Math.abs(Number(stated) - Number(date.slice(0, 4))) <= 1) return [];
  return [told(text, { start, end: start + title.length }, stated, date.slice(0, 4))];
}

const at = (match: RegExpMatchArray): Span => ({ start: match.index!, end: match.index! + match[0].length });

const told = (text: string, place: Span, stated: string, computed: string, other?: Span): FoundContradiction =>
  contradiction(text, place, { kind: 'years', stated, computed, other: other ?? null });
