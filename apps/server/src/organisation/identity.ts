import type { Endpoint } from '@duban/contract/endpoint';
import type pg from 'pg';
import { type Clock, systemClock } from '../kernel/context.ts';
import type { Identity } from '../kernel/identity.ts';
import { problem } from '../kernel/problem.ts';
import { createAuth } from './auth.ts';
import { createRecognise } from './authenticate.ts';
import { createGate } from './gate.ts';
import { readOrMakeSecret } from './auth-secret.ts';

export type IdentityOptions = {
  readonly pool: pg.Pool;
  readonly dataFolder: string;
  readonly origin: string | null;
  readonly now?: Clock;
};

/** What somebody may do before the password is changed or the second factor is set up. */
const openToRestricted: readonly string[] = ['getMe', 'changePassword', 'listOwnSessions', 'revokeOwnSessions'];

/** Sign-in and sessions: who sent a request, and the endpoints of signing in. */
export async function createIdentity(options: IdentityOptions): Promise<Identity> {
  const { pool, dataFolder, origin, now = systemClock } = options;
  const secret = readOrMakeSecret(dataFolder);
  const recognise = createRecognise(pool, { secret, secure: origin?.startsWith('https') ?? false, now });
  const auth = createAuth(pool, { secret, origin, now });
  return {
    authenticate: async (headers: Headers, endpoint: Pick<Endpoint, 'name'>) => {
      const signedIn = await recognise(headers);
      if (signedIn?.restriction && !openToRestricted.includes(endpoint.name)) {
        throw problem(`session.${signedIn.restriction}`);
      }
      return signedIn;
    },
    handle: createGate({ auth, pool, recognise, origin, now }),
  };
}
