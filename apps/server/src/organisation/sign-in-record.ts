import type { ProblemCode } from '@duban/contract/problems';
import type pg from 'pg';
import { newId } from '../kernel/context.ts';

export type SignInRecord = {
  readonly event: string;
  readonly reason?: ProblemCode;
  /** who it was, when that is known … */
  readonly personId?: string;
  /** … or the account that was typed, which is written down only as the person it belongs to */
  readonly account?: string;
  readonly address?: string | null;
};

/**
 * Writes a sign-in, or a refused one, into the administrative audit. It stands outside of any transaction, because a
 * refusal must be kept. What was typed as an account is never kept: people type passwords there.
 */
export async function recordSignIn(pool: pg.Pool, now: Temporal.Instant, of: SignInRecord): Promise<void> {
  await pool.query(
    `insert into administrative_audit (id, jurisdiction_id, at, person_id, event, subject_type, subject_id, result, reason, address)
     select $1, p.jurisdiction_id, $2, p.id, $3, 'person', p.id, $4, $5, $6
     from (select) one left join people p on p.id = coalesce($7::uuid, (select id from auth_users where username = $8))`,
    [
      newId(),
      now.toString(),
      of.event,
      of.reason ? 'refused' : 'done',
      of.reason ?? null,
      of.address ?? null,
      of.personId ?? null,
      of.account?.trim().toLowerCase() ?? null,
    ],
  );
}
