import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { newId } from '../kernel/context.ts';
import type { Tx } from '../kernel/database.ts';
import { createLog } from '../kernel/log.ts';
import { testWorld } from '../testing/world.ts';
import { foundTestDistrict } from './testing.ts';
import { tidySessions } from './tidy-sessions.job.ts';

const world = testWorld();

test('what has run out goes, what still holds stays, and a second run changes nothing', async () => {
  const { people } = await foundTestDistrict(world, 'jia');
  const tx = world.database as Tx;
  const now = world.now();
  for (const [token, hours] of [
    ['old', -1],
    ['good', 1],
  ] as const) {
    const at = now.add({ hours }).toString();
    await sql`insert into auth_sessions (id, token, user_id, expires_at)
      values (${newId()}, ${token}, ${people['jia.handler']!}, ${at})`.execute(tx);
    await sql`insert into auth_verifications (id, identifier, value, expires_at)
      values (${newId()}, ${token}, '0', ${at})`.execute(tx);
  }
  for (const [name, failed, locked] of [
    ['old', -48, null],
    ['recent', -2, null],
    ['locked', -25, 1],
  ] as const) {
    const until = locked === null ? null : now.add({ hours: locked }).toString();
    await sql`insert into auth_lockouts values (convert_to(${name}, 'UTF8'), 5, ${until},
      ${now.add({ hours: failed }).toString()})`.execute(tx);
  }
  const left = async () => {
    const { rows } = await sql<{ what: string }>`
      select token as what from auth_sessions union all select identifier from auth_verifications
      union all select convert_from(account_hash, 'UTF8') from auth_lockouts order by 1`.execute(tx);
    return rows.map((row) => row.what);
  };
  for (let run = 0; run < 2; run++) {
    await tidySessions({ tx, now: () => now, newId, log: createLog('silent') });
    expect(await left()).toEqual(['good', 'good', 'locked', 'recent']);
  }
});
