import type { Commitment, Letter } from './letter.ts';

/**
 * How what a unit answers for is handed on 责任分解: department → unit → person. The parts that the letters below take on
 * are held against the whole; what is missing or too much is shown, and so is whoever has not signed.
 */
export type Coverage = {
  readonly targetId: string;
  readonly text: string;
  readonly unit: string;
  /** null: the target has no number, and being named below is enough */
  readonly amount: number | null;
  /** what the letters below add up to; null when none below names it or a part is unknown */
  readonly below: number | null;
  /** below less the whole: negative is not handed on yet; null where there is nothing to compare */
  readonly difference: number | null;
  readonly letters: number;
  readonly signed: number;
  readonly state: 'not_handed_on' | 'in_part' | 'whole' | 'too_much';
  /** a letter below that ends after the whole is due */
  readonly laterThanWhole: boolean;
};

/** Letters that count: neither withdrawn nor replaced. */
export function standingLetters(letters: readonly Letter[]): readonly Letter[] {
  return letters.filter(({ state }) => state !== 'withdrawn' && state !== 'replaced');
}

/** @param below letters that the unit of `whole` issued itself */
export function coverageOf(whole: Letter, below: readonly Letter[]): readonly Coverage[] {
  const standing = standingLetters(below).filter(({ issuingUnitId }) => issuingUnitId === whole.unitId);
  return whole.content.commitments.map((commitment) => {
    const { targetId, text, unit, amount, finishBy } = commitment;
    const parts = standing.flatMap((letter) =>
      letter.content.commitments.flatMap((part) => (part.targetId === targetId ? [{ letter, part }] : [])),
    );
    const sum = sumOf(
      parts.map(({ part }) => part),
      unit,
    );
    const difference = amount === null || sum === null ? null : sum - amount;
    return {
      targetId,
      text,
      unit,
      amount,
      below: sum,
      difference,
      letters: parts.length,
      signed: parts.filter(({ letter }) => letter.state === 'signed').length,
      state: stateOf(amount, parts.length, difference),
      laterThanWhole: parts.some(({ part }) => finishBy !== null && part.finishBy !== null && part.finishBy > finishBy),
    };
  });
}

/** Parts in another unit cannot be added: then nobody knows the sum. */
function sumOf(parts: readonly Commitment[], unit: string): number | null {
  if (parts.length === 0 || parts.some((part) => part.amount === null || part.unit !== unit)) return null;
  return parts.reduce((sum, { amount }) => sum + amount!, 0);
}

function stateOf(amount: number | null, letters: number, difference: number | null): Coverage['state'] {
  if (letters === 0) return 'not_handed_on';
  if (amount === null) return 'whole';
  if (difference === null || difference < 0) return 'in_part';
  return difference === 0 ? 'whole' : 'too_much';
}
