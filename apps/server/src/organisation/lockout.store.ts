import type pg from 'pg';
import { accountHash } from './account.store.ts';
import { allowedFailures, lockMinutes } from './limits.ts';

/**
 * Failures in a row per account name, known or unknown alike. An attempt is counted before its password is looked at,
 * so that a hundred attempts at once are no way around the limit; a success takes the count away.
 *
 * This runs outside of any request's transaction, because a refused sign-in must leave its mark.
 */
export type Attempt =
  | { readonly allowed: true; /** whether this was the last one before the lock */ readonly last: boolean }
  | { readonly allowed: false; readonly minutes: number };

export async function beginAttempt(pool: pg.Pool, account: string, now: Temporal.Instant): Promise<Attempt> {
  const key = accountHash(account);
  const { rows } = await pool.query<{ failures: number }>(
    `insert into auth_lockouts as l (account_hash, failures, locked_until, last_at) values ($1, 1, null, $2)
     on conflict (account_hash) do update set
       failures = case when l.locked_until is not null or l.last_at < $2::timestamptz - interval '1 day' then 1
         else l.failures + 1 end,
       locked_until = case when l.locked_until is null and l.last_at >= $2::timestamptz - interval '1 day'
         and l.failures + 1 >= $3 then $2::timestamptz + make_interval(mins => $4) end,
       last_at = $2
     where l.locked_until is null or l.locked_until <= $2
     returning failures`,
    [key, now.toString(), allowedFailures, lockMinutes],
  );
  const [counted] = rows;
  if (counted) return { allowed: true, last: counted.failures >= allowedFailures };
  return { allowed: false, minutes: (await minutesLocked(pool, account, now)) ?? 1 };
}

/** Whole minutes, rounded up, until the account may try again; null when it is not locked. */
export async function minutesLocked(pool: pg.Pool, account: string, now: Temporal.Instant): Promise<number | null> {
  const { rows } = await pool.query<{ minutes: number }>(
    `select ceil(extract(epoch from locked_until - $2::timestamptz) / 60)::int as minutes
     from auth_lockouts where account_hash = $1 and locked_until > $2`,
    [accountHash(account), now.toString()],
  );
  return rows[0]?.minutes ?? null;
}

export async function forgiveAttempts(pool: pg.Pool, account: string): Promise<void> {
  await pool.query('delete from auth_lockouts where account_hash = $1', [accountHash(account)]);
}
