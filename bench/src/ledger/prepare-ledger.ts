import { createUnit } from '@duban/contract/organisation';
import pg from 'pg';
import type { Bench } from '../bench.ts';
import { fillLedger } from './load-ledger.ts';

/** As many departments as a large city district and its bureaus have. */
export const DEPARTMENTS = 200;

/**
 * Brings the ledger to a number of cases, spread over two hundred departments; what is there already stays.
 *
 * @returns how many cases there are now, which in a kept folder may be more
 */
export async function prepareLedger({ site, tell }: Bench, cases: number): Promise<number> {
  await foundDepartments(site);
  await fillLedger(site.databaseUrl, cases, tell);
  const { count } = await queryOne<{ count: number }>(site.databaseUrl, 'select count(*)::int as count from cases');
  return count;
}

async function foundDepartments(site: Bench['site']): Promise<void> {
  const { count, jurisdictionId } = await queryOne<{ count: number; jurisdictionId: string }>(
    site.databaseUrl,
    `select count(*) filter (where kind = 'department')::int as count,
       (array_agg(jurisdiction_id))[1] as "jurisdictionId" from units`,
  );
  if (count >= DEPARTMENTS) return;
  const caller = await site.callerAs('tongshouyi', 1);
  for (let number = count + 1; number <= DEPARTMENTS; number++) {
    await caller.send(createUnit, {
      parentId: jurisdictionId,
      kind: 'department',
      name: `第${number}测试局`,
      shortName: `测试${number}局`,
      aliases: [],
      code: `B${number}`,
      validFrom: '2020-01-01',
    });
  }
  caller.close();
}

export async function queryOne<Row extends pg.QueryResultRow>(databaseUrl: string, text: string): Promise<Row> {
  const [row] = await queryAll<Row>(databaseUrl, text);
  if (!row) throw new Error(`no row: ${text}`);
  return row;
}

export async function queryAll<Row extends pg.QueryResultRow>(databaseUrl: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}
