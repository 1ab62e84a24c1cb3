import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import type { DB } from '../../generated/database.ts';
import { instantText } from './instant-text.ts';
import { PreparingClient } from './prepared-statements.ts';

/** The one handle that SQL goes through. It exists only inside a transaction that the kernel opened. */
export type Tx = Transaction<DB>;
export type Database = Kysely<DB>;

const oid = { int8: 20, date: 1082, timestamp: 1114, timestamptz: 1184, numeric: 1700 } as const;

/**
 * Values come back in the form in which they cross the wire: instants as ISO 8601 in UTC, days as `YYYY-MM-DD`,
 * counts as numbers. JavaScript dates never appear, because they cannot tell a day from an instant.
 */
const types = {
  getTypeParser(id: number, format?: 'text' | 'binary') {
    if (id === oid.int8) return safeInteger;
    if (id === oid.numeric) return Number;
    if (id === oid.date || id === oid.timestamp) return (text: string) => text;
    if (id === oid.timestamptz) return instantText;
    return pg.types.getTypeParser(id as never, format as never);
  },
} as pg.CustomTypesConfig;

export type DatabaseOptions = { readonly url: string; readonly maxConnections?: number; readonly name?: string };

export function createPool({ url, maxConnections = 20, name = 'duban' }: DatabaseOptions): pg.Pool {
  const pool = new pg.Pool({
    Client: PreparingClient,
    connectionString: url,
    max: maxConnections,
    application_name: name,
    options: '-c timezone=UTC -c idle_in_transaction_session_timeout=60000 -c plan_cache_mode=force_custom_plan',
    types,
  });
  // A connection that breaks while idle (the database restarts) is replaced at the next use; without a listener Node
  // would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

export function createDatabase(pool: pg.Pool): Database {
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
}

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`integer out of range: ${text}`);
  return value;
}
