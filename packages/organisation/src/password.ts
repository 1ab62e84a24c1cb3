import { type Refusal, refuse } from '@duban/kit/refusal';

/**
 * What a password must be: at least 12 characters, three of the four kinds of character, not made from the account
 * name, and not one of the passwords that everybody tries first. The same function answers on the page while the
 * password is typed and on the server wherever one is set.
 */
export const passwordMinimumLength = 12;
/** Longer input is refused before it is hashed, because hashing costs time. */
export const passwordMaximumLength = 128;

/** Stems of the passwords tried first; a password that only decorates one of them is refused as well. */
const commonStems = [
  'password',
  'passw0rd',
  'admin',
  'administrator',
  'welcome',
  'qwerty',
  'qwertyuiop',
  'asdfgh',
  'zxcvbn',
  'letmein',
  'iloveyou',
  'woaini',
  'mima',
  'guanliyuan',
  'changeme',
  'default',
  'abcdef',
  'aabbcc',
  '1qaz2wsx',
  'qazwsx',
  'test',
  'user',
  'root',
  'gov',
];

/**
 * Why this password cannot be used, or null.
 *
 * Codes: `password.too_short`, `password.too_long`, `password.too_plain`, `password.contains_account`,
 * `password.common`.
 */
export function whyNotPassword(password: string, account: string): Refusal | null {
  const length = [...password].length;
  if (length < passwordMinimumLength) return refuse('password.too_short', { minimum: passwordMinimumLength });
  if (length > passwordMaximumLength) return refuse('password.too_long', { maximum: passwordMaximumLength });
  if (kindsOfCharacter(password) < 3) return refuse('password.too_plain');
  const plain = password.toLowerCase();
  const name = account.toLowerCase();
  if (name.length >= 3 && (plain.includes(name) || plain.includes([...name].reverse().join('')))) {
    return refuse('password.contains_account');
  }
  if (isCommon(plain)) return refuse('password.common');
  return null;
}

/** Lower case, upper case, digits, everything else. */
function kindsOfCharacter(password: string): number {
  return [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u].filter((kind) => kind.test(password)).length;
}

/** A common stem with nothing but digits and signs around it, or hardly any different characters. */
function isCommon(plain: string): boolean {
  if (new Set(plain).size < 6) return true;
  const core = plain.replace(/^[^a-z]+|[^a-z]+$/g, '');
  const spelled = core.replace(/@/g, 'a').replace(/\$/g, 's').replace(/!/g, 'i').replace(/0/g, 'o');
  return [core, spelled].some((form) => {
    const letters = form.replace(/[^a-z]+/g, '');
    return commonStems.some((stem) => {
      const bare = stem.replace(/[^a-z]+/g, '');
      return letters === bare || letters === bare + bare;
    });
  });
}

/**
 * A password to be used once, at the first sign-in: 16 characters of an alphabet without look-alikes (about 87 bits),
 * in groups of four so that it can be read out.
 *
 * @param randomBytes 16 bytes or more from a cryptographic source
 * @throws RangeError when there are fewer
 */
export function oneTimePassword(randomBytes: Uint8Array): string {
  const alphabets = ['abcdefghijkmnpqrstuvwxyz', 'ABCDEFGHJKLMNPQRSTUVWXYZ', '23456789'];
  const all = alphabets.join('');
  if (randomBytes.length < 16) throw new RangeError('16 random bytes are needed');
  // 256 is no multiple of 56, so some characters are a little likelier; that costs less than one bit in all.
  const characters = Array.from(randomBytes.slice(0, 16), (byte, index) => {
    const alphabet = index < 3 ? alphabets[index]! : all;
    return alphabet[byte % alphabet.length]!;
  });
  return characters.join('').replace(/(.{4})(?=.)/g, '$1-');
}
