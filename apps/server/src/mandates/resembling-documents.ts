import { isVersionOf } from '@duban/mandates/versions/compare-texts';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { storableText } from './storable.ts';

const MOST_CANDIDATES = 5;
const NEWEST = 50;

/**
 * Documents without a successor of which this is probably a newer version: most of their words are the same. Looked for
 * among those with a similar title and the newest, because a newer version rarely has another name and rarely comes
 * late; only the few most likely ones have their text read, which is stored apart from the row and large.
 */
export async function resemblingDocuments({ tx, actor }: Ctx, title: string, text: string): Promise<string[]> {
  const wanted = storableText(title);
  const open = sql`d.jurisdiction_id = ${actor.jurisdictionId} and d.state <> 'discarded'
    and not exists (select from documents n where n.jurisdiction_id = d.jurisdiction_id and n.previous_id = d.id
      and n.state <> 'discarded')`;
  const { rows } = await sql<{ id: string; text: string }>`
    with likely as (
      (select d.id, d.title, d.added_at from documents d where ${open} and d.title % ${wanted}
        order by similarity(d.title, ${wanted}) desc, d.added_at desc limit ${MOST_CANDIDATES})
      union
      (select d.id, d.title, d.added_at from documents d where ${open} order by d.added_at desc, d.id desc limit ${NEWEST})),
    first as (
      select id, row_number() over (order by similarity(title, ${wanted}) desc, added_at desc, id) as place from likely)
    select d.id, d.text from first f
    join documents d on d.jurisdiction_id = ${actor.jurisdictionId} and d.id = f.id
    where f.place <= ${MOST_CANDIDATES} order by f.place`.execute(tx);
  const isOfLength = (length: number): boolean => length >= text.length / 3 && length <= text.length * 3;
  return rows.filter((row) => isOfLength(row.text.length) && isVersionOf(row.text, text)).map(({ id }) => id);
}
