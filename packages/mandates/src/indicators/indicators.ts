import type { Indicator, SourceSpan } from '../mandate.ts';
import { judgingClause, measureEndings, notOfName } from '../rules/indicator-words.ts';

/** A measure in offsets of the clean text. */
export type FoundIndicator = Omit<Indicator, keyof SourceSpan> & { readonly start: number; readonly end: number };

/** 效率, 利率, 频率 are no measures of work. */
const endings = measureEndings
  .toSorted((a, b) => b.length - a.length)
  .map((ending) => (ending === '率' ? '(?<![效概汇利频心草轻统速税倍])率(?!先|领)' : ending))
  .join('|');
/** A named measure with its value, or one that is reported, ranked or compared. */
const valued = new RegExp(
  `(?<name>[\\u4e00-\\u9fffA-Za-z\\d.]{0,16}?(?:${endings}|PM(?:2\\.5|10)[\\u4e00-\\u9fff]{0,4}))(?=[^，,。；\\n]{0,14}(?:\\d|[*＊]|[ⅠⅡⅢⅣⅤ]|提高|上升|下降|增长|排名|通报|稳定|保持|达标|超过|较|第))`,
);
const rising = /(?<name>[\u4e00-\u9fff]{2,14}?)(?:同比|环比)?(?:增长|下降|上升|减少)(?:了)?(?:\d|[*＊])/;
const amount = /(?<name>(?:发运|拆除|拆迁|清淤|完成投资|接待|受理|化解|整改)[\u4e00-\u9fff]{0,10})(?:\d|[*＊])/;
const stop = /[。；;！？!?\n\t，,]/;

/**
 * Named measures by which work is judged (整改率, 得分, 浓度, 位次), each with the clause that names it. One clause gives
 * at most one: what else it counts is among the quantities.
 */
export function indicatorsIn(text: string): FoundIndicator[] {
  const found: FoundIndicator[] = [];
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && !stop.test(text[i]!)) continue;
    const clause = text.slice(start, i);
    const lead = clause.length - clause.trimStart().length;
    const name = clause.length >= 4 && clause.length <= 120 ? nameOf(clause) : null;
    if (name !== null)
      found.push({ name, text: clause.trim(), start: start + lead, end: start + clause.trimEnd().length });
    start = i + 1;
  }
  return found;
}

function nameOf(clause: string): string | null {
  const named = valued.exec(clause) ?? rising.exec(clause) ?? amount.exec(clause);
  if (named) {
    const written = named.groups!.name!;
    const plain = written.replace(notOfName, '');
    return plain.length >= 2 ? plain : written;
  }
  const judged = judgingClause.exec(clause);
  if (!judged) return null;
  return (
    /缺口|进度|排名|位次/.exec(judged[0])?.[0] ??
    (judged[0].includes('占') ? '占比' : /分/.test(judged[0]) ? '得分' : '任务完成')
  );
}
