import { isVersionOf } from '@duban/mandates/versions/compare-texts';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { storableText } from './storable.ts';

const MOST_CANDIDATES = 12;

/**
 * Documents without a successor of which this is probably a newer version: most of their words are the same. Looked for
 * among those with a similar title and the newest, because a newer version rarely has another name and rarely comes late.
 */
export async function resemblingDocuments({ tx, actor }: Ctx, title: string, text: string): Promise<string[]> {
  const { rows } = await sql<{ id: string; text: string }>`
    select d.id, d.text from documents d
    where d.jurisdiction_id = ${actor.jurisdictionId} and d.state <> 'discarded'
      and length(d.text) between ${Math.floor(text.length / 3)} and ${text.length * 3}
      and not exists (select from documents n where n.jurisdiction_id = d.jurisdiction_id and n.previous_id = d.id
        and n.state <> 'discarded')
    order by similarity(d.title, ${storableText(title)}) desc, d.added_at desc
    limit ${MOST_CANDIDATES}`.execute(tx);
  return rows.filter((row) => isVersionOf(row.text, text)).map(({ id }) => id);
}
