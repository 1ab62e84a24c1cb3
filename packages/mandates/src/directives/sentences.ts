/** A sentence with its place in the clean text. Semicolons part too: each part of a long instruction has its own owner. */
export type Sentence = { readonly text: string; readonly start: number; readonly paragraph: number };

export function sentencesOf(text: string): Sentence[] {
  const found: Sentence[] = [];
  let start = 0;
  let depth = 0;
  let paragraph = 0;
  const close = (end: number): void => {
    const lead = /^\s*/.exec(text.slice(start, end))![0].length;
    const sentence = text.slice(start + lead, end).trimEnd();
    if (sentence !== '') found.push({ text: sentence, start: start + lead, paragraph });
  };
  for (let i = 0; i < text.length; i++) {
    const character = text[i]!;
    if (character === '\n') {
      close(i);
      start = i + 1;
      depth = 0;
      paragraph++;
      continue;
    }
    if ('（('.includes(character)) depth++;
    if ('）)'.includes(character)) depth = Math.max(0, depth - 1);
    const ends = '。！？!?'.includes(character) || (depth === 0 && '；;'.includes(character));
    if (!ends) continue;
    while (i + 1 < text.length && '”’）)'.includes(text[i + 1]!)) i++;
    close(i + 1);
    start = i + 1;
  }
  close(text.length);
  return found;
}

/** The clauses of a sentence: parts between commas that stand outside quotation marks and parentheses. */
export type Clause = { readonly text: string; readonly start: number };

export function clausesOf(sentence: string): Clause[] {
  const found: Clause[] = [];
  let start = 0;
  let depth = 0;
  for (let i = 0; i <= sentence.length; i++) {
    const character = sentence[i];
    if (character !== undefined && '“（(《「'.includes(character)) depth++;
    if (character !== undefined && '”）)》」'.includes(character)) depth = Math.max(0, depth - 1);
    if (character !== undefined && (depth > 0 || !'，,：:'.includes(character))) continue;
    if (i > start) found.push({ text: sentence.slice(start, i), start });
    start = i + 1;
  }
  return found;
}
