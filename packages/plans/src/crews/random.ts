/**
 * A small seeded generator of whole numbers below 2³²: `sfc32` of the PractRand suite (Doty-Humphrey 2010), whose
 * 128 bits of state pass its tests. Domain code has no randomness of its own, so the seed comes from the caller and the
 * same seed always gives the same numbers, on every machine.
 */
export type Random = {
  /** 0 to `below` - 1 */
  readonly below: (below: number) => number;
  /** 0 to 1, 1 excluded */
  readonly share: () => number;
};

export function randomFrom(seed: number): Random {
  let a = 0x9e3779b9;
  let b = seed | 0;
  let c = 0x243f6a88;
  let counter = 1;
  const next = (): number => {
    const value = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + value) | 0;
    return value >>> 0;
  };
  for (let warm = 0; warm < 15; warm++) next();
  return { below: (below) => Math.floor((next() / 4294967296) * below), share: () => next() / 4294967296 };
}
