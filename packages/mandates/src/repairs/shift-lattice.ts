import { isHalf, mark, readingBehind, syllableAt, type Token, tokensOf } from './displayed-tokens.ts';
import { characterOf, type Pair, pairsOf, type Rival, tornCharacters } from './gbk-pairs.ts';
import type { LanguageTools } from './language-tools.ts';
import { best, byScore, type State } from './lattice-state.ts';
import { FOREIGN_SCRIPT, type ReadingModel } from './reading-model.ts';
import { CONTEXT, type Edge, type Likely, NO_EDGE, phraseGain, usualLoss, weighEdge } from './torn-edge.ts';

/** A stretch that makes sense when its bytes are read one later. Offsets are those of the damaged text. */
export type ShiftedRun = {
  readonly start: number;
  readonly end: number;
  /** the character that lost its first byte; empty when nothing was lost there */
  readonly first: Edge;
  /** what the bytes between the edges say: arithmetic, no guess */
  readonly inner: string;
  /** the character that lost its second byte; empty when a half character brought the bytes back in step */
  readonly last: Edge;
  /** by how many nats the run reads better than what is displayed */
  readonly gain: number;
};

type Next = (
  at: number,
  move: State['move'],
  emitted: string,
  pending: number,
  extra?: number,
  rivals?: readonly Rival[],
) => State;

/** Costs in nats: a lost byte is rare; a byte that came back without any trace rarer than one with a trace. */
const LOST_BYTE = 8;
const LOST_BYTE_SEEN = 4;
/** A single question mark is itself half a character more often than a trace of one. */
const QUESTION_MARK_SEEN = 10;
const SECOND_BYTE_LOST = 4;
const BACK_UNSEEN = 6;
const BACK_SEEN = 1;
const READING_FITS = -6;
const CLOSING_STATES = 8;
const OPENING_STATES = 2;

/** Marks that are rarely the wreck of something else. */
const usualMark = /[，。、“”《》]/;
const USUAL_MARK = 4;

/**
 * The runs of shifted bytes between `from` and `to` that read better decoded, in order.
 *
 * @param likely of the same model; the caller keeps it for the whole text
 */
