import type { Random } from '@duban/demo/random';

/**
 * UUIDv7 (RFC 9562) of a given moment from a seeded generator: the demo's records carry the time at which they are said
 * to have been made, and are the same on every machine.
 */
export function timeOrderedIds(random: Random): (epochMilliseconds: number) => string {
  const bits = (count: number): string =>
    random
      .below(2 ** count)
      .toString(16)
      .padStart(count / 4, '0');
  return (epochMilliseconds) => {
    const time = epochMilliseconds.toString(16).padStart(12, '0');
    const variant = (8 + random.below(4)).toString(16);
    return `${time.slice(0, 8)}-${time.slice(8)}-7${bits(12)}-${variant}${bits(12)}-${bits(24)}${bits(24)}`;
  };
}
