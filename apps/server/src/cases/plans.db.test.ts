import { CaseFilter } from '@duban/contract/case-lists';
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import type { Ctx } from '../kernel/context.ts';
import { actorOfAccount } from '../organisation/module.ts';
import { testWorld } from '../testing/world.ts';
import { planOf } from './case-filter.ts';
import { keysOf } from './ledger.queries.ts';
import { caseDesk, people } from './testing.ts';

// The plans of the hot lists: which index answers, and that nothing is read from one end of the table to the other. On
// a nearly empty table the planner would rather scan it, so scanning is made dear.
const world = testWorld();
const desk = caseDesk(world);

beforeEach(() => desk.standards());

async function indexesOf(
  filter: object,
  who: keyof typeof people = 'dispatcher',
  sort: 'deadline' | 'newest' = 'deadline',
) {
  const tx = world.database as Ctx['tx'];
  await sql`set local enable_seqscan = off`.execute(tx);
  await sql`set local enable_bitmapscan = off`.execute(tx);
  await sql`set local enable_sort = off`.execute(tx);
  const actor = await actorOfAccount(tx, people[who], '2026-03-10');
  const ctx = { tx, actor, now: world.now } as Ctx;
  const keys = await keysOf(ctx, await planOf(ctx, CaseFilter.parse(filter)), { sort, after: null, limit: 26 });
  const { rows } = await sql<{ 'QUERY PLAN': string }>`explain (costs off) ${keys}`.execute(tx);
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  return { plan, indexes: new Set(plan.match(/(?<=Index (Only )?Scan (Backward )?using )\w+/g)) };
}

test.each([
  ['the whole ledger', {}, ['cases_by_deadline']],
  ['what is open', { open: 'true' }, ['cases_by_state']],
  ['what is red', { light: 'red' }, ['cases_by_state']],
  ['deadlines of a week', { finishFrom: '2026-03-09', finishTo: '2026-03-15' }, ['cases_by_deadline']],
])('%s goes by its index', async (_, filter, wanted) => {
  const { plan, indexes } = await indexesOf(filter);
  expect([...indexes], plan).toEqual(wanted);
  expect(plan).not.toContain('Seq Scan on cases');
});

test('a unit and a state go by the index of the unit, a handler’s ledger by the index of each side', async () => {
  const filter = { unitId: await desk.unitId('enforcement'), unitSide: 'handling', state: 'in_progress' };
  expect([...(await indexesOf(filter)).indexes]).toEqual(['cases_by_handling_unit']);
  const { indexes } = await indexesOf({}, 'officer');
  expect([...indexes].sort()).toEqual([
    'cases_by_assigned_unit',
    'cases_by_handling_unit',
    'cases_by_line_unit',
    'cases_by_territorial_unit',
  ]);
});

test('newest first goes backwards over the ids', async () => {
  expect([...(await indexesOf({}, 'dispatcher', 'newest')).indexes]).toEqual(['cases_pkey']);
});
