import type pg from 'pg';

/**
 * The cases of the demo district, as they were made through commands: what the big ledger is cloned from. Every value
 * is kept as the text in which COPY takes it, so that a clone is made by replacing pieces of text.
 */
export type Template = {
  readonly id: string;
  readonly number: string;
  /** may lie in the far past: nothing more happens to it */
  readonly ended: boolean;
  readonly row: string;
  readonly history: readonly TemplateEvent[];
};

export type TemplateEvent = {
  readonly sequence: number;
  readonly type: string;
  /** as PostgreSQL prints jsonb: the text that the hash is taken over */
  readonly data: string;
  readonly actorId: string | null;
  readonly unitId: string | null;
  /** `2026-02-12 01:02:03.456789+00` */
  readonly at: string;
  readonly microseconds: bigint;
};

export type Templates = {
  readonly jurisdictionId: string;
  /** columns of `cases` that are written, in the order of the rows */
  readonly columns: readonly string[];
  readonly cases: readonly Template[];
};

export async function readTemplates(client: pg.Client): Promise<Templates> {
  const columns = await columnsOf(client, 'cases');
  const listed = columns.map((name) => `"${name}"`).join(', ');
  const found = await client.query<{ id: string; number: string; state: string; jurisdiction_id: string; row: string }>(
    `select id, number, state, jurisdiction_id, jsonb_build_array(${columns.map((name) => `c."${name}"::text`).join(', ')})::text as row
     from (select ${listed} from cases where number not like '${CLONED}%' order by id limit 4000) c`,
  );
  const [first] = found.rows;
  if (!first) throw new Error('the demo district holds no cases to clone');
  const histories = await readHistories(client, first.jurisdiction_id);
  return {
    jurisdictionId: first.jurisdiction_id,
    columns,
    cases: found.rows.map(({ id, number, state, row }) => ({
      id,
      number,
      ended: state === 'closed' || state === 'not_filed' || state === 'merged',
      row: (JSON.parse(row) as (string | null)[]).map(copyText).join('\t'),
      history: histories.get(id) ?? [],
    })),
  };
}

async function columnsOf(client: pg.Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select column_name as name from information_schema.columns
     where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER' order by ordinal_position`,
    [table],
  );
  return rows.map(({ name }) => name);
}

async function readHistories(client: pg.Client, jurisdictionId: string): Promise<Map<string, TemplateEvent[]>> {
  const { rows } = await client.query<Omit<TemplateEvent, 'microseconds'> & { recordId: string; microseconds: string }>(
    `select record_id as "recordId", sequence, type, data::text as data, actor_id as "actorId", unit_id as "unitId",
       at::text as at, (extract(epoch from at) * 1000000)::bigint::text as microseconds
     from history where jurisdiction_id = $1 and record_type = 'case' order by record_id, sequence`,
    [jurisdictionId],
  );
  const histories = new Map<string, TemplateEvent[]>();
  for (const { recordId, microseconds, ...event } of rows) {
    const history = histories.get(recordId) ?? [];
    history.push({ ...event, microseconds: BigInt(microseconds) });
    histories.set(recordId, history);
  }
  return histories;
}

/** How the numbers of cloned cases begin. */
export const CLONED = 'B-';

/** A value in the text format of COPY. */
export function copyText(value: string | null): string {
  if (value === null) return '\\N';
  return value.replace(/[\\\t\n\r]/g, (sign) => ESCAPES[sign]!);
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
