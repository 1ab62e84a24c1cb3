import type * as contract from '@duban/contract/audit';
import type { Input, Reply } from '@duban/contract/endpoint';
import type { Role } from '@duban/kit/actor';
import { sql } from 'kysely';
import type { Ctx, JobCtx } from '../kernel/context.ts';
import { audit } from './audit.store.ts';
import { defaultPasswordDays } from './limits.ts';
import { forgetEverybody } from './session-cache.ts';

/** Rules of sign-in of a jurisdiction: which roles need a second factor, how long a password lasts. */

export async function getSignInRules(ctx: Ctx): Promise<Reply<typeof contract.getSignInRules>> {
  const row = await ctx.tx
    .selectFrom('sign_in_rules')
    .selectAll()
    .where('jurisdiction_id', '=', ctx.actor.jurisdictionId)
    .executeTakeFirst();
  return {
    secondFactorRoles: (row?.second_factor_roles ?? []) as Role[],
    passwordDays: row ? row.password_days : defaultPasswordDays,
  };
}

export async function setSignInRules(
  ctx: Ctx,
  rules: Input<typeof contract.setSignInRules>,
): Promise<Reply<typeof contract.setSignInRules>> {
  const secondFactorRoles = [...new Set(rules.secondFactorRoles)].sort();
  await sql`
    insert into sign_in_rules values (${ctx.actor.jurisdictionId}, ${secondFactorRoles}::text[], ${rules.passwordDays})
    on conflict (jurisdiction_id) do update
      set second_factor_roles = excluded.second_factor_roles, password_days = excluded.password_days`.execute(ctx.tx);
  await audit(ctx, { event: 'sign_in_rules.set', subjectType: 'rules', subjectId: ctx.actor.jurisdictionId });
  forgetEverybody();
  return { secondFactorRoles, passwordDays: rules.passwordDays };
}

/** When the person's password must be changed; null when it never must, or there is none. */
export async function passwordExpiry(ctx: Pick<JobCtx, 'tx'>, jurisdictionId: string, personId: string) {
  const { rows } = await sql<{ at: string | null }>`
    select a.password_set_at + make_interval(days =>
        case when r.jurisdiction_id is null then ${defaultPasswordDays} else r.password_days end) as at
    from auth_users a left join sign_in_rules r on r.jurisdiction_id = ${jurisdictionId}
    where a.id = ${personId}`.execute(ctx.tx);
  return rows[0]?.at ?? null;
}
