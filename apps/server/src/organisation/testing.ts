import { type Role, roles } from '@duban/kit/actor';
import { newId } from '../kernel/context.ts';
import type { JobCtx } from '../kernel/context.ts';
import type { Tx } from '../kernel/database.ts';
import { createLog } from '../kernel/log.ts';
import type { World } from '../testing/world.ts';
import { foundJurisdiction, installPerson } from './found.ts';
import { hashNewPassword, type PasswordHash } from './password-hash.ts';
import { insertUnit } from './unit.store.ts';

/**
 * Two small districts of the tests' own, 甲 and 乙, alike in everything, so that a test can look from one into the other
 * and does not lean on the demo. In each, one person per role: `<district>.<role>`, for example `jia.security_admin`.
 */
export type TestDistrict = {
  readonly id: string;
  readonly street: string;
  readonly otherStreet: string;
  readonly community: string;
  readonly department: string;
  readonly cppcc: string;
  /** account → person */
  readonly people: Readonly<Record<string, string>>;
};

export const testPassword = 'Correct-Horse-7-Battery';
let hashed: Promise<PasswordHash> | undefined;

export async function foundTestDistrict(world: World, prefix: 'jia' | 'yi'): Promise<TestDistrict> {
  const now = world.now();
  const ctx: JobCtx = { tx: world.database as Tx, newId, now: () => now, log: createLog('silent') };
  const validFrom = '2020-01-01';
  const name = prefix === 'jia' ? '甲区' : '乙区';
  const number = prefix === 'jia' ? '990101' : '990102';
  const id = await foundJurisdiction(ctx, { name: `${name}人民政府`, shortName: name, code: number, validFrom });
  const unit = async (
    parentId: string,
    kind: 'street' | 'community' | 'department' | 'cppcc',
    of: string,
    code: string,
  ) => (await insertUnit(ctx, { parentId, kind, name: of, shortName: of, aliases: [], code, validFrom }, id)).id;
  const street = await unit(id, 'street', '东街街道', `${number}001000`);
  const otherStreet = await unit(id, 'street', '西街街道', `${number}002000`);
  const community = await unit(street, 'community', '东一社区', `${number}001001`);
  const department = await unit(id, 'department', '城管局', 'CG');
  const cppcc = await unit(id, 'cppcc', '区政协', 'ZX');
  const hash = await (hashed ??= hashNewPassword(testPassword, 'nobody'));
  const people: Record<string, string> = {};
  const install = async (account: string, unitId: string, role: Role) => {
    const person = {
      jurisdictionId: id,
      unitId,
      name: `${name}${account.slice(prefix.length + 1)}`,
      account,
      roles: [role],
      title: role,
    };
    people[account] = await installPerson(ctx, { ...person, hash, mustChange: false, validFrom });
  };
  for (const role of roles) await install(`${prefix}.${role}`, role.startsWith('cppcc') ? cppcc : department, role);
  await install(`${prefix}.street_security`, street, 'security_admin');
  await install(`${prefix}.street_handler`, street, 'handler');
  await install(`${prefix}.other_handler`, otherStreet, 'handler');
  return { id, street, otherStreet, community, department, cppcc, people };
}
