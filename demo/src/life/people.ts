import { campaigns } from '../campaigns.ts';
import { castMember } from '../cast.ts';
import type { Random } from '../random.ts';
import { inspectors, postHolders } from '../staff.ts';
import { demoUnit } from '../units.ts';

/** Who does what in the life of a case. */

/** Dispatchers by turn: the command post of the campaign, else one of the two of 创城办. */
export function dispatcherFor(tags: readonly string[], random: Random): string {
  const campaign = campaigns.find((c) => tags.includes(c.name));
  if (campaign?.key === 'demolition') return castMember('qiyunshu').account;
  if (campaign?.key === 'renovation') return castMember('fengmolin').account;
  return random.chance(0.7) ? 'luwenqiao' : 'shenzhiyu';
}

export const handlerOf = (unit: string, random: Random): string => random.pick(postHolders(unit, 'handler'));
export const leaderOf = (unit: string): string => postHolders(unit, 'leader')[0]!;

/** The unit and all units above it but the district, by key. */
export function lineOf(unit: string): string[] {
  const line: string[] = [];
  for (let at: string | null = unit; at !== null && at !== 'district'; at = demoUnit(at).parent) line.push(at);
  return line;
}

/** Drawn from all inspectors who have no part in any of the units: neither in them, nor above, nor below. */
export function independentInspector(involved: readonly string[], random: Random): string {
  const lines = involved.flatMap(lineOf);
  const free = inspectors.filter(
    ({ unit }) => !lines.includes(unit) && !involved.some((of) => lineOf(unit).includes(of)),
  );
  return random.pick(free).account;
}

/** classes that a street puts right more often than the department */
const streetWork: Readonly<Record<string, number>> = {
  '1101': 0.6,
  '1104': 0.9,
  '1201': 0.55,
  '1501': 0.45,
  '1502': 0.25,
  '1504': 0.8,
  '1103': 0.4,
  '0501': 0.5,
  '0402': 0.3,
  '1105': 0.5,
  '1503': 0.3,
};

/** classes for which a contractor is sent */
const contracts: Readonly<Record<string, readonly [contractor: string, chance: number]>> = {
  '0301': ['jiemu_sanitation', 0.6],
  '0303': ['jiemu_sanitation', 0.6],
  '1102': ['jiemu_sanitation', 0.75],
  '0302': ['jiemu_sanitation', 0.5],
  '0203': ['yangu_works', 0.45],
  '0204': ['yangu_works', 0.5],
  '0101': ['yangu_works', 0.3],
};

export function whoActs(classCode: string, line: string, street: string, random: Random): string {
  const contract = contracts[classCode];
  if (contract && random.chance(contract[1])) return contract[0];
  return random.chance(streetWork[classCode] ?? 0) ? street : line;
}
