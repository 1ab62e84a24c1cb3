import { signInPaths } from '@duban/contract/sign-in';
import type { Locale } from '@duban/contract/problem-texts';
import { problems, problemTitle, type ProblemBody } from '@duban/contract/problems';
import type pg from 'pg';
import type { Clock } from '../kernel/context.ts';
import { Problem, problem } from '../kernel/problem.ts';
import { localeOf } from '../kernel/problem-reply.ts';
import type { SignedIn } from './actor.ts';
import { type Auth, innerOrigin } from './auth.ts';
import type { Recognise } from './authenticate.ts';
import { problemOfLibrary } from './library-problem.ts';
import { lockMinutes } from './limits.ts';
import { beginAttempt, forgiveAttempts } from './lockout.store.ts';
import { forgetPerson } from './session-cache.ts';
import { type SignInRecord, recordSignIn } from './sign-in-record.ts';

/**
 * `/api/auth/*`. The identity library answers there, but only what the contract names is let through to it, only with
 * the fields that the contract names, and its answers leave without session tokens and in the form of our Problems.
 * Lock-out and audit happen here, around it.
 */
export type GateOptions = {
  readonly auth: Auth;
  readonly pool: pg.Pool;
  readonly recognise: Recognise;
  readonly origin: string | null;
  readonly now: Clock;
};

type Step = {
  /** fields of the body that reach the library */
  readonly fields: readonly string[];
  readonly serve: (call: Call) => Promise<Answer>;
};
type Call = GateOptions & {
  readonly body: Readonly<Record<string, string>>;
  readonly signedIn: SignedIn | null;
  readonly address: string | null;
  readonly forward: () => Promise<LibraryAnswer>;
};
type LibraryAnswer = { readonly status: number; readonly body: any; readonly cookies: readonly string[] };
type Answer = { readonly body: object; readonly cookies: readonly string[] };

export function createGate(options: GateOptions): (request: Request) => Promise<Response> {
  return async (request) => {
    const locale = localeOf(request.headers.get('accept-language') ?? undefined);
    try {
      const { body, cookies } = await serve(options, request);
      return reply(200, 'application/json', body, cookies);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return reply(problems[error.code].status, 'application/problem+json', problemBody(error, locale), []);
    }
  };
}

