/**
 * Splits a whole into whole parts that add up to it exactly: each part gets the whole of its share, and what is left
 * goes to the largest remainders (Hamilton's method; of equal ones the earlier part first). Reckoned in whole numbers
 * throughout, so that no part depends on how a machine rounds.
 *
 * @param total a whole number, 0 or more
 * @param weights whole numbers, 0 or more, not all 0; a weight of 0 gets nothing
 * @throws RangeError for anything else
 */
export function apportion(total: number, weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((whole, weight) => whole + checked(weight), 0n);
  if (sum === 0n) throw new RangeError('a whole cannot be split along weights of 0');
  const amount = checked(total);
  const shares = weights.map((weight, at) => {
    const product = amount * BigInt(weight);
    return { at, part: product / sum, remainder: product % sum };
  });
  let left = amount - shares.reduce((given, { part }) => given + part, 0n);
  const parts = shares.map(({ part }) => part);
  const byRemainder = shares.toSorted((a, b) =>
    a.remainder < b.remainder ? 1 : a.remainder > b.remainder ? -1 : a.at - b.at,
  );
  for (const { at } of byRemainder) {
    if (left === 0n) break;
    parts[at]! += 1n;
    left -= 1n;
  }
  return parts.map(Number);
}

function checked(value: number): bigint {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`not a whole amount: ${value}`);
  return BigInt(value);
}
