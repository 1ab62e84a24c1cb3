import { ProblemError } from './client.ts';
import type { ProblemBody } from './problems.ts';

/**
 * Signing in and out, and the own second factor. These go to `/api/auth/*`, which the identity library answers, because
 * they set cookies and come before there is an actor; everything else about accounts is an ordinary endpoint. The
 * paths below are all that the server lets through.
 */
export const signInPaths = {
  signIn: '/api/auth/sign-in/username',
  verifyCode: '/api/auth/two-factor/verify-totp',
  verifyBackupCode: '/api/auth/two-factor/verify-backup-code',
  signOut: '/api/auth/sign-out',
  startSecondFactor: '/api/auth/two-factor/enable',
  stopSecondFactor: '/api/auth/two-factor/disable',
  newBackupCodes: '/api/auth/two-factor/generate-backup-codes',
} as const;

/** `code`: the password was right, now the code of the second factor is asked for, within ten minutes. */
export type SignInStep = 'done' | 'code';

export type SecondFactorOffer = {
  /** `otpauth://…`, to be shown as a QR code */
  readonly uri: string;
  /** the same secret to be typed by hand */
  readonly secret: string;
  /** each can be used once instead of a code; they are shown now and never again */
  readonly backupCodes: readonly string[];
};

export type SignInOptions = {
  readonly origin?: string;
  readonly fetch?: typeof fetch;
  readonly headers?: () => Record<string, string>;
};

/**
 * Every function throws `ProblemError`: `session.wrong_password`, `account.locked`, `account.closed`,
 * `session.no_position`, `session.wrong_code`, `session.code_expired`, `password.wrong`, `second_factor.*`,
 * `request.too_many`.
 */
export type SignIn = {
  signIn(account: string, password: string): Promise<SignInStep>;
  /** the six digits, at sign-in */
  verifyCode(code: string): Promise<void>;
  verifyBackupCode(code: string): Promise<void>;
  signOut(): Promise<void>;
  /** first half of setting up a second factor; `confirmSecondFactor` is the other */
  startSecondFactor(password: string): Promise<SecondFactorOffer>;
  confirmSecondFactor(code: string): Promise<void>;
  stopSecondFactor(password: string): Promise<void>;
  newBackupCodes(password: string): Promise<readonly string[]>;
};

export function createSignIn(options: SignInOptions = {}): SignIn {
  const doFetch = options.fetch ?? fetch;

  async function post(path: string, body: object): Promise<any> {
    const response = await doFetch((options.origin ?? '') + path, {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json', ...options.headers?.() },
      credentials: 'same-origin',
      body: JSON.stringify(body),
    });
    if (response.ok) return response.json();
    const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json');
    const problem: ProblemBody = isProblem
      ? ((await response.json()) as ProblemBody)
      : {
          type: 'about:blank',
          code: 'server.unexpected',
          status: response.status,
          title: `HTTP ${response.status}`,
          params: { id: response.headers.get('x-request-id') ?? '' },
        };
    throw new ProblemError(problem);
  }

  return {
    async signIn(account, password) {
      const reply = await post(signInPaths.signIn, { username: account.trim(), password });
      return reply.step as SignInStep;
    },
    async verifyCode(code) {
      await post(signInPaths.verifyCode, { code: code.replace(/\s/g, '') });
    },
    async verifyBackupCode(code) {
      await post(signInPaths.verifyBackupCode, { code: code.trim() });
    },
    async signOut() {
      await post(signInPaths.signOut, {});
    },
    async startSecondFactor(password) {
      const { uri, secret, backupCodes } = await post(signInPaths.startSecondFactor, { password });
      return { uri, secret, backupCodes };
    },
    async confirmSecondFactor(code) {
      await post(signInPaths.verifyCode, { code: code.replace(/\s/g, '') });
    },
    async stopSecondFactor(password) {
      await post(signInPaths.stopSecondFactor, { password });
    },
    async newBackupCodes(password) {
      return (await post(signInPaths.newBackupCodes, { password })).backupCodes;
    },
  };
}
