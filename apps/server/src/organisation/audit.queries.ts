import type * as contract from '@duban/contract/audit';
import type { Input, Reply } from '@duban/contract/endpoint';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { cursorOf, cursorText } from './cursor.ts';
import { erasedName } from './unit.queries.ts';

/** Reads for the audit administrator, newest first. */

export async function listAudit(
  ctx: Ctx,
  { from, to, personId, event, result, after, limit }: Input<typeof contract.listAudit>,
): Promise<Reply<typeof contract.listAudit>> {
  const [before] = cursorOf(after, 1) ?? [null];
  const { rows } = await sql<contract.AuditRow>`
    select a.id, a.at, a.event, a.subject_type as "subjectType", a.subject_id as "subjectId", a.result, a.reason, a.address,
      u.username as account,
      case when p.id is null then null else jsonb_build_object('id', p.id, 'name', coalesce(p.name, ${erasedName})) end
        as person,
      coalesce(a.subject, case when a.subject_type = 'person' then coalesce(s.name, ${erasedName}) end) as subject
    from administrative_audit a
      left join people p on p.id = a.person_id left join auth_users u on u.id = a.person_id
      left join people s on s.id = a.subject_id and a.subject_type = 'person'
    where (a.jurisdiction_id = ${ctx.actor.jurisdictionId} or a.jurisdiction_id is null)
      and (${before}::uuid is null
        or (a.at, a.id) < (select c.at, c.id from administrative_audit c where c.id = ${before}::uuid))
      and (${from ?? null}::timestamptz is null or a.at >= ${from ?? null})
      and (${to ?? null}::timestamptz is null or a.at < ${to ?? null})
      and (${personId ?? null}::uuid is null or ${personId ?? null} in (a.person_id, a.subject_id))
      and (${event ?? null}::text is null or a.event = ${event ?? null})
      and (${result ?? null}::text is null or a.result = ${result ?? null})
    order by a.at desc, a.id desc limit ${limit + 1}`.execute(ctx.tx);
  return pageOf(rows, limit);
}

export async function listAccess(
  ctx: Ctx,
  { from, to, personId, subjectId, after, limit }: Input<typeof contract.listAccess>,
): Promise<Reply<typeof contract.listAccess>> {
  const [before] = cursorOf(after, 1) ?? [null];
  const { rows } = await sql<contract.AccessRow>`
    select a.id, a.at, a.data, a.purpose,
      jsonb_build_object('id', r.id, 'name', coalesce(r.name, ${erasedName})) as reader,
      jsonb_build_object('id', s.id, 'name', coalesce(s.name, ${erasedName})) as subject
    from access_log a join people r on r.id = a.reader_id join people s on s.id = a.subject_id
    where a.jurisdiction_id = ${ctx.actor.jurisdictionId}
      and (${before}::uuid is null or (a.at, a.id) < (select c.at, c.id from access_log c where c.id = ${before}::uuid))
      and (${from ?? null}::timestamptz is null or a.at >= ${from ?? null})
      and (${to ?? null}::timestamptz is null or a.at < ${to ?? null})
      and (${personId ?? null}::uuid is null or a.reader_id = ${personId ?? null})
      and (${subjectId ?? null}::uuid is null or a.subject_id = ${subjectId ?? null})
    order by a.at desc, a.id desc limit ${limit + 1}`.execute(ctx.tx);
  return pageOf(rows, limit);
}

function pageOf<Row extends { readonly id: string }>(rows: Row[], limit: number) {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { rows: page, next: rows.length > limit && last ? cursorText([last.id]) : null };
}
