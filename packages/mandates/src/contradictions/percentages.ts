import type { FoundQuantity } from '../quantities/quantities.ts';
import { contradiction, type FoundContradiction } from './found-contradiction.ts';

/** Percentages that no count can give, that do not follow from the counts beside them, or that pass the whole. */
export function impossiblePercentages(text: string, quantities: readonly FoundQuantity[]): FoundContradiction[] {
  return [...unreachableShares(text, quantities), ...sharesOverWhole(text, quantities), ...wrongGrowth(text)];
}

/**
 * A share of a stated number of things must be k of n for a whole k, rounded as it is written: 56.3 % of 14 is none.
 * Where k itself is stated, the share must be k of n. 占 is a share of what the sentence counts; of what a 率 is a rate,
 * the sentences before may say, so that one is only doubted when no count before it fits.
 */
function unreachableShares(text: string, quantities: readonly FoundQuantity[]): FoundContradiction[] {
  const found: FoundContradiction[] = [];
  for (const [i, share] of quantities.entries()) {
    if (!isPercent(share) || share.value === null) continue;
    const word = shareWord.exec(text.slice(Math.max(0, share.numberStart - 10), share.numberStart))?.[1];
    if (!word) continue;
    const near = quantities
      .slice(Math.max(0, i - MOST_COUNTS), i)
      .filter((other) => isCount(other) && stands(text, other, share.numberStart, word === '占'));
    const whole = near.at(-1);
    const decimals = decimalsOf(text, share);
    if (!whole?.value) continue;
    const place = { start: whole.start, end: share.end };
    const other = { start: whole.numberStart, end: whole.numberEnd };
    const known = knownShare(text, near, share);
    if (known && !isRounded(share.value, decimals, known.part, known.whole.value!)) {
      found.push(
        contradiction(
          text,
          { start: known.whole.start, end: share.end },
          {
            kind: 'impossible_percentage',
            stated: `${share.value}%`,
            computed: `${known.part}/${known.whole.value} = ${((known.part / known.whole.value!) * 100).toFixed(decimals)}%`,
            other: { start: known.whole.numberStart, end: known.whole.numberEnd },
          },
        ),
      );
    } else if (!known && !near.some((candidate) => isShareOf(share.value!, decimals, candidate.value!))) {
      const nearest = Math.round((share.value / 100) * whole.value);
      found.push(
        contradiction(text, place, {
          kind: 'impossible_percentage',
          stated: `${share.value}% / ${whole.value}`,
          computed: `${nearest}/${whole.value} = ${((nearest / whole.value) * 100).toFixed(decimals)}%`,
          other,
        }),
      );
    }
  }
  return found;
}

const MOST_COUNTS = 12;
const shareWord = /(占|完成率|开工率|竣工率|达标率|整改率|合格率|办结率)[^，,。；\d]{0,4}$/;
const MOST_TRIED = 10_000;

const isPercent = ({ unit }: FoundQuantity): boolean => unit === '%' || unit === '％';

const isCount = ({ unit, value, qualifier }: FoundQuantity): boolean =>
  /^(个|项|家|座|栋|处|所|件|条|户|人)$/.test(unit) &&
  value !== null &&
  qualifier === null &&
  Number.isInteger(value) &&
  value > 0 &&
  value <= MOST_TRIED;

const decimalsOf = (text: string, { numberStart, numberEnd }: FoundQuantity): number =>
  /\.(\d+)/.exec(text.slice(numberStart, numberEnd))?.[1]!.length ?? 0;

/**
 * In the same sentence; for a rate also in a sentence before, when it says how many there were to do (应整改158个).
 */
function stands(text: string, { start, numberEnd }: FoundQuantity, to: number, sameSentence: boolean): boolean {
  if (numberEnd > to) return false;
  const between = text.slice(numberEnd, to);
  if (to - numberEnd <= 80 && !/[。；;！？\n]/.test(between)) return true;
  if (sameSentence || to - numberEnd > 300 || between.includes('\n')) return false;
  return /(?:应|需|共有?|交办|立案|受理|任务|承担)/.test(text.slice(start, numberEnd));
}

