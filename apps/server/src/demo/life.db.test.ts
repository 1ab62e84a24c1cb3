import type { RecordedCaseEvent } from '@duban/cases/events';
import { evolve } from '@duban/cases/evolve';
import { allCaseStates } from '@duban/cases/states';
import type { Case } from '@duban/cases/case';
import { layOutAreas } from '@duban/demo/areas';
import { buildLife } from '@duban/demo/build';
import { weeks } from '@duban/demo/life/planned-case';
import { units } from '@duban/demo/units';
import { sql } from 'kysely';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { contentStoreIn, useContentStore } from '../adapters/content-store.ts';
import { caseOf, type CaseRecord } from '../cases/case-record.ts';
import type { Database, Tx } from '../kernel/database.ts';
import { createLog } from '../kernel/log.ts';
import { firstBrokenRecord } from '../kernel/verify.ts';
import { modules } from '../modules.ts';
import { testWorld } from '../testing/world.ts';
import { demoDesk } from './desk.ts';

/** Half of the demo's life, through the same commands; the whole one is lived by the browser tests. */
const now = Temporal.Instant.from('2026-11-22T06:00:00Z');
const world = testWorld({ now: now.toString() });
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duban-life-'));
  useContentStore(contentStoreIn(folder));
  const { database } = world;
  const news = { since: now.subtract({ hours: 24 * 14 }) };
  const desk = demoDesk((work) => work(database as Tx), modules, createLog('error'), news);
  const rows = await database.selectFrom('units').select(['id', 'name']).execute();
  const ids = new Map(rows.map(({ id, name }) => [name, id]));
  const unitIds = new Map(units.map(({ key, name }) => [key, ids.get(name)!]));
  await buildLife(desk, { id: unitIds.get('district')!, unitIds, areas: layOutAreas() }, now, () => {}, {
    cases: 1000,
    seed: 5,
  });
}, 240_000);
afterEach(() => rm(folder, { recursive: true }));

test('every history, replayed, gives the row it belongs to, and the chain of every record holds', async () => {
  const { database } = world;
  const { rows } = await sql<CaseRecord>`select * from cases order by id`.execute(database);
  expect(rows.length).toBeGreaterThan(900);
  const histories = await historiesOf(database);
  for (const row of rows) {
    const replayed = histories.get(row.id)!.reduce<Case | null>((before, event) => evolve(before, event), null);
    expect(replayed).toEqual(caseOf(row));
  }
  expect(await firstBrokenRecord(database as Database)).toBeNull();

  expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(allCaseStates));
  const waiting = await sql<{ id: string }>`select id from graphile_worker._private_jobs`.execute(database);
  expect(waiting.rows).toEqual([]);
  // every whole week but the first, streets and departments each; the first ones may have too little in them
  const published = await database.selectFrom('ranking_snapshots').select('group_key').execute();
  expect(published.length).toBeGreaterThan(2 * (weeks - 3));
  expect(published.length).toBeLessThanOrEqual(2 * (weeks - 1));
  const sentences = await sql<{ sent: number }>`
    select count(*) filter (where state = 'sent') as sent from directives`.execute(database);
  expect(sentences.rows[0]!.sent).toBeGreaterThan(10);
}, 120_000);

type Row = { caseId: string; jurisdictionId: string; type: string; at: string };

async function historiesOf(database: Database | Tx): Promise<ReadonlyMap<string, RecordedCaseEvent[]>> {
  const { rows } = await sql<Row>`
    select record_id as "caseId", jurisdiction_id as "jurisdictionId", sequence, type, data, at,
      actor_id as "actorId", unit_id as "unitId"
    from history where record_type = 'case' order by record_id, sequence`.execute(database);
  return Map.groupBy(rows as unknown as RecordedCaseEvent[], ({ caseId }) => caseId);
}
