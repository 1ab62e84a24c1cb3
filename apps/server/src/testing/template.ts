import { buildDistrict } from '@duban/demo/district';
import { demoDesk } from '../demo/desk.ts';
import type { Database } from '../kernel/database.ts';
import { createLog } from '../kernel/log.ts';
import { transactionsOf } from '../kernel/transaction.ts';
import { modules } from '../modules.ts';

/** The district is founded before any moment at which a test plays. */
const founded = Temporal.Instant.from('2025-12-01T01:00:00Z');

/** What every test finds in its database: the organisation, people, calendar and standards of the demo district. */
export async function prepareTemplate(database: Database): Promise<void> {
  await buildDistrict(demoDesk(transactionsOf(database), modules, createLog('error'), { since: founded }), founded);
}
