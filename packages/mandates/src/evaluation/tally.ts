/** How many were wanted, how many were found, and how many of both are the same. */
export type Tally = { readonly wanted: number; readonly found: number; readonly right: number };

export const emptyTally: Tally = { wanted: 0, found: 0, right: 0 };

export const addTallies = (a: Tally, b: Tally): Tally => ({
  wanted: a.wanted + b.wanted,
  found: a.found + b.found,
  right: a.right + b.right,
});

export type Rates = { readonly precision: number | null; readonly recall: number | null; readonly f1: number | null };

/** Rates of a tally, 0 … 1. Where nothing was wanted or nothing found the rate is unknown, not zero. */
export function ratesOf({ wanted, found, right }: Tally): Rates {
  return {
    precision: found === 0 ? null : right / found,
    recall: wanted === 0 ? null : right / wanted,
    f1: wanted + found === 0 ? null : (2 * right) / (wanted + found),
  };
}
