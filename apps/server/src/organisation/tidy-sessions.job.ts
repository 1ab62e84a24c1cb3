import { sql } from 'kysely';
import type { JobCtx } from '../kernel/context.ts';

/**
 * Takes away what signing in leaves behind: sessions and half-finished sign-ins that have run out, and counts of
 * failures that no longer lock anything. The audit of them stays.
 */
export async function tidySessions({ tx, now }: JobCtx): Promise<void> {
  const at = now().toString();
  await sql`delete from auth_sessions where expires_at < ${at}`.execute(tx);
  await sql`delete from auth_verifications where expires_at < ${at}`.execute(tx);
  await sql`delete from auth_lockouts where last_at < ${at}::timestamptz - interval '1 day'
    and (locked_until is null or locked_until < ${at})`.execute(tx);
}
