import { whyNotPassword } from '@duban/organisation/password';
import { hashPassword, verifyPassword } from 'better-auth/crypto';
import { demand } from '../kernel/problem.ts';

/**
 * The hash of a password that satisfies the policy. The type is branded, so that nothing else can be written into an
 * account: whatever sets a password must come through here.
 */
export type PasswordHash = string & { readonly brand: 'PasswordHash' };

/** Slow on purpose (scrypt); call it in `prepare`, before the transaction. Throws the policy's Problem. */
export async function hashNewPassword(password: string, account: string): Promise<PasswordHash> {
  demand(whyNotPassword(password, account));
  return (await hashPassword(password)) as PasswordHash;
}

/** Hashes without knowing whose password it is; the caller must check the policy once the account is known. */
export async function hashUnchecked(password: string): Promise<{ password: string; hash: string }> {
  return { password, hash: await hashPassword(password.slice(0, 400)) };
}

/** The hash made by `hashUnchecked`, once the account is known and the policy is satisfied. */
export function checked(made: { readonly password: string; readonly hash: string }, account: string): PasswordHash {
  demand(whyNotPassword(made.password, account));
  return made.hash as PasswordHash;
}

export function isPassword(password: string, hash: string): Promise<boolean> {
  return verifyPassword({ password, hash });
}
