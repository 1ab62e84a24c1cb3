import type { ContradictionKind } from '../mandate.ts';
import type { FoundQuantity } from '../quantities/quantities.ts';

export type FoundContradiction = {
  readonly kind: ContradictionKind;
  readonly text: string;
  readonly stated: string;
  readonly computed: string;
  readonly start: number;
  readonly end: number;
};

/** What the document says that cannot be so. Nothing is corrected: the stated figure stands beside the computed one. */
export function contradictionsIn(text: string, quantities: readonly FoundQuantity[]): FoundContradiction[] {
  return [
    ...impossiblePercentages(text, quantities),
    ...wrongSums(text, quantities),
    ...wrongLists(text),
    ...wrongYears(text),
  ].toSorted((a, b) => a.start - b.start);
}

/**
 * A share of a stated number of things must be k of n for a whole k, rounded as it is written: 56.3 % of 14 is none.
 * 占 is a share of what the sentence counts; of what a 率 is a rate, the sentences before may say, so that one is only
 * doubted when no count before it fits.
 */
function impossiblePercentages(text: string, quantities: readonly FoundQuantity[]): FoundContradiction[] {
  const found: FoundContradiction[] = [];
  for (const [i, share] of quantities.entries()) {
    if ((share.unit !== '%' && share.unit !== '％') || share.value === null) continue;
    const word = shareWord.exec(text.slice(Math.max(0, share.numberStart - 10), share.numberStart))?.[1];
    if (!word) continue;
    const near = quantities
      .slice(0, i)
      .filter((other) => isCount(other) && before(text, other.numberEnd, share.numberStart, word === '占'));
    const whole = near.at(-1);
    const decimals = /\.(\d+)/.exec(text.slice(share.numberStart, share.numberEnd))?.[1]!.length ?? 0;
    if (!whole?.value || near.some((other) => isShareOf(share.value!, decimals, other.value!))) continue;
    const nearest = Math.round((share.value / 100) * whole.value);
    found.push({
      kind: 'impossible_percentage',
      text: text.slice(whole.start, share.end),
      stated: `${share.value}% / ${whole.value}`,
      computed: `${nearest}/${whole.value} = ${((nearest / whole.value) * 100).toFixed(decimals)}%`,
      start: whole.start,
      end: share.end,
    });
  }
  return found;
}

const shareWord = /(占|完成率|开工率|竣工率|达标率|整改率|合格率)[^，,。；\d]{0,4}$/;
const MOST_TRIED = 10_000;

const isCount = ({ unit, value, qualifier }: FoundQuantity): boolean =>
  /^(个|项|家|座|栋|处|所|件|条|户|人)$/.test(unit) &&
  value !== null &&
  qualifier === null &&
  Number.isInteger(value) &&
  value > 0 &&
  value <= MOST_TRIED;

/** In the same sentence, or, for a rate, within the paragraph. */
function before(text: string, from: number, to: number, sameSentence: boolean): boolean {
  if (from > to) return false;
  const between = text.slice(from, to);
  return sameSentence ? to - from <= 80 && !/[。；;！？\n]/.test(between) : to - from <= 300 && !between.includes('\n');
}

/** Exact in integers: does any k of n give this percentage, rounded half up to the decimals it is written with? */
export function isShareOf(percent: number, decimals: number, whole: number): boolean {
  const scale = 10 ** decimals;
  const wanted = Math.round(percent * scale);
  for (let k = 0; k <= whole; k++) if (Math.floor((200 * scale * k + whole) / (2 * whole)) === wanted) return true;
  return false;
}

/** 39栋（包括7栋…、32栋…）: the parts in parentheses add up to what stands before them. */
function wrongSums(text: string, quantities: readonly FoundQuantity[]): FoundContradiction[] {
  const found: FoundContradiction[] = [];
  for (const match of text.matchAll(/[（(](?:其中|包括|含|分别为)[：:]?([^（）()。\n]{4,160})[）)]/g)) {
    const end = match.index + match[0].length;
    const parts = quantities.filter((part) => part.numberStart >= match.index && part.numberEnd <= end);
    const total = quantities.findLast((whole) => whole.numberEnd <= match.index && match.index - whole.numberEnd <= 20);
    if (!total?.value || parts.length < 2 || total.qualifier !== null || !/^[（(](?:包括|分别为)/.test(match[0]))
      continue;
    if (parts.some((part) => part.unit !== total.unit || part.value === null || part.qualifier !== null)) continue;
    // Decimals are compared in thousandths, so that 0.1 + 0.2 is 0.3.
    const sum = parts.reduce((all, part) => all + Math.round(part.value! * 1000), 0);
    if (sum === Math.round(total.value * 1000)) continue;
    found.push({
      kind: 'sum',
      text: text.slice(total.numberStart, end),
      stated: `${total.value}${total.unit}`,
      computed: `${parts.map((part) => part.value).join('+')}=${sum / 1000}`,
      start: total.numberStart,
      end,
    });
  }
  return found;
}

/** A、B、C等N个 may leave some unnamed; A、B、C N个 must name N. */
function wrongLists(text: string): FoundContradiction[] {
  const found: FoundContradiction[] = [];
  for (const match of text.matchAll(
    /(?<=^|[，,。；;：:\n])([^，,。；;：:\n\d（）()]{2,12}(?:、[^，,。；;：:\n\d、（）()]{1,12}){2,})(\d{1,2}|[三四五六七八九十])个(小区|街道|社区|片区|方面|部门|项目|产业园|园区)/g,
  )) {
    const count = /^\d+$/.test(match[2]!) ? Number(match[2]) : ' 一二三四五六七八九十'.indexOf(match[2]!);
    if (match[1]!.endsWith('等')) continue;
    const named = match[1]!.split('、').length;
    if (named === count) continue;
    found.push({
      kind: 'list_count',
      text: match[0],
      stated: String(count),
      computed: String(named),
      start: match.index,
      end: match.index + match[0].length,
    });
  }
  return found;
}

/** A span from a year to the same year, and one slogan with two years: marks of a text that was given a new date. */
function wrongYears(text: string): FoundContradiction[] {
  const found: FoundContradiction[] = [];
  for (const match of text.matchAll(/((?:19|20)\d{2})年?(?:至|到|—|-)\1年/g)) {
    found.push({
      kind: 'years',
      text: match[0],
      stated: match[0],
      computed: match[1]!,
      start: match.index,
      end: match.index + match[0].length,
    });
  }
  const slogans = new Map<string, { year: string; start: number; end: number }>();
  for (const match of text.matchAll(/[“‘]([\u4e00-\u9fff]{2,4})((?:19|20)\d{2}|\d{2})[”’〞]/g)) {
    const known = slogans.get(match[1]!);
    const year = match[2]!.slice(-2);
    const place = { year, start: match.index, end: match.index + match[0].length };
    if (known && known.year !== year) {
      found.push({
        kind: 'years',
        text: match[0],
        stated: match[0],
        computed: text.slice(known.start, known.end),
        start: place.start,
        end: place.end,
      });
    } else slogans.set(match[1]!, place);
  }
  return found;
}
