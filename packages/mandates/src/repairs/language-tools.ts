/** What the repairs need to know about script, sound and bytes. The readers bring the libraries that know it. */
export type LanguageTools = {
  /** characters outside GBK come out as `?` (3F) */
  readonly toGbk: (text: string) => Uint8Array;
  readonly fromGbk: (bytes: Uint8Array) => string;
  readonly toSimplified: (text: string) => string;
  /** all readings of one Han character, without tones, ü kept */
  readonly readingsOf: (character: string) => readonly string[];
  readonly frequencies: () => Frequencies;
};

/** How often Chinese words, their characters and pairs of neighbours within them occur; keys are UTF-16 codes. */
export type Frequencies = {
  readonly single: Float64Array;
  /** by first code × 65,536 + second code */
  readonly pairs: ReadonlyMap<number, number>;
  /** words of two to four characters */
  readonly words: ReadonlyMap<string, number>;
  readonly total: number;
};
