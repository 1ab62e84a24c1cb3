import type * as contract from '@duban/contract/organisation';
import type { Input, Reply } from '@duban/contract/endpoint';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { todayOf } from './today.ts';

export type PairingFilter = {
  readonly communityId?: string;
  /** pairings in which the unit is either side */
  readonly unitId?: string;
  /** also those that have ended or not begun */
  readonly all: boolean;
};

export async function pairingsOf(ctx: Ctx, { communityId, unitId, all }: PairingFilter): Promise<contract.Pairing[]> {
  const today = todayOf(ctx);
  const { rows } = await sql<contract.Pairing>`
    select p.id,
      jsonb_build_object('id', c.id, 'name', c.name, 'shortName', c.short_name, 'kind', c.kind) as community,
      case when w.id is null then null else jsonb_build_object('id', w.id, 'name', coalesce(w.name, '（已删除）')) end
        as person,
      case when u.id is null then null
        else jsonb_build_object('id', u.id, 'name', u.name, 'shortName', u.short_name, 'kind', u.kind) end as unit,
      p.valid_from as "validFrom", p.valid_to as "validTo"
    from pairings p join units c on c.id = p.community_id
      left join people w on w.id = p.person_id left join units u on u.id = p.unit_id
    where p.jurisdiction_id = ${ctx.actor.jurisdictionId}
      and (${communityId ?? null}::uuid is null or p.community_id = ${communityId ?? null})
      and (${unitId ?? null}::uuid is null or ${unitId ?? null} in (p.community_id, p.unit_id))
      and (${all} or (p.valid_from <= ${today} and (p.valid_to is null or p.valid_to > ${today})))
    order by c.code nulls last, c.name, p.valid_from, p.id`.execute(ctx.tx);
  return rows;
}

export async function listPairings(
  ctx: Ctx,
  { communityId, all }: Input<typeof contract.listPairings>,
): Promise<Reply<typeof contract.listPairings>> {
  return { pairings: await pairingsOf(ctx, { communityId, all }) };
}
