/** The span without blanks and punctuation at its ends. */
export function trimSpan(text: string, start: number, end: number): { start: number; end: number } {
  let from = start;
  let to = end;
  while (from < to && /[\s，,。；;、]/.test(text[from]!)) from++;
  while (to > from && /[\s，,。；;]/.test(text[to - 1]!)) to--;
  return { start: from, end: to };
}
