import { createHash } from 'node:crypto';

/** The SHA-256 of the file as it came, in hexadecimal: the name under which the original is kept. */
export function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
