import type pg from 'pg';
import type { Database } from '../kernel/database.ts';
import type { Identity } from '../kernel/identity.ts';

export type IdentityOptions = { readonly pool: pg.Pool; readonly database: Database; readonly origin: string | null };

/** Sign-in and sessions: who sent a request. */
export async function createIdentity(_options: IdentityOptions): Promise<Identity> {
  return { authenticate: async () => null, handle: async () => new Response(null, { status: 404 }) };
}
