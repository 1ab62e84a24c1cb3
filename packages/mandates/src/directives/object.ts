import { objectOfAct } from './acts.ts';

/** What an act is done to, and where: read out of its words where they say it plainly, else left open. */

/** The object of the first clause that begins with an act. */
export function objectOf(action: string): string | null {
  for (const clause of action.split(/[，,]/)) {
    const object = objectOfAct(clause);
    if (object !== null) return object;
  }
  return null;
}

const place =
  /(?:在|对|沿|到|于|将|把|围绕)(全[区县市镇]|辖区内?|[\u4e00-\u9fff、]{2,16}?(?:周边|沿线|两侧|区域|片区|街道|社区|路段|小区|出入口|园区|河段))/;
const wholeTerritory = /全[区县市镇](?=范围|各|所有|[^，,。；]{0,6}(?:内|开展|排查|推广|推行))/;
const namesTerritory = /(?:街道|镇|乡|社区|村)(?:办事处|居委会|村委会)?$/;

/** The place of the act; else the street or community that is told to act, which acts within its own bounds. */
export function territoryOf(action: string, owners: readonly string[]): string | null {
  const found = place.exec(action)?.[1] ?? wholeTerritory.exec(action)?.[0];
  return found ?? owners.find((owner) => namesTerritory.test(owner)) ?? null;
}
