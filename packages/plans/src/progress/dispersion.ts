/**
 * How unevenly units get on 各区县进展不平衡: a mean hides it, so the middle, the quarters and the spread are given. Values
 * are rates or days, one per unit; an unknown one is left out and counted.
 */
export type Dispersion = {
  readonly count: number;
  /** units without a known value: shown beside every figure */
  readonly unknown: number;
  readonly lowest: number;
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
  readonly highest: number;
  /** median absolute deviation from the median, unscaled: half of the units are at most this far from the middle */
  readonly deviation: number;
};

/**
 * Quartiles are those of method 7 of Hyndman and Fan (The American Statistician 50(4), 1996): between two neighbours in
 * proportion. @returns null when no value is known
 */
export function dispersionOf(values: readonly (number | null)[]): Dispersion | null {
  const known = values.filter((value) => value !== null).sort((a, b) => a - b);
  if (known.length === 0) return null;
  const median = quantile(known, 0.5);
  const distances = known.map((value) => Math.abs(value - median)).sort((a, b) => a - b);
  return {
    count: known.length,
    unknown: values.length - known.length,
    lowest: known[0]!,
    lowerQuartile: quantile(known, 0.25),
    median,
    upperQuartile: quantile(known, 0.75),
    highest: known.at(-1)!,
    deviation: quantile(distances, 0.5),
  };
}

/** @param sorted ascending, at least one @param share 0 to 1 */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const at = (sorted.length - 1) * share;
  const below = Math.floor(at);
  const left = sorted[below]!;
  const right = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return left + (right - left) * (at - below);
}
