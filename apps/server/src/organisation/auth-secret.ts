import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The secret that signs session cookies and encrypts second factors. It is made once and lies in the data folder, apart
 * from the database, so that whoever gets hold of a copy of the database can neither forge a session nor compute a
 * code. Several servers on one database need the same file; a backup must hold it.
 */
export function readOrMakeSecret(dataFolder: string): string {
  const file = join(dataFolder, 'auth.secret');
  try {
    const secret = readFileSync(file, 'utf8').trim();
    if (secret.length < 43)
      throw new Error(`${file} is damaged: restore it from a backup, or remove it to make a new one`);
    return secret;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  mkdirSync(dataFolder, { recursive: true });
  const secret = randomBytes(32).toString('base64url');
  writeFileSync(file, secret, { mode: 0o600, flag: 'wx' });
  return secret;
}
