import { sql } from 'kysely';
import type { Database } from './database.ts';

/** The first record whose history no longer proves itself, and how. */
export type BrokenRecord = {
  readonly recordType: string;
  readonly recordId: string;
  readonly sequence: number;
  readonly reason: 'hash' | 'chain' | 'sequence';
};

/**
 * Recomputes every hash of the history, inside the database, and follows every chain: a byte changed behind the
 * program's back, a row taken out of the middle, or rows exchanged are found.
 */
export async function firstBrokenRecord(database: Database): Promise<BrokenRecord | null> {
  const { rows } = await sql<BrokenRecord>`
    with chained as (
      select h.*,
        lag(hash, 1, decode(repeat('00', 32), 'hex')) over record as expected_previous,
        row_number() over record as expected_sequence
      from history h
      window record as (partition by jurisdiction_id, record_type, record_id order by sequence)
    ), judged as (
      select record_type, record_id, sequence, jurisdiction_id,
        case
          when sequence <> expected_sequence then 'sequence'
          when previous_hash <> expected_previous then 'chain'
          when hash <> history_hash(previous_hash, jurisdiction_id, record_type, record_id, sequence, type, data,
            actor_id, unit_id, at) then 'hash'
        end as reason
      from chained
    )
    select record_type as "recordType", record_id as "recordId", sequence, reason
    from judged where reason is not null order by record_type, record_id, sequence limit 1`.execute(database);
  return rows[0] ?? null;
}

export async function historyLength(database: Database): Promise<number> {
  const { count } = await database
    .selectFrom('history')
    .select((of) => of.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}
