import type { Unknown, UnknownKind } from '../mandate.ts';
import { countedThings, moneyUnits, namedThings, nameLabels } from '../rules/mask-contexts.ts';
import { HAN, type Step } from './step.ts';

type Found = Omit<Unknown, 'rawStart' | 'rawEnd'>;

/** Signs that stand for a removed word, and letters where only a Chinese text can have been. */
const sign = `[*＊]+|(?<![A-Za-z\\d])[XxＸ×]{2,}(?![A-Za-z\\d])|_{2,}|(?<![A-Za-z\\d_])_(?=[${HAN}])|○{2,}|〇{2,}(?![年一二三四五六七八九])|■+|▇+|□+|\\ufffd+`;
const single = `(?<![A-Za-z\\d×])[XxＸ×](?=[年月日市区县镇乡省村局路街])|(?<=第)[XxＸ×](?=[位名次期批届])|(?<![A-Za-z])[a-z][_-](?=[${HAN}])`;
const mask = new RegExp(`${sign}|${single}`, 'g');

/** 20XX年5月, XX年XX月XX日, *月底, ____年__月__日: one date with a hole in it. */
const hole = '(?:[*＊XxＸ×_○〇]+)';
const part = `(?:${hole}|\\d{1,4}|[一二三四五六七八九十]{1,3})`;
const maskedDate = new RegExp(
  `(?<![A-Za-z])(?:(?:\\d{2}${hole}|${part})\\s*年\\s*${part}\\s*月(?:份|\\s*${part}\\s*[日号])?|(?:20|19)${hole}\\s*年|${part}\\s*月\\s*${part}\\s*[日号]|${hole}\\s*月(?:份|底|初|末|上旬|中旬|下旬)|${hole}\\s*年(?:底|初|末|度|来|以来|至))`,
  'g',
);

/** 某市, 某某同志: a name that the writer himself left out. */
const someName = new RegExp(`(?<![${HAN}]*(?:在|有|对|从|为|向|是)?(?:一|这|那|哪|某))某{1,3}(?=${namedThings})`, 'g');
/** （字迹不清）, [无法辨认]: a note that something could not be read. */
const illegible =
  /[（([【〔][^（）()[\]【】〔〕\n]{0,8}(?:字迹不清|字迹模糊|无法辨认|辨认不清|缺字|模糊不清|看不清)[^（）()[\]【】〔〕\n]{0,6}[）)\]】〕]/g;

/** Hidden and unreadable words become typed unknowns. Nothing is filled in and nothing in the text changes. */
export const masks: Step = {
  name: 'masks',
  find(text) {
    const unknowns: Found[] = [];
    const add = (start: number, length: number, kind: UnknownKind, unit: string | null): void => {
      if (!unknowns.some((other) => other.start < start + length && other.end > start))
        unknowns.push({ start, end: start + length, kind, text: text.slice(start, start + length), unit });
    };
    if (!/[*＊XxＸ×_○〇■▇□\ufffd某（([【〔]|[a-z]-/.test(text)) return { edits: [] };
    for (const match of text.matchAll(maskedDate))
      if (new RegExp(hole).test(match[0])) add(match.index, match[0].length, 'date', null);
    for (const match of text.matchAll(illegible)) add(match.index, match[0].length, 'unreadable', null);
    for (const match of text.matchAll(mask)) {
      const { index } = match;
      const end = index + match[0].length;
      if (isTimes(match[0], text[index - 1], text[end])) continue;
      const { kind, unit } = kindOf(match[0], text.slice(Math.max(0, index - 6), index), text.slice(end, end + 10));
      add(index, match[0].length, kind, unit);
    }
    for (const match of text.matchAll(someName)) add(match.index, match[0].length, 'name', null);
    return { edits: [], unknowns };
  },
};

/** 3×5 and 2*3 are arithmetic. */
const isTimes = (found: string, before: string | undefined, after: string | undefined): boolean =>
  found.length === 1 && /[×*＊]/.test(found) && /\d/.test(before ?? '') && /\d/.test(after ?? '');

const named = new RegExp(`^(?:${namedThings}|某)`);
const labelled = new RegExp(`(?:${nameLabels})$`);
const counted = new RegExp(`^(?:${countedThings})`);
const money = new RegExp(`^${moneyUnits}`);

function kindOf(found: string, before: string, after: string): { kind: UnknownKind; unit: string | null } {
  if (found.startsWith('\ufffd')) return { kind: 'unreadable', unit: null };
  if (/^[a-z][_-]$/.test(found)) return { kind: 'word', unit: null };
  if (before.endsWith('第') && !/^[章节条款编部]/.test(after))
    return { kind: 'rank', unit: /^[位名]/.exec(after)?.[0] ?? null };
  const unitOfMoney = money.exec(after)?.[0];
  if (unitOfMoney) return { kind: 'number', unit: unitOfMoney };
  // *区 is a name, *个县区 a number: what is counted comes with its counting word.
  if (named.test(after)) return { kind: 'name', unit: null };
  const unit = counted.exec(after)?.[0];
  if (unit) return { kind: 'number', unit };
  if (/^[年月日号]/.test(after))
    return { kind: /(?:近|奋战|历时|用|过去)$/.test(before) ? 'number' : 'date', unit: after[0]! };
  if (/(?:增长|下降|上升|增加|减少|达到?|约|近|共|占|率为|分为)$/.test(before) && !labelled.test(before))
    return { kind: 'number', unit: null };
  return { kind: 'name', unit: null };
}