/** 23个项目中，竣工4项，开工5项，合计占39.1%: a whole that is told with 中 or 的 … 个, and its parts up to 占. */
function knownShare(
  text: string,
  near: readonly FoundQuantity[],
  share: FoundQuantity,
): { readonly whole: FoundQuantity; readonly part: number } | null {
  const [whole, ...parts] = near;
  if (!whole || parts.length === 0 || parts.length > 3) return null;
  const first = parts[0]!;
  const between = text.slice(whole.numberEnd, first.numberStart);
  const isWhole = /中[，,]|[，,]其中|[，,](?:已|现|目前|竣工|完成|开工)/.test(between);
  const behind = text.slice(parts.at(-1)!.numberEnd, share.numberStart);
  if (!isWhole || !/^[^，,。；]{0,8}[，,](?:合计)?占(?!全|[^，,。；]{0,6}的)[^，,。；]{0,4}$/.test(behind)) return null;
  if (parts.length > 1 && !/合计/.test(behind)) return null;
  const part = parts.reduce((sum, other) => sum + other.value!, 0);
  return part <= whole.value! ? { whole, part } : null;
}

/** Exact in integers: is `percent` k of n, rounded half up to the decimals it is written with? */
function isRounded(percent: number, decimals: number, k: number, n: number): boolean {
  const scale = 10 ** decimals;
  return Math.floor((200 * scale * k + n) / (2 * n)) === Math.round(percent * scale);
}

/** Does any k of n give this percentage? */
export function isShareOf(percent: number, decimals: number, whole: number): boolean {
  for (let k = 0; k <= whole; k++) if (isRounded(percent, decimals, k, whole)) return true;
  return false;
}

const boundedRate =
  /(占比?|合格率|达标率|整改率|满意率|满意度|知晓率|覆盖率|入户率|绿化率|优良率|办结率|回访率|出勤率|签约率)[^，,。；\d]{0,6}$/;

/** More than all of it. What can be over-fulfilled (完成率, 增长) is none of these. */
const sharesOverWhole = (text: string, quantities: readonly FoundQuantity[]): FoundContradiction[] =>
  quantities
    .filter(
      (share) =>
        isPercent(share) &&
        share.value !== null &&
        share.value > 100 &&
        boundedRate.test(text.slice(Math.max(0, share.numberStart - 14), share.numberStart)),
    )
    .map((share) =>
      contradiction(text, share, { kind: 'impossible_percentage', stated: `${share.value}%`, computed: '≤ 100%' }),
    );

/** 由100个增加到120个，增长30%: the growth follows from the two figures. */
function wrongGrowth(text: string): FoundContradiction[] {
  const found: FoundContradiction[] = [];
  for (const match of text.matchAll(
    /[由从](\d+(?:\.\d+)?)([^\d，,。；]{1,6})(?:增加|增长|提高|上升|下降|减少|降低|降|升)[到至为](\d+(?:\.\d+)?)\2[，,][^，,。；\d]{0,8}?(?:增长|增幅|提高|上升|下降|减少|降幅|降低)[^，,。；\d]{0,4}?(\d+(?:\.(\d+))?)[%％]/g,
  )) {
    const [, from, unit, to, percent, fraction] = match;
    if (/[%％]/.test(unit!) || Number(from) === 0) continue;
    const growth = (Math.abs(Number(to) - Number(from)) / Number(from)) * 100;
    const decimals = fraction?.length ?? 0;
    if (Math.abs(growth - Number(percent)) <= 0.5001 * 10 ** -decimals) continue;
    found.push(
      contradiction(
        text,
        { start: match.index, end: match.index + match[0].length },
        {
          kind: 'impossible_percentage',
          stated: `${percent}%`,
          computed: `${from} → ${to} = ${growth.toFixed(decimals)}%`,
        },
      ),
    );
  }
  return found;
}
