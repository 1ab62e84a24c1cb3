import type { Role } from '@duban/kit/actor';
import { demand } from '../kernel/problem.ts';
import type { JobCtx } from '../kernel/context.ts';
import { whyNotTogether } from '@duban/organisation/roles';
import { insertAccount, setPassword } from './account.store.ts';
import type { PasswordHash } from './password-hash.ts';
import { insertPerson, insertPosition } from './person.store.ts';
import { todayOf } from './today.ts';
import { insertUnit } from './unit.store.ts';

/**
 * What happens before anybody can sign in: the government at the top of a jurisdiction, and its first administrators.
 * Called from the command line and by the demo builder; no endpoint leads here.
 */
export type NewJurisdiction = {
  readonly id?: string;
  readonly name: string;
  readonly shortName: string;
  readonly code: string | null;
  readonly validFrom?: string;
};

/** @returns the id of the government, which is the id of the jurisdiction */
export async function foundJurisdiction(ctx: JobCtx, of: NewJurisdiction): Promise<string> {
  const { id, name, shortName, code, validFrom = todayOf(ctx) } = of;
  const unit = { id, parentId: null, kind: 'government' as const, name, shortName, aliases: [], code, validFrom };
  return (await insertUnit(ctx, unit, null)).id;
}

export type NewAdministrator = {
  readonly jurisdictionId: string;
  /** the unit in which the position is held */
  readonly unitId: string;
  readonly name: string;
  readonly account: string;
  readonly roles: readonly Role[];
  readonly title: string;
  readonly hash: PasswordHash;
  readonly mustChange: boolean;
  readonly validFrom?: string;
};

/** A person with an account, a password and positions, made by the program itself. @returns the person's id */
export async function installPerson(ctx: JobCtx, of: NewAdministrator): Promise<string> {
  const { jurisdictionId, unitId, name, account, roles, title, hash, mustChange, validFrom = todayOf(ctx) } = of;
  roles.forEach((role, index) => demand(whyNotTogether(roles.slice(0, index), role)));
  const { id } = await insertPerson(ctx, { jurisdictionId, name, phone: null });
  await insertAccount(ctx, id, account);
  await setPassword(ctx, id, hash, { mustChange });
  for (const role of roles) {
    await insertPosition(ctx, id, jurisdictionId, { unitId, role, title, validFrom, validTo: null });
  }
  return id;
}
