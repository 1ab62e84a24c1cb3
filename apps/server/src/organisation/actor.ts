import type { Actor } from '@duban/kit/actor';
import type { Tx } from '../kernel/database.ts';

/** The person behind an account, in the unit and with the roles of today. */
export async function actorOfAccount(_tx: Tx, account: string): Promise<Actor | null> {
  if (account !== 'kernel') return null;
  const id = '01990000-0000-7000-8000-000000000001';
  return { personId: id, name: 'Kernel', unitId: id, unitLine: [id], jurisdictionId: id, roles: ['dispatcher'] };
}
