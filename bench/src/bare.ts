import type { Call, Endpoint } from '@duban/contract/endpoint';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { systemClock } from '../../apps/server/src/kernel/context.ts';
import { createDatabase, createPool } from '../../apps/server/src/kernel/database.ts';
import { bindReactions } from '../../apps/server/src/kernel/jobs.ts';
import { createLog } from '../../apps/server/src/kernel/log.ts';
import { parsePart, performer } from '../../apps/server/src/kernel/perform.ts';
import { transactionsOf } from '../../apps/server/src/kernel/transaction.ts';
import { modules } from '../../apps/server/src/modules.ts';
import { actorOfAccount } from '../../apps/server/src/organisation/module.ts';

/**
 * The limit of a row: the very SQL of a request, begin and commit included, sent by a bare `pg` client. It is not
 * written down a second time here; it is recorded while the server's own code performs the request once.
 */
export type Statement = { readonly text: string; readonly values: readonly unknown[] };

export type Recorded = { readonly statements: readonly Statement[]; readonly reply: unknown };

export class Recorder {
  readonly #pool: pg.Pool;
  #statements: Statement[] | null = null;

  constructor(databaseUrl: string) {
    this.#pool = createPool({ url: databaseUrl, maxConnections: 1, name: 'duban bench' });
    this.#pool.on('connect', (client) => this.#listenTo(client));
    bindReactions(modules);
  }

  #listenTo(client: pg.PoolClient): void {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    (client as { query: unknown }).query = (...args: unknown[]) => {
      if (typeof args[0] === 'string') this.#statements?.push({ text: args[0], values: (args[1] as unknown[]) ?? [] });
      return query(...args);
    };
  }

  /** Performs a request as a person of the demo cast, and gives its SQL and its reply. */
  async record<E extends Endpoint<any, any, any, any>>(
    account: string,
    endpoint: E,
    input: Call<E>,
  ): Promise<Recorded> {
    const route = modules.flatMap(({ routes }) => routes).find((candidate) => candidate.endpoint === endpoint);
    if (!route) throw new Error(`the server has no route ${endpoint.name}`);
    const run = transactionsOf(createDatabase(this.#pool));
    const actor = await run((tx) => actorOfAccount(tx, account));
    if (!actor) throw new Error(`nobody has the account ${account}`);
    const parsed = {
      ...parsePart(endpoint.body, input, 'zh-CN'),
      ...parsePart(endpoint.query, input, 'zh-CN'),
      ...parsePart(endpoint.params, input, 'zh-CN'),
    };
    const perform = () =>
      performer(
        run,
        systemClock,
        {},
      )({
        route,
        actor,
        input: parsed,
        key: randomUUID(),
        locale: 'zh-CN',
        log: createLog('error'),
      });
    // Once before, because a server at work has the unit tree and the calendar in memory and does not ask for them.
    await perform();
    this.#statements = [];
    const reply = await perform();
    const statements = this.#statements;
    this.#statements = null;
    return { statements, reply };
  }

  close(): Promise<void> {
    return this.#pool.end();
  }
}

/** Bare clients, one for each connection of a load. */
export async function connectBare(databaseUrl: string, connections: number): Promise<pg.Client[]> {
  const clients = Array.from({ length: connections }, () => new pg.Client({ connectionString: databaseUrl }));
  await Promise.all(clients.map((client) => client.connect()));
  return clients;
}

export async function replay(client: pg.Client, statements: readonly Statement[]): Promise<void> {
  for (const { text, values } of statements) await client.query(text, values as unknown[]);
}

/** What was made up for one request (ids, keys, numbers, places), in place of what another one had. */
export type Substitutes = readonly (readonly [from: string | number, to: string | number])[];

/** The same SQL for another record: every value, and every text within a value, is replaced. */
export function substituted(statements: readonly Statement[], by: Substitutes): Statement[] {
  const texts = by.map(([from, to]) => [String(from), String(to)] as const);
  const change = (value: unknown): unknown => {
    if (typeof value === 'number') return by.find(([from]) => from === value)?.[1] ?? value;
    if (Array.isArray(value)) return value.map(change);
    if (typeof value !== 'string') return value;
    return texts.reduce((text, [from, to]) => (text.includes(from) ? text.replaceAll(from, to) : text), value);
  };
  return statements.map(({ text, values }) => ({ text, values: values.map(change) }));
}