export function shiftedRuns(
  text: string,
  { from, to }: { readonly from: number; readonly to: number },
  mayStart: (at: number) => boolean,
  model: ReadingModel,
  likely: Likely,
  tools: LanguageTools,
): ShiftedRun[] {
  const tokens = tokensOf(text, from, to, model, tools);
  const torn = tornCharacters(tools);
  const codeBefore = from > 0 ? model.codeOf(text[from - 1]!) : 0;
  const after = to < text.length ? model.codeOf(text[to]!) : 10;
  const states: State[][] = Array.from({ length: tokens.length + 1 }, () => []);
  states[0]!.push({
    score: 0,
    last: codeBefore,
    pending: -1,
    from: null,
    at: 0,
    move: 'read',
    emitted: '',
    rivals: [],
  });
  for (let i = 0; i <= tokens.length; i++) {
    const arrived = best(states[i]!);
    const open = arrived.filter((state) => state.pending >= 0).slice(0, CLOSING_STATES);
    const closed = open.flatMap((state) => closings(state, i));
    for (const state of closed) if (state.at > i) states[state.at]!.push(state);
    const here = [...arrived, ...best(closed.filter((state) => state.at === i))].toSorted(byScore);
    states[i] = here;
    if (i === tokens.length) break;
    let openers = OPENING_STATES;
    for (const state of here) {
      const mayOpen = state.pending < 0 && openers-- > 0 && mayStart(tokens[i]!.start);
      for (const next of moves(state, i, mayOpen)) states[next.at]!.push(next);
    }
  }
  const ends = states[tokens.length]!.filter((state) => state.pending < 0).map((state) => ({
    state,
    total: state.score + model.cost(state.last, after),
  }));
  const winner = ends.toSorted((a, b) => a.total - b.total)[0];
  return winner ? runsOf(winner.state) : [];

  function moves(state: State, i: number, mayOpen: boolean): State[] {
    const token = tokens[i]!;
    const next: Next = (at, move, emitted, pending, extra = 0, rivals = []) => {
      const code = emitted === '' ? state.last : model.codeOf(emitted);
      const step = emitted === '' ? 0 : model.cost(state.last, code) + (move === 'read' ? 0 : foreignScript(emitted));
      return { score: state.score + step + extra, last: code, pending, from: state, at, move, emitted, rivals };
    };
    if (state.pending < 0) {
      const reading = next(i + 1, 'read', token.character, -1);
      return mayOpen ? [reading, ...openings(state, i, next)] : [reading];
    }
    if (isHalf(token.character)) {
      const closed = characterOf(state.pending, token.character.charCodeAt(0), tools);
      const fits = closed !== null && readingBehind(text, token.end, closed, tools);
      const back = closed === null ? [] : [next(i + 1, 'half', closed, -1, fits ? READING_FITS : 0)];
      return [...back, ...inner(token, state, i, next)];
    }
    return inner(token, state, i, next);
  }

  function inner(token: Token, state: State, i: number, next: Next): State[] {
    return pairsOf(token.character, tools).flatMap(([lead, trail]) => {
      const decoded = characterOf(state.pending, lead, tools);
      if (decoded === null) return [];
      if (trail > 0x7f) return [next(i + 1, 'inner', decoded, trail)];
      // A letter was taken for a second byte: it comes out again, and the bytes are in step.
      const letter = String.fromCharCode(trail);
      const step = model.cost(model.codeOf(decoded), trail);
      return [{ ...next(i + 1, 'half', decoded, -1, step), emitted: decoded + letter, last: trail }];
    });
  }

  function openings(state: State, i: number, next: Next): State[] {
    const { character } = tokens[i]!;
    const found: State[] = [];
    const syllable = mark.test(character) ? syllableAt(text, tokens[i]!.end) : null;
    if (syllable) {
      const at = tokens.findIndex((token) => token.start >= syllable.end);
      for (const lost of at < 0 ? [] : torn.readAs(syllable.plain)) {
        for (const pair of pairsOf(lost, tools))
          found.push(...opened(state, pair, at, LOST_BYTE_SEEN, next), ...repeated(i, pair, at, next));
      }
      return found;
    }
    if (mark.test(character) && tokens[i + 1] && !/[A-Za-z0-9]/.test(tokens[i + 1]!.character)) {
      for (const pair of pairsOf(tokens[i + 1]!.character, tools))
        found.push(...opened(state, pair, i + 2, isTrace(i) ? LOST_BYTE_SEEN : QUESTION_MARK_SEEN, next));
    }
    if (isHalf(character)) found.push(...halves(state, i, next));
    if (/[!-~]/.test(character) && !/[,.:;()!?]/.test(character)) return found;
    const cost = LOST_BYTE + (usualMark.test(character) ? USUAL_MARK : 0);
    for (const pair of pairsOf(character, tools)) found.push(...opened(state, pair, i + 1, cost, next));
    return found;
  }

  /** A run begins with `pair`: its first byte is the rest of a character whose other byte was lost. */
  function opened(state: State, [lead, trail]: Pair, at: number, cost: number, next: Next): State[] {
    const following = followers(at, trail);
    const first = torn.byTrail.get(lead) ?? [];
    const second = torn.byLead.get(lead) ?? [];
    return [
      ...likely(state.last, first, following, usualLoss).map((lost) =>
        next(at, 'open', lost.character, trail, cost + usualLoss(lost.character), first),
      ),
      ...likely(state.last, second, following).map((lost) =>
        next(at, 'open', lost.character, trail, cost + SECOND_BYTE_LOST, second),
      ),
    ];
  }

  function isTrace(i: number): boolean {
    return tokens[i]!.character === '\ufffd' || mark.test(tokens[i + 1]!.character);
  }

  /** What the byte left over and the next displayed character may decode to. */
  function followers(at: number, pending: number): number[] {
    const token = tokens[at];
    if (!token) return [];
    const leads = pairsOf(token.character, tools).map((pair) => pair[0]);
    if (isHalf(token.character)) leads.push(token.character.charCodeAt(0));
    return leads.flatMap((lead) => {
      const decoded = characterOf(pending, lead, tools);
      return decoded === null ? [] : [model.codeOf(decoded)];
    });
  }

  /** Only the first byte of one character was lost: its second is seen as a letter. */
  function halves(state: State, i: number, next: Next): State[] {
    if (!model.traditional) return [];
    const rivals = torn.byTrail.get(tokens[i]!.character.charCodeAt(0)) ?? [];
    return likely(state.last, rivals, [tokens[i + 1]?.code ?? after]).map((lost) =>
      next(i + 1, 'single', lost.character, -1, LOST_BYTE, rivals),
    );
  }

  /** The byte before the run was read a second time as the first of `pair`: nothing is lost. */
  function repeated(i: number, [lead, trail]: Pair, at: number, next: Next): State[] {
    const previous = i > 0 ? pairsOf(tokens[i - 1]!.character, tools) : [];
    return previous.some((pair) => pair[1] === lead) ? [next(at, 'open', '', trail, LOST_BYTE_SEEN)] : [];
  }

  /** The byte left over never found its second half: the bytes are in step again all the same. */
  function closings(state: State, i: number): State[] {
    const seen = tokens[i] !== undefined && mark.test(tokens[i]!.character);
    const atLineEnd = i === tokens.length && (to >= text.length || text[to] === '\n');
    const rivals = torn.byLead.get(state.pending) ?? [];
    const following = [tokens[seen ? i + 1 : i]?.code ?? after];
    return likely(state.last, rivals, following).flatMap((lost) => {
      const { character: emitted, code } = lost;
      const score = state.score + model.cost(state.last, code) + foreign(lost);
      const shared = { last: code, pending: -1, from: state, move: 'close' as const, emitted, rivals };
      const unseen = { ...shared, at: i, score: score + (atLineEnd ? BACK_SEEN : BACK_UNSEEN) };
      return seen ? [unseen, { ...shared, at: i + 1, score: score + BACK_SEEN }] : [unseen];
    });
  }

  function foreign({ isForeign }: Rival): number {
    return isForeign && !model.traditional ? FOREIGN_SCRIPT : 0;
  }

  function foreignScript(emitted: string): number {
    return model.traditional || tools.toSimplified(emitted) === emitted ? 0 : FOREIGN_SCRIPT;
  }

  function runsOf(end: State): ShiftedRun[] {
    const path: State[] = [];
    for (let state: State | null = end; state?.from; state = state.from) path.push(state);
    path.reverse();
    const runs: ShiftedRun[] = [];
    for (let i = 0; i < path.length; i++) {
      if (path[i]!.move === 'single') {
        const { start, end } = tokens[path[i]!.from!.at]!;
        runs.push({
          start,
          end,
          first: edgeOf(path[i]!, before(start), text.slice(end, end + CONTEXT)),
          inner: '',
          last: NO_EDGE,
          gain: gainOf(path[i]!, path[i]!, path[i + 1]),
        });
      }
      if (path[i]!.move !== 'open') continue;
      const opening = path[i]!;
      let j = i + 1;
      while (j < path.length && path[j]!.move === 'inner') j++;
      const ending = path[j];
      if (!ending) break;
      const inner = path
        .slice(i + 1, ending.move === 'half' ? j + 1 : j)
        .map((state) => state.emitted)
        .join('');
      if (inner !== '') {
        const { start } = tokens[opening.from!.at]!;
        const { end } = tokens[ending.at - 1]!;
        const first = edgeOf(opening, before(start), ending.move === 'half' ? inner : inner + ending.emitted);
        const last =
          ending.move === 'half' ? NO_EDGE : edgeOf(ending, first.character + inner, text.slice(end, end + CONTEXT));
        const phrase = phraseGain(first.character + inner + last.character, tools);
        runs.push({ start, end, first, inner, last, gain: gainOf(opening, ending, path[j + 1]) + phrase });
      }
      i = j;
    }
    return runs;
  }

  function before(at: number): string {
    return text.slice(Math.max(0, at - CONTEXT), at);
  }

  function edgeOf({ emitted, move, rivals, from: previous }: State, ahead: string, behind: string): Edge {
    if (emitted === '') return NO_EDGE;
    return weighEdge(rivals, move === 'open', { ahead, behind, previous: previous!.last, after }, model, tools);
  }

  function gainOf(opening: State, ending: State, next: State | undefined): number {
    const behind = next?.move === 'read' ? next.last : after;
    const decoded = ending.score - opening.from!.score + model.cost(ending.last, behind);
    let displayed = 0;
    let last = opening.from!.last;
    for (const { code } of tokens.slice(opening.from!.at, ending.at)) {
      displayed += model.cost(last, code);
      last = code;
    }
    return displayed + model.cost(last, behind) - decoded;
  }
}
