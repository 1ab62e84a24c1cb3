import type { UnknownKind } from '../mandate.ts';
import { HAN, type Step } from './step.ts';

const mask = new RegExp(
  `[*＊]+|(?<![A-Za-z])[XxＸ×]{2,}(?![A-Za-z\\d])|(?<![A-Za-z\\d])[XＸ×](?=[年月日市区县镇乡省村])|(?<![A-Za-z])[a-z][_-](?=[${HAN}])|(?<![A-Za-z\\d_])_+(?=[${HAN}])|○{2,}(?=[${HAN}])|■+|\\ufffd+`,
  'g',
);
const countable =
  /^(万?(?:平方米|立方米|平方公里|公里|亩|吨|千瓦|人次|人|户|套|箱|元|吨)|亿元?|万|个百分点|%|％|分|天|箱|个|项|人|户|名|件|次|家|座|处|条|所|辆|起|例|台|栋|公里|微克|小时|倍)/;
const afterName =
  /^(同志|书记|市长|区长|县长|省长|部长|主席|主任|局长|常委|副|总书记|某|市|区|县|省|镇|乡|街道|村|社区|公司)/;

/** A verb directly before the counting word 项: the number between them was cut out. */
const cutNumber = /(?<=竣工|开工|完工|开始实施|已实施|完成|在建|新建|续建)(?=项[,，。；;、])/g;
/** A sentence that begins with 区是 or 市是: the name before it was cut out. */
const cutName = /(?<=^|[。！？\n])(?=[区市县镇]是)/g;

/** Hidden, cut and unreadable words become typed unknowns. Nothing is filled in and nothing in the text changes. */
export const masks: Step = {
  name: 'masks',
  find(text) {
    const unknowns = [];
    for (const match of text.matchAll(mask)) {
      const start = match.index;
      const end = start + match[0].length;
      const { kind, unit } = kindOf(match[0], text.slice(Math.max(0, start - 2), start), text.slice(end, end + 8));
      unknowns.push({ start, end, kind, text: match[0], unit });
    }
    for (const { index } of text.matchAll(cutNumber))
      unknowns.push({ start: index, end: index, kind: 'number' as const, text: '', unit: '项' });
    for (const { index } of text.matchAll(cutName))
      unknowns.push({ start: index, end: index, kind: 'name' as const, text: '', unit: null });
    return { edits: [], unknowns };
  },
};

function kindOf(found: string, before: string, after: string): { kind: UnknownKind; unit: string | null } {
  if (found.startsWith('\ufffd')) return { kind: 'unreadable', unit: null };
  if (before.endsWith('第') && /^[位名]/.test(after)) return { kind: 'rank', unit: after[0]! };
  if (afterName.test(after) && !/^(市|区|县)[级]/.test(after)) return { kind: 'name', unit: null };
  const unit = countable.exec(after)?.[0];
  if (unit) return { kind: 'number', unit };
  if (/^[年月日]/.test(after)) return { kind: 'number', unit: after[0]! };
  return { kind: found.startsWith('_') || found.startsWith('X') ? 'name' : 'word', unit: null };
}
