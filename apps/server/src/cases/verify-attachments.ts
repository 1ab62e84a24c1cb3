import { sql } from 'kysely';
import type { ContentStore } from '../adapters/content-store.ts';
import type { Database } from '../kernel/database.ts';

/** The first case with a file that is gone or was changed behind the program's back. */
export type BrokenAttachment = { readonly caseId: string; readonly fileName: string; readonly sha256: string };

/**
 * Holds every file against the hash that the history of its case recorded when it was added. The history proves itself
 * (`duban verify`), so the hash can be believed.
 */
export async function firstBrokenAttachment(database: Database, store: ContentStore): Promise<BrokenAttachment | null> {
  const { rows } = await sql<BrokenAttachment>`
    select record_id as "caseId", data ->> 'fileName' as "fileName", data ->> 'sha256' as sha256 from history
    where record_type = 'case' and type = 'case.attachment_added' order by record_id, sequence`.execute(database);
  const whole = new Set<string>();
  for (const attachment of rows) {
    if (whole.has(attachment.sha256)) continue;
    if (!(await store.isWhole(Buffer.from(attachment.sha256, 'hex')))) return attachment;
    whole.add(attachment.sha256);
  }
  return null;
}
