import { createHmac } from 'node:crypto';

/**
 * What an authenticator app shows for a secret at a moment (RFC 6238: SHA-1, 30 seconds, six digits). Written from the
 * RFC and not taken from the identity library, so that a test proves that any app would agree with it.
 *
 * @param base32 the secret as the person types it
 */
export function totpCode(base32: string, at: Temporal.Instant = Temporal.Now.instant()): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at.epochMilliseconds / 30_000)));
  const digest = createHmac('sha1', decodeBase32(base32)).update(counter).digest();
  const offset = digest.at(-1)! & 15;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

function decodeBase32(text: string): Buffer {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  let bits = '';
  for (const character of text.replace(/=+$/, '')) bits += alphabet.indexOf(character).toString(2).padStart(5, '0');
  return Buffer.from(bits.match(/.{8}/g)!.map((byte) => Number.parseInt(byte, 2)));
}
