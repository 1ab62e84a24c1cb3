import type { FoundQuantity } from '../quantities/quantities.ts';
import { contradiction, type FoundContradiction } from './found-contradiction.ts';

/** A part that is larger than its whole: the one after 其中, and one place's share of what the whole territory did. */
export function partsOverWhole(text: string, quantities: readonly FoundQuantity[]): FoundContradiction[] {
  const found: FoundContradiction[] = [];
  for (const [i, part] of quantities.entries()) {
    const whole = quantities[i - 1];
    if (!whole?.value || !part.value || whole.unit !== part.unit || part.value <= whole.value) continue;
    const between = text.slice(whole.numberEnd, part.numberStart);
    if (!/^[^。；;\n]{0,12}[，,（(]其中/.test(between) || /[。；;\n]/.test(between) || isUpwards(whole)) continue;
    found.push(tell(text, part, whole));
  }
  const wholes = quantities.filter((quantity) => workOf(text, quantity) !== null && isTerritorial(text, quantity));
  for (const whole of wholes) {
    const work = workOf(text, whole);
    for (const part of quantities) {
      if (part === whole || isTerritorial(text, part) || !isLocal(text, part) || workOf(text, part) !== work) continue;
      const [larger, smaller] = [inOnes(part), inOnes(whole)];
      if (larger === null || smaller === null || larger <= smaller) continue;
      found.push(tell(text, part, whole));
    }
  }
  return found;
}

const tell = (text: string, part: FoundQuantity, whole: FoundQuantity): FoundContradiction =>
  contradiction(text, part, {
    kind: 'part_over_whole',
    stated: `${part.value}${part.unit}`,
    computed: `${whole.value}${whole.unit}`,
    other: whole,
  });

/** 多 and 超过 say that the whole may be more; 余 after 万 is less than the next unit and says little. */
const isUpwards = ({ qualifier }: FoundQuantity): boolean => /超|以上|不少于|不低于|至少/.test(qualifier ?? '');

const sentenceBefore = (text: string, at: number): string =>
  /[^。；;\n]*$/.exec(text.slice(Math.max(0, at - 60), at))![0];

const isTerritorial = (text: string, { numberStart }: FoundQuantity): boolean =>
  /(?:全[区市县镇省]|总共|合计|累计)[^，,。；]{0,12}(?:[，,][^，,。；]{0,10})?$/.test(
    sentenceBefore(text, numberStart),
  ) || /依法[^。；]{0,20}共/.test(sentenceBefore(text, numberStart));

/** The sentence names a place of its own. */
const isLocal = (text: string, { numberStart }: FoundQuantity): boolean =>
  /(?:社区|街道|[镇乡村路街]|片区|小区|沿线)(?:的|进行|实施|[^，,。；]{0,6}[，,])/.test(
    sentenceBefore(text, numberStart),
  );

/** What was done to what: 拆除违章 of 共拆除违章建筑3.8万平方米. Null when the clause does not say both. */
function workOf(text: string, { numberStart, unit }: FoundQuantity): string | null {
  const clause = /[^，,。；;\n]*$/.exec(text.slice(Math.max(0, numberStart - 30), numberStart))![0];
  const match = /(拆除|撤除|改造|整治|清理|清运|新建|新增|取缔|安置|化解)了?(?:各类)?([\u4e00-\u9fff]{2})/.exec(clause);
  const act = match?.[1] === '撤除' ? '拆除' : match?.[1];
  return match ? `${act}${match[2]}${unit.replace(/^[万亿千]+/, '')}` : null;
}

const factors: Readonly<Record<string, number>> = { 千: 1e3, 万: 1e4, 亿: 1e8 };

function inOnes({ value, unit, qualifier }: FoundQuantity): number | null {
  if (value === null || isUpwards({ qualifier } as FoundQuantity)) return null;
  const factor = [...(/^[千万亿]+/.exec(unit)?.[0] ?? '')].reduce((all, character) => all * factors[character]!, 1);
  return value * factor;
}
