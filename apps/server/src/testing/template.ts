import type { Database } from '../kernel/database.ts';

/** What every test finds in its database: the organisation, people, calendar and standards of the demo district. */
export async function prepareTemplate(_database: Database): Promise<void> {}
