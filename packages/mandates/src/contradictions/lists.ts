import type { Gap } from '../mandate.ts';
import { numberOf } from '../outline/markers.ts';
import { contradiction, type FoundContradiction } from './found-contradiction.ts';

/** Counts that announce a list, against what is listed. */
export function wrongLists(text: string, gaps: readonly Pick<Gap, 'start' | 'kind'>[]): FoundContradiction[] {
  return [...namedBefore(text), ...namedBehind(text), ...pointsBehind(text, gaps)];
}

const things =
  '小区|街道|社区|片区|方面|部门|项目|产业园|园区|单位|乡镇|村|县区|区县|镇|路段|点位|环节|重点|工程|行动|企业|公园|市场|学校|工作组|专班';
const numeral = '\\d{1,2}|[两三四五六七八九十]{1,2}';
const name = '[^，,。；;：:\\n\\d、（）()“”]{1,14}';

const valueOf = (count: string): number | null =>
  count === '两' ? 2 : /^\d+$/.test(count) ? Number(count) : numberOf(count);

/** A、B、C等N个 may leave some unnamed; A、B、C N个 must name N. */
function namedBefore(text: string): FoundContradiction[] {
  const found: FoundContradiction[] = [];
  for (const match of text.matchAll(
    new RegExp(`(?<=^|[，,。；;：:\\n])(${name}(?:、${name}){2,})(${numeral})个(?:${things})`, 'g'),
  )) {
    const [, names, stated] = match;
    const isOpen = /等(?:共|总共)?$/.test(names!);
    const { items, plain } = itemsOf(names!.replace(/等?(?:共|总共)?$/, ''));
    const count = valueOf(stated!);
    if (count === null || !plain || (isOpen ? items <= count : items === count)) continue;
    const start = match.index;
    found.push(
      contradiction(
        text,
        { start, end: start + match[0].length },
        {
          kind: 'list_count',
          stated: String(count),
          computed: String(items),
          other: { start, end: start + names!.length },
        },
      ),
    );
  }
  return found;
}

/** 4个片区（A、B、C）, 四项措施：A、B、C。 */
function namedBehind(text: string): FoundContradiction[] {
  const found: FoundContradiction[] = [];
  for (const match of text.matchAll(
    new RegExp(
      `(?<![第\\d一二三四五六七八九十])(${numeral})(?:个|项|条|大|类|种)(?:${things}|措施|任务|工作|内容|问题|机制|制度)(?:（|\\(|[：:]|[，,](?:即|分别是|分别为|包括))(${name}(?:、${name}){1,12})(?=[）)。；;\\n]|$)`,
      'g',
    ),
  )) {
    const [, stated, names] = match;
    const count = valueOf(stated!);
    const { items, plain } = itemsOf(names!);
    if (count === null || !plain || items === count || (names!.endsWith('等') && items <= count)) continue;
    const end = match.index + match[0].length;
    found.push(
      contradiction(
        text,
        { start: match.index, end },
        {
          kind: 'list_count',
          stated: String(count),
          computed: String(items),
          other: { start: end - names!.length, end },
        },
      ),
    );
  }
  return found;
}

/** 和 and 及 before the last name part names too; inside a longer name nobody can tell. */
function itemsOf(names: string): { items: number; plain: boolean } {
  const parts = names.split('、');
  const last = parts.at(-1)!;
  const joined = /^.{2,8}(?:和|以及|及)(.{2,8})$/.test(last);
  return {
    items: parts.length + (joined ? 1 : 0),
    plain: parts.every((part) => part.length > 0) && !/[和与及]/.test(parts.slice(0, -1).join('')),
  };
}

const series: readonly (readonly [first: RegExp, all: RegExp])[] = [
  [/一是/, /(?<=^|[，,。；;：:\n]\s*)([一二三四五六七八九十]{1,2})是/g],
  [/第一[，,、]/, /(?<=^|[，,。；;：:\n]\s*)第([一二三四五六七八九十]{1,2})[，,、]/g],
  [/一、/, /(?<=^|\n)([一二三四五六七八九十]{1,2})、/g],
  [/（一）|\(一\)/, /(?<=^|[。；;：:\n])[（(]([一二三四五六七八九十]{1,2})[）)]/g],
];

/** 讲三点意见, 抓好以下四项工作：一是…: as many points as announced, unless the text has a hole or is cut. */
function pointsBehind(text: string, gaps: readonly Pick<Gap, 'start' | 'kind'>[]): FoundContradiction[] {
  const found: FoundContradiction[] = [];
  for (const match of text.matchAll(
    /(?:讲|谈|提|强调|明确|做好|抓好|采取|落实|突出|做到|把握|重点抓|着力抓)(?:好|了|出)?(?:以下|如下|下面)?([两三四五六七八九十]{1,2}|\d{1,2})(?:个|点|项|条|方面|个方面)(?:的)?(?:意见|要求|体会|建议|工作|措施|任务|问题|方面|内容|环节)[^。\n：:]{0,12}[。：:]/g,
  )) {
    const count = valueOf(match[1]!);
    const from = match.index + match[0].length;
    if (count === null || count < 2 || gaps.some((gap) => gap.start >= match.index)) continue;
    const behind = text.slice(from);
    const [first] = series
      .map(([opening, all]) => ({ at: behind.search(opening), all }))
      .filter(({ at }) => at >= 0)
      .toSorted((a, b) => a.at - b.at);
    // The list begins right away, or nobody knows which list was meant.
    if (!first || first.at > 160) continue;
    const points = run(behind, first.all);
    if (points.length === count || points.length < 2) continue;
    found.push(
      contradiction(
        text,
        { start: match.index, end: from },
        {
          kind: 'list_count',
          stated: String(count),
          computed: String(points.length),
          other: { start: from + points[0]!, end: from + points.at(-1)! + 2 },
        },
      ),
    );
  }
  return found;
}

/** The places of 1, 2, 3 … of one series, up to where it begins anew. */
function run(text: string, pattern: RegExp): number[] {
  const places: number[] = [];
  for (const match of text.matchAll(pattern)) {
    const number = numberOf(match[1]!);
    if (number === 1 && places.length > 0) break;
    if (number === places.length + 1) places.push(match.index);
  }
  return places;
}
