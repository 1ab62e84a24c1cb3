import { sql } from 'kysely';
import type { Database } from '../kernel/database.ts';

/** A document whose original is no longer the file that was imported. */
export type BrokenOriginal = { readonly documentId: string; readonly title: string };

/** Recomputes the hash of every original inside the database, behind whatever constraint was dropped meanwhile. */
export async function firstBrokenOriginal(database: Database): Promise<BrokenOriginal | null> {
  const { rows } = await sql<BrokenOriginal>`
    select d.id as "documentId", d.title from documents d
      left join document_originals o on o.jurisdiction_id = d.jurisdiction_id and o.sha256 = d.sha256
    where o.sha256 is null or sha256(o.content) <> o.sha256
    order by d.id limit 1`.execute(database);
  return rows[0] ?? null;
}
