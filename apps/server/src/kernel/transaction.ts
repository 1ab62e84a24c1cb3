import { sql } from 'kysely';
import type { Database, Tx } from './database.ts';

/** The only place where a transaction is opened. Everything that a request or a job does happens inside one. */
export type RunInTransaction = <Result>(work: (tx: Tx) => Promise<Result>) => Promise<Result>;

export function transactionsOf(database: Database): RunInTransaction {
  return (work) => database.transaction().execute(work);
}

/**
 * For tests: every "transaction" is a savepoint inside one that the test rolls back, one after the other, so that a
 * test sees real commits and leaves nothing behind.
 */
export function savepointsIn(tx: Tx): RunInTransaction {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(async () => {
      await sql`savepoint request`.execute(tx);
      try {
        const result = await work(tx);
        await sql`release savepoint request`.execute(tx);
        return result;
      } catch (error) {
        await sql`rollback to savepoint request`.execute(tx);
        throw error;
      }
    });
    last = turn.catch(() => {});
    return turn;
  };
}
