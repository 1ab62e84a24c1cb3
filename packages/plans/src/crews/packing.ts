/**
 * Several crews in one 32-bit word. Each crew gets a field of its own, one bit wider than its greatest capacity; that
 * extra bit (the guard) is set in the free capacity of every period. Subtracting an activity's demands then asks all
 * crews of the word at once: a guard bit that is still set says that its crew was enough, and because the guard absorbs
 * the borrow, no field disturbs its neighbour. PSPLIB's four crews fit into one word, so that one subtraction and one
 * comparison replace four of each (multiple-byte arithmetic after Lamport, CACM 18(8), 1975).
 */
export type Packing = {
  readonly words: number;
  /** by crew */
  readonly word: Int32Array;
  readonly shift: Int32Array;
  /** by word: the guard bits */
  readonly guard: Int32Array;
};

/** The greatest capacity that has room in a word besides its guard. */
export const GREATEST_CAPACITY = 2 ** 30;

/** @param greatest by crew: the greatest capacity it ever has */
export function packingFor(greatest: readonly number[]): Packing {
  const word = new Int32Array(greatest.length);
  const shift = new Int32Array(greatest.length);
  const filled: number[] = [];
  const guard: number[] = [];
  greatest.forEach((capacity, crew) => {
    const width = 33 - Math.clz32(capacity);
    let at = filled.findIndex((bits) => bits + width <= 32);
    if (at < 0) {
      at = filled.length;
      filled.push(0);
      guard.push(0);
    }
    word[crew] = at;
    shift[crew] = filled[at]!;
    filled[at]! += width;
    guard[at]! |= 1 << (filled[at]! - 1);
  });
  return { words: filled.length, word, shift, guard: Int32Array.from(guard) };
}

/** Adds `amount` of a crew to packed words that start at `at`. */
export function addPacked(into: Int32Array, at: number, packing: Packing, crew: number, amount: number): void {
  const place = at + packing.word[crew]!;
  into[place] = (into[place]! + (amount << packing.shift[crew]!)) | 0;
}
