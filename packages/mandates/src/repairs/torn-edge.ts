import { setPhrases } from '../rules/set-phrases.ts';
import type { Rival } from './gbk-pairs.ts';
import type { LanguageTools } from './language-tools.ts';
import { FOREIGN_SCRIPT, type ReadingModel } from './reading-model.ts';

/** A character of which one byte is left: the likeliest one and how likely it is beside all that share the byte. */
export type Edge = { readonly character: string; readonly share: number };

export const NO_EDGE: Edge = { character: '', share: 1 };

/** Bytes get lost where a site treats a mark or a word of its own accord, which is mostly at a full stop. */
const FULL_STOP_LOST = -3.5;
const FREQUENT_LOST = -2;
/** What it is worth that a whole stretch belongs to one set phrase. */
const PHRASE_GAIN = 8;
/** So many characters on either side of a torn one are looked at to tell which it was. */
export const CONTEXT = 3;
/** Of all that share the byte of an edge so many are weighed against each other. */
const COMPARED = 12;

export const usualLoss = (lost: string): number =>
  lost === '。' ? FULL_STOP_LOST : '，、了的'.includes(lost) ? FREQUENT_LOST : 0;

/** These stand beside anything. */
const FUNCTION_WORDS = '，。、；：“”《》（）的了和在是有对';
/**
 * How far to believe a character that is a neighbour of none, one or both beside it. One that makes no word may stand in
 * a name, and names are never settled by what is frequent.
 */
const TRUST: readonly number[] = [0.6, 0.9, 1];

/** What is known around a torn character: text on both sides, the code before it, the code behind when no text is. */
export type Around = {
  readonly ahead: string;
  readonly behind: string;
  readonly previous: number;
  readonly after: number;
};

/**
 * The likeliest of all characters that share the byte, and how likely it is beside the others: by its neighbours, by the
 * words it makes with them, and by set phrases.
 */
export function weighEdge(
  rivals: readonly Rival[],
  isFirst: boolean,
  { ahead: textAhead, behind: textBehind, previous, after }: Around,
  model: ReadingModel,
  tools: LanguageTools,
): Edge {
  const ahead = tools.toSimplified(textAhead.slice(-CONTEXT));
  const next = tools.toSimplified(textBehind.slice(0, CONTEXT));
  const following = next === '' ? after : model.codeOf(next[0]!);
  const ranked = rivals.map((rival) => {
    const foreign = rival.isForeign && !model.traditional ? 2 * FOREIGN_SCRIPT : 0;
    const pairs = model.cost(previous, rival.code) + model.cost(rival.code, following) + foreign;
    return { ...rival, pairs, usual: isFirst ? usualLoss(rival.character) : 0 };
  });
  let best: Edge = { character: '', share: 0 };
  let inPhrase = false;
  let all = 0;
  for (const { character, simplified, pairs, usual } of ranked
    .toSorted((a, b) => a.pairs + a.usual - b.pairs - b.usual)
    .slice(0, COMPARED)) {
    const words = model.costOfWords(ahead + simplified + next);
    const context = ahead.slice(-2) + simplified + next.slice(0, 2);
    const phrase = isInPhrase(context.slice(0, 3)) || isInPhrase(context.slice(-3)) ? PHRASE_GAIN / 2 : 0;
    const weight = Math.exp(phrase - (pairs + words) / 2 - usual);
    all += weight;
    if (weight > best.share) {
      best = { character, share: weight };
      inPhrase = phrase > 0;
    }
  }
  const code = model.codeOf(best.character);
  const sides = Number(model.knows(previous, code)) + Number(model.knows(code, following));
  const trust = inPhrase || FUNCTION_WORDS.includes(best.character) ? 1 : TRUST[sides]!;
  return { character: best.character, share: (trust * best.share) / all };
}

/** The few of many characters that fit best between the code before them and one of those behind them. */
export type Likely = (
  before: number,
  rivals: readonly Rival[],
  following: readonly number[],
  loss?: (character: string) => number,
) => readonly Rival[];

/** Of all characters that share a torn byte so many are followed. */
const LIKELIEST = 5;

/** Remembers its answers: a damaged text asks the same again and again. */
export function likelyRivals(model: ReadingModel): Likely {
  const known = new Map<readonly Rival[], Map<string, readonly Rival[]>>();
  const rank: Likely = (before, rivals, following, loss) => {
    const ownScript = model.traditional ? rivals : rivals.filter((rival) => !rival.isForeign);
    const ranked = ownScript.map((rival) => {
      let behind = 0;
      for (const follower of following) behind = Math.max(behind, model.share(rival.code, follower));
      const weight = loss ? Math.exp(-loss(rival.character)) : 1;
      return { rival, share: model.share(before, rival.code) * behind * weight };
    });
    return ranked
      .toSorted((a, b) => b.share - a.share)
      .slice(0, LIKELIEST)
      .map(({ rival }) => rival);
  };
  return (before, rivals, following, loss) => {
    if (following.length === 0) return [];
    let answers = known.get(rivals);
    if (!answers) known.set(rivals, (answers = new Map()));
    const key = `${before} ${following.join(' ')}`;
    let found = answers.get(key);
    if (!found) answers.set(key, (found = rank(before, rivals, following, loss)));
    return found;
  };
}

/** How much a whole stretch gains by belonging to one set phrase, in nats. */
export const phraseGain = (characters: string, tools: LanguageTools): number =>
  isInPhrase(tools.toSimplified(characters)) ? PHRASE_GAIN : 0;

const isInPhrase = (simplified: string): boolean =>
  simplified.length >= 3 && setPhrases.some((phrase) => phrase.includes(simplified));
