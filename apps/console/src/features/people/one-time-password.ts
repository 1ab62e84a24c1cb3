import { oneTimePassword } from '@duban/organisation/password';

/** Made here and sent, never returned by the server: so it is kept nowhere. */
export function newOneTimePassword(): string {
  return oneTimePassword(crypto.getRandomValues(new Uint8Array(16)));
}
