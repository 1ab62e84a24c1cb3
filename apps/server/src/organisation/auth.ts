import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { username } from 'better-auth/plugins/username';
import { Kysely, PostgresDialect, type PostgresPool } from 'kysely';
import pg from 'pg';
import { newId, type Clock } from '../kernel/context.ts';
import { absoluteLimitHours, allowedFailures, lockMinutes } from './limits.ts';

/**
 * The identity library (better-auth), set up for what it is used for here: checking a password and a code, making a
 * session with its cookie, ending it, and setting up the own second factor. Accounts are never made, renamed or deleted
 * by it, and passwords are set only by our own commands, in their transactions. `gate.ts` lets nothing else through.
 */
export type AuthOptions = {
  readonly secret: string;
  /** where browsers reach the server; null without a proxy */
  readonly origin: string | null;
  readonly now: Clock;
};

export type Auth = ReturnType<typeof createAuth>;

export const cookiePrefix = 'duban';
/** Requests handed to the library carry this origin; whether the browser's own was right is decided in `gate.ts`. */
export const innerOrigin = (origin: string | null) => origin ?? 'http://duban.invalid';

export function authOptions(pool: pg.Pool, { secret, origin, now }: AuthOptions) {
  return {
    appName: 'Duban 督办',
    baseURL: innerOrigin(origin),
    basePath: '/api/auth',
    secret,
    database: { db: libraryDatabase(pool), type: 'postgres' as const, transaction: true },
    telemetry: { enabled: false },
    experimental: { instrumentation: { enabled: false } },
    rateLimit: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 400 },
    user: {
      modelName: 'auth_users',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    session: {
      modelName: 'auth_sessions',
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
      expiresIn: absoluteLimitHours * 3600,
      disableSessionRefresh: true,
      freshAge: 0,
    },
    account: {
      modelName: 'auth_accounts',
      fields: {
        accountId: 'account_id',
        providerId: 'provider_id',
        userId: 'user_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      modelName: 'auth_verifications',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    plugins: [
      username({ displayUsername: false, minUsernameLength: 3, maxUsernameLength: 30 }),
      twoFactor({
        issuer: '督办 Duban',
        twoFactorTable: 'auth_two_factors',
        accountLockout: { enabled: true, maxFailedAttempts: allowedFailures, durationSeconds: lockMinutes * 60 },
        schema: {
          user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
          twoFactor: {
            fields: {
              userId: 'user_id',
              backupCodes: 'backup_codes',
              failedVerificationCount: 'failed_verification_count',
              lockedUntil: 'locked_until',
            },
          },
        },
      }),
    ],
    advanced: {
      cookiePrefix,
      useSecureCookies: origin?.startsWith('https') ?? false,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' as const, path: '/' },
      ipAddress: { ipAddressHeaders: ['x-duban-address'] },
      database: { generateId: () => newId() },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session: { userId: string }) => {
            const refusal = await whyNoSession(pool, session.userId, now);
            if (refusal) throw new APIError('FORBIDDEN', { code: refusal, message: refusal });
            // Whatever the caller asked about remembering: a session ends after its absolute limit.
            const expiresAt = new Date(now().epochMilliseconds + absoluteLimitHours * 3_600_000);
            return { data: { ...session, expiresAt } };
          },
        },
      },
    },
  };
}

export function createAuth(pool: pg.Pool, options: AuthOptions) {
  return betterAuth(authOptions(pool, options));
}

async function whyNoSession(
  pool: pg.Pool,
  personId: string,
  now: Clock,
): Promise<'ACCOUNT_CLOSED' | 'NO_POSITION' | null> {
  const today = now().toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString();
  const { rows } = await pool.query<{ closed: boolean; held: boolean }>(
    `select deactivated_at is not null as closed,
       exists (select from positions p join units u on u.id = p.unit_id
         where p.person_id = people.id and p.valid_from <= $2 and (p.valid_to is null or p.valid_to > $2)
           and (u.valid_to is null or u.valid_to > $2)) as held
     from people where id = $1`,
    [personId, today],
  );
  const [person] = rows;
  if (!person || person.closed) return 'ACCOUNT_CLOSED';
  return person.held ? null : 'NO_POSITION';
}

/** The library reckons with JavaScript dates; the rest of the program never does (see kernel/database.ts). */
function libraryDatabase(pool: pg.Pool): Kysely<any> {
  const timestamptz = 1184;
  const types = {
    getTypeParser: (oid: number, format?: 'text') =>
      oid === timestamptz ? (text: string) => new Date(text) : pg.types.getTypeParser(oid as never, format as never),
  };
  const connect = async () => {
    const client = await pool.connect();
    return {
      query: (text: string, values: unknown[]) => client.query({ text, values, types: types as never }),
      release: () => client.release(),
    };
  };
  const libraryPool = { connect, end: async () => {}, options: {} } as unknown as PostgresPool;
  return new Kysely({ dialect: new PostgresDialect({ pool: libraryPool }) });
}
