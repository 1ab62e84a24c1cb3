/**
 * A long text in pieces that a language model can take at once. Cut between paragraphs; only a paragraph that is too long
 * by itself is cut after a sentence, and a sentence that is too long anywhere. The pieces together are the text.
 *
 * @param most UTF-16 code units of a piece
 */
export function textPieces(text: string, most: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const part of text.split(/(?<=\n)/).flatMap((paragraph) => shortParts(paragraph, most))) {
    if (piece.length + part.length > most && piece !== '') {
      pieces.push(piece);
      piece = '';
    }
    piece += part;
  }
  if (piece !== '') pieces.push(piece);
  return pieces;
}

function shortParts(paragraph: string, most: number): string[] {
  if (paragraph.length <= most) return [paragraph];
  return paragraph.split(/(?<=[。！？；!?;])/).flatMap((sentence) => evenParts(sentence, most));
}

function evenParts(sentence: string, most: number): string[] {
  const parts: string[] = [];
  for (let rest = sentence; rest !== '';) {
    // not between the two halves of a rare character
    const cut = rest.length > most && /[\ud800-\udbff]/.test(rest[most - 1]!) && most > 1 ? most - 1 : most;
    parts.push(rest.slice(0, cut));
    rest = rest.slice(cut);
  }
  return parts;
}
