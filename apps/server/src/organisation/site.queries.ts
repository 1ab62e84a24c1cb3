import type { Reply } from '@duban/contract/endpoint';
import type * as contract from '@duban/contract/session';
import { cast, demoPassword } from '@duban/demo/cast';
import type { Role } from '@duban/kit/actor';
import { sql } from 'kysely';
import type { PublicCtx } from '../kernel/context.ts';

/** What anybody may know: the name of the place, and in the demo district whom one can sign in as. */
export async function getSite(ctx: PublicCtx): Promise<Reply<typeof contract.getSite>> {
  const top = await ctx.tx
    .selectFrom('units')
    .select('name')
    .where('parent_id', 'is', null)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  const demo = await ctx.tx.selectFrom('site_facts').select('name').where('name', '=', 'demo').executeTakeFirst();
  if (!demo) return { name: top?.name ?? null, demo: false, demoAccounts: [], demoPassword: null };
  const order = cast.map((member) => member.account);
  const { rows } = await sql<{ account: string; name: string; title: string; unit: string; roles: Role[] }>`
    select a.username as account, p.name, min(o.title) as title, min(u.name) as unit, array_agg(o.role) as roles
    from auth_users a join people p on p.id = a.id join positions o on o.person_id = p.id join units u on u.id = o.unit_id
    where a.username = any(${order}::text[]) and p.deactivated_at is null
    group by a.username, p.name order by array_position(${order}::text[], a.username)`.execute(ctx.tx);
  return { name: top?.name ?? null, demo: true, demoAccounts: rows, demoPassword };
}
