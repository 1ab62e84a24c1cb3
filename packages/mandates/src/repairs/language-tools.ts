/** What the repairs need to know about script, sound and bytes. The readers bring the libraries that know it. */
export type LanguageTools = {
  /** characters outside GBK come out as `?` (3F) */
  readonly toGbk: (text: string) => Uint8Array;
  readonly fromGbk: (bytes: Uint8Array) => string;
  readonly toSimplified: (text: string) => string;
  /** all readings of one Han character, without tones, ü kept */
  readonly readingsOf: (character: string) => readonly string[];
};
