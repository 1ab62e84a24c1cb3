import { once } from 'node:events';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { cloneCase } from './clone.ts';
import { CLONED, readTemplates, type Template, type Templates } from './templates.ts';

/** Weeks over which the ended cases are spread; two years and the demo's own twelve weeks. */
const WEEKS = 104;
/** Open cases stay near the present. */
const OPEN_WEEKS = 6;

/**
 * Fills the ledger up to a number of cases with clones of the demo's own. Indexes that are no constraints are put aside
 * while rows are copied and made again afterwards, by the database's own definitions. At the end the database is asked
 * whether the copied histories prove true by its own function.
 */
export async function fillLedger(databaseUrl: string, wanted: number, tell: (what: string) => void): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ all: number; cloned: number }>(
      `select count(*)::int as all, (count(*) filter (where number like '${CLONED}%'))::int as cloned from cases`,
    );
    const { all, cloned } = rows[0]!;
    const missing = wanted - all;
    if (missing <= 0) return;
    const templates = await readTemplates(client);
    const departments = await departmentsOf(client);
    // One transaction: a load that is interrupted leaves neither half a ledger nor one without its indexes.
    await client.query('begin');
    await withoutIndexes(client, missing, async () => {
      await copyClones(client, templates, departments, { first: cloned, count: missing }, tell);
      tell('making the indexes again');
    });
    await client.query('commit');
    tell('analysing');
    await client.query('vacuum (analyze) cases');
    await client.query('vacuum (analyze) history');
    await proveHistories(client);
  } finally {
    await client.end();
  }
}

/** Departments that a case may be given to, in a fixed order: a clone takes every one of them some places further. */
async function departmentsOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(`select id from units where kind = 'department' order by id`);
  return rows.map(({ id }) => id);
}

const CHUNK = 5000;

async function copyClones(
  client: pg.Client,
  templates: Templates,
  departments: readonly string[],
  wanted: { readonly first: number; readonly count: number },
  tell: (what: string) => void,
): Promise<void> {
  const { jurisdictionId, columns } = templates;
  const usable = templates.cases.filter(({ history }) => history.length > 0);
  const ended = usable.filter((template) => template.ended);
  const placeOf = new Map(departments.map((id, at) => [id, at]));
  const departmentsIn = new Map(
    usable.map((template) => [template, departments.filter((id) => occursIn(template, id))]),
  );
  const moved = (template: Template, by: number) =>
    new Map(departmentsIn.get(template)!.map((id) => [id, departments[(placeOf.get(id)! + by) % departments.length]!]));
  const pick = (at: number): { template: Template; weeksBack: number } => {
    const template = usable[at % usable.length]!;
    const round = Math.floor(at / usable.length);
    if (template.ended || ended.length === 0) return { template, weeksBack: 1 + (round % WEEKS) };
    // Nineteen of twenty clones of an open case are cases that ended: a ledger of years is mostly closed.
    if (round % 20 === 0) return { template, weeksBack: 1 + (round % OPEN_WEEKS) };
    return { template: ended[(at * 7) % ended.length]!, weeksBack: 1 + (round % WEEKS) };
  };
  const { first, count } = wanted;
  for (let done = 0; done < count; done += CHUNK) {
    const rows: string[] = [];
    const history: string[] = [];
    for (let at = first + done; at < first + Math.min(count, done + CHUNK); at++) {
      const { template, weeksBack } = pick(at);
      const clone = cloneCase({
        template,
        weeksBack,
        jurisdictionId,
        number: `${CLONED}${String(at).padStart(8, '0')}`,
        departments: moved(template, at % departments.length),
      });
      rows.push(clone.row);
      history.push(...clone.history);
    }
    await copy(client, `cases (${columns.map((name) => `"${name}"`).join(', ')})`, rows);
    await copy(client, `history (${HISTORY_COLUMNS})`, history);
    if (done % (20 * CHUNK) === 0) tell(`copying cases: ${done} of ${count}`);
  }
}

function occursIn({ row, history }: Template, id: string): boolean {
  return row.includes(id) || history.some(({ data, unitId }) => unitId === id || data.includes(id));
}

const HISTORY_COLUMNS =
  'jurisdiction_id, record_type, record_id, sequence, type, data, actor_id, unit_id, at, previous_hash, hash';

async function copy(client: pg.Client, into: string, lines: readonly string[]): Promise<void> {
  const stream = client.query(copyFrom(`copy ${into} from stdin`));
  const finished = once(stream, 'finish');
  stream.end(lines.join(''));
  await finished;
}

/** Small additions are cheaper with the indexes in place. */
const WORTH_REMAKING = 50_000;

async function withoutIndexes(client: pg.Client, rows: number, work: () => Promise<void>): Promise<void> {
  if (rows < WORTH_REMAKING) return work();
  const found = await client.query<{ name: string; definition: string }>(
    `select i.relname as name, pg_get_indexdef(i.oid) as definition
     from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
     where t.relname in ('cases', 'history') and not x.indisunique`,
  );
  for (const { name } of found.rows) await client.query(`drop index "${name}"`);
  await work();
  await client.query(`set local maintenance_work_mem = '512MB'`);
  for (const { definition } of found.rows) await client.query(definition);
}

/** @throws Error when a copied history is not what the program itself would have written */
async function proveHistories(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ record: string }>(
    `select h.record_id as record from history h
     left join history b on b.jurisdiction_id = h.jurisdiction_id and b.record_type = h.record_type
       and b.record_id = h.record_id and b.sequence = h.sequence - 1
     where h.record_id in (select id from cases where number like '${CLONED}%' order by random() limit 2000)
       and (h.hash <> history_hash(h.previous_hash, h.jurisdiction_id, h.record_type, h.record_id, h.sequence, h.type,
           h.data, h.actor_id, h.unit_id, h.at)
         or h.previous_hash <> coalesce(b.hash, decode(repeat('00', 32), 'hex')))
     limit 1`,
  );
  if (rows[0]) throw new Error(`the copied history of ${rows[0].record} does not prove true`);
}
