import { standardsHead, standardsSheet } from '../standards.ts';
import { demoUnit } from '../units.ts';
import { xlsx } from './xlsx.ts';

/** The example table of limits as somebody would upload it. */
export const standardsFileName = '08-standards-example.xlsx';

export function standardsFile(): Uint8Array {
  const sheet = standardsSheet((key) => demoUnit(key).shortName);
  return xlsx({ name: '立案处置结案标准（示例）', head: standardsHead, ...sheet });
}
