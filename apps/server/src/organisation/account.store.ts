import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Ctx, JobCtx } from '../kernel/context.ts';
import type { PasswordHash } from './password-hash.ts';
import { forgetPerson } from './session-cache.ts';

/**
 * The writer of accounts, in the tables that the identity library reads: passwords, second factors, sessions and
 * lock-outs. The library itself writes there only while somebody signs in or sets up the own second factor.
 */

type Writer = JobCtx & Partial<Pick<Ctx, 'actor'>>;

/** Gives a person an account, still without a password. */
export async function insertAccount(ctx: Writer, personId: string, account: string): Promise<void> {
  const at = ctx.now().toString();
  await ctx.tx
    .insertInto('auth_users')
    .values({ id: personId, username: account, created_at: at, updated_at: at })
    .execute();
}

export async function accountOf(ctx: Pick<JobCtx, 'tx'>, personId: string): Promise<string> {
  const { username } = await ctx.tx
    .selectFrom('auth_users')
    .select('username')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  return username;
}

/** @param mustChange whether it must be changed at the next sign-in, because somebody else knows it */
export async function setPassword(
  ctx: Writer,
  personId: string,
  hash: PasswordHash,
  { mustChange }: { readonly mustChange: boolean },
): Promise<void> {
  const at = ctx.now().toString();
  await sql`
    insert into auth_accounts (id, account_id, provider_id, user_id, password, created_at, updated_at)
    values (${ctx.newId()}, ${personId}, 'credential', ${personId}, ${hash}, ${at}, ${at})
    on conflict on constraint auth_accounts_once_per_provider
      do update set password = excluded.password, updated_at = excluded.updated_at`.execute(ctx.tx);
  await ctx.tx
    .updateTable('auth_users')
    .set({ must_change_password: mustChange, password_set_at: at, updated_at: at })
    .where('id', '=', personId)
    .execute();
  forgetPerson(personId);
}

export async function passwordHashOf(ctx: Pick<JobCtx, 'tx'>, personId: string): Promise<string | null> {
  const row = await ctx.tx
    .selectFrom('auth_accounts')
    .select('password')
    .where('user_id', '=', personId)
    .where('provider_id', '=', 'credential')
    .executeTakeFirst();
  return row?.password ?? null;
}

export type WhichSessions = { readonly only?: string; readonly except?: string | null };

/** Ends sessions of a person; whoever holds one is signed out with the next request. @returns how many */
export async function endSessions(ctx: Writer, personId: string, { only, except }: WhichSessions = {}) {
  let query = ctx.tx.deleteFrom('auth_sessions').where('user_id', '=', personId);
  if (only) query = query.where('id', '=', only);
  if (except) query = query.where('id', '<>', except);
  const ended = await query.executeTakeFirst();
  forgetPerson(personId);
  return Number(ended.numDeletedRows);
}

/** @returns false when there was none */
export async function removeSecondFactor(ctx: Writer, personId: string): Promise<boolean> {
  const removed = await ctx.tx.deleteFrom('auth_two_factors').where('user_id', '=', personId).executeTakeFirst();
  await ctx.tx.updateTable('auth_users').set({ two_factor_enabled: false }).where('id', '=', personId).execute();
  forgetPerson(personId);
  return removed.numDeletedRows > 0n;
}

/** Takes the account away altogether: it can never sign in again, and its name is free. */
export async function renameErasedAccount(ctx: Writer, personId: string): Promise<void> {
  await endSessions(ctx, personId);
  await removeSecondFactor(ctx, personId);
  await ctx.tx.deleteFrom('auth_accounts').where('user_id', '=', personId).execute();
  await ctx.tx
    .updateTable('auth_users')
    .set({ username: `erased.${personId.replaceAll('-', '')}`, must_change_password: true })
    .where('id', '=', personId)
    .execute();
}

/** The account name as the lock-out table knows it; case and width of the typing do not matter. */
export function accountHash(account: string): Buffer {
  return createHash('sha256').update(account.trim().toLowerCase().normalize('NFKC')).digest();
}

/** @returns false when the account was not locked */
export async function clearLockout(ctx: Writer, account: string): Promise<boolean> {
  const { rows } = await sql<{ locked: boolean }>`
    delete from auth_lockouts where account_hash = ${accountHash(account)}
    returning coalesce(locked_until > ${ctx.now().toString()}, false) as locked`.execute(ctx.tx);
  return rows[0]?.locked ?? false;
}
