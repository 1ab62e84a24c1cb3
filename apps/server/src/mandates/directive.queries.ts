import type { Input, Reply } from '@duban/contract/endpoint';
import type { getDirective as endpoint } from '@duban/contract/mandates';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { problem } from '../kernel/problem.ts';

/**
 * The way back from a task or a case to the sentence that ordered it. A handler may read that one sentence, not the
 * document around it; what was never sent ordered nobody anything and is not found here.
 */
export async function getDirective(
  { tx, actor }: Ctx,
  { id }: Input<typeof endpoint>,
): Promise<Reply<typeof endpoint>> {
  const { rows } = await sql<Reply<typeof endpoint>>`
    select i.id, i.document_id as "documentId", d.title as "documentTitle", i.text, i.headings
    from directives i
    join documents d on d.jurisdiction_id = i.jurisdiction_id and d.id = i.document_id
    where i.jurisdiction_id = ${actor.jurisdictionId} and i.id = ${id} and i.state = 'sent'`.execute(tx);
  const [found] = rows;
  if (!found) throw problem('record.not_found');
  return found;
}