async function serve(options: GateOptions, request: Request): Promise<Answer> {
  const { pathname, origin } = new URL(request.url);
  const step = request.method === 'POST' ? steps[pathname] : undefined;
  if (!step) throw problem('request.not_found');
  demandOwnOrigin(request.headers, options.origin ?? origin);
  const body = await fieldsOf(request, step.fields);
  const forward = async (): Promise<LibraryAnswer> => {
    const headers = new Headers(request.headers);
    headers.set('origin', innerOrigin(options.origin));
    headers.set('content-type', 'application/json');
    headers.delete('referer');
    const inner = new Request(innerOrigin(options.origin) + pathname, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    const answer = await options.auth.handler(inner);
    const text = await answer.text();
    return { status: answer.status, body: text ? JSON.parse(text) : {}, cookies: answer.headers.getSetCookie() };
  };
  const signedIn = await options.recognise(request.headers);
  return step.serve({ ...options, body, signedIn, address: request.headers.get('x-duban-address'), forward });
}

const steps: Readonly<Record<string, Step>> = {
  [signInPaths.signIn]: { fields: ['username', 'password'], serve: signIn },
  [signInPaths.verifyCode]: { fields: ['code'], serve: verifyCode },
  [signInPaths.verifyBackupCode]: { fields: ['code'], serve: verifyCode },
  [signInPaths.signOut]: { fields: [], serve: signOut },
  [signInPaths.startSecondFactor]: { fields: ['password'], serve: startSecondFactor },
  [signInPaths.stopSecondFactor]: { fields: ['password'], serve: stopSecondFactor },
  [signInPaths.newBackupCodes]: { fields: ['password'], serve: newBackupCodes },
};

async function signIn({ pool, now, body, address, forward }: Call): Promise<Answer> {
  const account = body.username!;
  const record = (of: SignInRecord) => recordSignIn(pool, now(), { account, address, ...of });
  const attempt = await beginAttempt(pool, account, now());
  if (!attempt.allowed) {
    await record({ event: 'session.refused', reason: 'account.locked' });
    throw problem('account.locked', { minutes: attempt.minutes });
  }
  const answer = await forward();
  if (answer.status !== 200) {
    const expected = problemOfLibrary(answer.body?.code) ?? unexpected(answer);
    const wrong = expected.code === 'session.wrong_password';
    // The password was right: neither a closed account nor a missing position counts as a failure.
    if (!wrong) await forgiveAttempts(pool, account);
    const told = wrong && attempt.last ? problem('account.locked', { minutes: lockMinutes }) : expected;
    await record({ event: 'session.refused', reason: told.code });
    throw told;
  }
  await forgiveAttempts(pool, account);
  if (answer.body.twoFactorRedirect) return { body: { step: 'code' }, cookies: answer.cookies };
  await record({ event: 'session.started', personId: answer.body.user.id });
  return { body: { step: 'done' }, cookies: answer.cookies };
}

/** At sign-in it ends the sign-in; for somebody who is signed in it confirms the second factor just set up. */
async function verifyCode({ pool, now, signedIn, address, forward }: Call): Promise<Answer> {
  const answer = await forward();
  if (answer.status !== 200) {
    const expected = problemOfLibrary(answer.body?.code) ?? unexpected(answer);
    const personId = signedIn?.actor.personId;
    await recordSignIn(pool, now(), { event: 'session.refused', reason: expected.code, personId, address });
    throw expected;
  }
  const personId: string = answer.body.user.id;
  forgetPerson(personId);
  const event = signedIn ? 'person.second_factor_set' : 'session.started';
  await recordSignIn(pool, now(), { event, personId, address });
  return { body: { step: 'done' }, cookies: answer.cookies };
}

async function signOut({ pool, now, signedIn, address, forward }: Call): Promise<Answer> {
  if (signedIn) forgetPerson(signedIn.actor.personId);
  const answer = await forward();
  if (answer.status !== 200) throw unexpected(answer);
  if (signedIn) {
    await recordSignIn(pool, now(), { event: 'session.ended', personId: signedIn.actor.personId, address });
  }
  return { body: {}, cookies: answer.cookies };
}

async function startSecondFactor(call: Call): Promise<Answer> {
  const { answer } = await withOwnPassword(call);
  const uri = String(answer.body.totpURI).replaceAll(encodeURIComponent('@duban.invalid'), '');
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  return { body: { uri, secret, backupCodes: answer.body.backupCodes }, cookies: answer.cookies };
}

async function stopSecondFactor(call: Call): Promise<Answer> {
  const { pool, now, address, signedIn } = call;
  if (signedIn && (await mustHaveSecondFactor(pool, signedIn))) throw problem('second_factor.required');
  const { answer, personId } = await withOwnPassword(call);
  await recordSignIn(pool, now(), { event: 'person.second_factor_removed', personId, address });
  return { body: {}, cookies: answer.cookies };
}

async function newBackupCodes(call: Call): Promise<Answer> {
  const { answer, personId } = await withOwnPassword(call);
  const { pool, now, address } = call;
  await recordSignIn(pool, now(), { event: 'person.backup_codes_made', personId, address });
  return { body: { backupCodes: answer.body.backupCodes }, cookies: answer.cookies };
}

/** What a stolen session must not be able to do asks for the password, and wrong ones count like failed sign-ins. */
async function withOwnPassword({ pool, now, signedIn, forward }: Call) {
  if (!signedIn) throw problem('session.required');
  const { personId } = signedIn.actor;
  if (signedIn.restriction === 'change_password') throw problem('session.change_password');
  const { rows } = await pool.query<{ username: string }>('select username from auth_users where id = $1', [personId]);
  const account = rows[0]!.username;
  const attempt = await beginAttempt(pool, account, now());
  if (!attempt.allowed) throw problem('account.locked', { minutes: attempt.minutes });
  const answer = await forward();
  if (answer.status !== 200) {
    const expected = problemOfLibrary(answer.body?.code) ?? unexpected(answer);
    if (expected.code !== 'password.wrong') await forgiveAttempts(pool, account);
    throw expected;
  }
  await forgiveAttempts(pool, account);
  forgetPerson(personId);
  return { answer, personId };
}

async function mustHaveSecondFactor(pool: pg.Pool, { actor }: SignedIn): Promise<boolean> {
  const { rows } = await pool.query<{ must: boolean }>(
    `select exists (select from positions p join sign_in_rules r on r.jurisdiction_id = p.jurisdiction_id
       where p.person_id = $1 and p.valid_to is null and p.role = any(r.second_factor_roles)) as must`,
    [actor.personId],
  );
  return rows[0]!.must;
}

/**
 * Only pages of this very server may sign somebody in or out. A browser says itself whether a request comes from the
 * same origin (`Sec-Fetch-Site`, which holds behind a proxy that renames the host as well); over plain http to another
 * machine it says only from which origin. Programs that are no browsers send neither.
 */
function demandOwnOrigin(headers: Headers, own: string): void {
  const site = headers.get('sec-fetch-site');
  const claimed = headers.get('origin');
  const foreign = site !== null ? site !== 'same-origin' && site !== 'none' : claimed !== null && claimed !== own;
  if (foreign) throw problem('session.foreign_origin');
}

async function fieldsOf(request: Request, names: readonly string[]): Promise<Record<string, string>> {
  let given: unknown;
  try {
    given = JSON.parse((await request.text()) || '{}');
  } catch {
    throw problem('request.invalid', { detail: 'JSON' });
  }
  const fields: Record<string, string> = {};
  for (const name of names) {
    const value = given !== null && typeof given === 'object' ? (given as Record<string, unknown>)[name] : undefined;
    if (typeof value !== 'string' || value.length === 0 || value.length > 400 || value.includes('\0')) {
      throw problem('request.invalid', { detail: name }, { fields: [{ path: name, message: '1–400' }] });
    }
    fields[name] = value;
  }
  return fields;
}

/** The library refused in a way that is not planned for: a defect, told to the log by the kernel. */
function unexpected({ status, body }: LibraryAnswer): never {
  throw new Error(`identity library answered ${status} ${String(body?.code ?? '')}`);
}

function problemBody({ code, params, details }: Problem, locale: Locale): ProblemBody {
  const { status } = problems[code];
  return { type: `/api/problems/${code}`, code, status, title: problemTitle(code, params, locale), params, ...details };
}

function reply(status: number, type: string, body: object, cookies: readonly string[]): Response {
  const headers = new Headers({ 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' });
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  return new Response(JSON.stringify(body), { status, headers });
}
