import { z } from 'zod';

/** more than any part of a document has sentences */
const mostQuotes = 500;
/** beyond what can be a quote: such an entry is no reason to throw the others away */
const longestQuote = 5_000;

const Quote = z.union([z.string(), z.object({ quote: z.string() }).transform(({ quote }) => quote)]);
const Answer = z.object({ directives: z.array(Quote).max(mostQuotes) });

/**
 * The quotes in what a language model said. Models put thoughts, greetings and code fences around their JSON; the last
 * object of the right form counts.
 *
 * @returns null when there is no such object
 */
export function quotesIn(said: string): string[] | null {
  const begins = [...said.matchAll(/\{\s*"directives"/g)].map(({ index }) => index).reverse();
  for (const from of begins.slice(0, 20)) {
    for (
      let to = said.lastIndexOf('}'), tries = 0;
      to > from && tries < 20;
      to = said.lastIndexOf('}', to - 1), tries++
    ) {
      const parsed = Answer.safeParse(jsonOf(said.slice(from, to + 1)));
      if (parsed.success) return parsed.data.directives.map((quote) => quote.slice(0, longestQuote));
    }
  }
  return null;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
