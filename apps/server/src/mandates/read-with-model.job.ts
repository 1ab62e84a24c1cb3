import type { ModelReadingFault } from '@duban/mandates/suggestions/model-reading';
import { textPieces } from '@duban/mandates/suggestions/text-pieces';
import { type WeighedSuggestions, weighSuggestions } from '@duban/mandates/suggestions/weigh-suggestions';
import { createHash } from 'node:crypto';
import { languageModel } from '../adapters/language-model.ts';
import type { JobCtx } from '../kernel/context.ts';
import type { Errand } from '../kernel/module.ts';
import { addRule, directivesOf, insertDirective, type StoredDirective } from './directive.store.ts';
import { appendToDocument, type LockedDocument, lockedDocument, reopen } from './document.store.ts';
import { directivesAt } from './made-directive.ts';
import { quotesIn } from './model-answer.ts';
import { modelInstruction } from './model-instruction.ts';
import { failReading, finishReading, lockReading, markSent, type StoredReading } from './model-reading.store.ts';

/** the rule that a proposal names when a language model quoted its sentence */
export const modelRule = 'language_model';

/** what a small model still reads with care */
const PIECE_CHARACTERS = 4_000;
/** with the time for one answer this bounds how long one document can take */
const MOST_PIECES = 60;

/** Something that goes wrong here again and again must not send a document again and again. */
const MOST_SENDINGS = 3;

type Payload = { readonly jurisdictionId: string; readonly recordId: string };
type Found = { readonly reading: StoredReading; readonly pieces: readonly string[] };
type Heard = {
  readonly quotes: readonly string[];
  readonly answered: number;
  readonly requests: number;
  readonly fault: ModelReadingFault | null;
};

/**
 * Sends the text that a person asked to have sent, and puts what comes back among the proposals: never accepted, marked
 * as what it is, and only where the document says it word for word. Whatever goes wrong leaves the rules' proposals as
 * they are.
 */
export const readWithModel: Errand<Found, Heard> = {
  async gather(ctx, { jurisdictionId, recordId }: Payload) {
    const reading = await lockReading(ctx, jurisdictionId, recordId);
    if (reading?.state !== 'waiting') return null;
    const document = await lockedDocument(ctx, jurisdictionId, reading.documentId);
    const pieces = document ? textPieces(document.text, PIECE_CHARACTERS) : [];
    const fault = whyNotSend(reading, document, pieces.length);
    if (fault !== null || !document) {
      await failReading(ctx, reading, fault ?? 'not_open');
      return null;
    }
    const sha256 = createHash('sha256').update(document.text).digest('hex');
    await markSent(ctx, reading, pieces.length, sha256);
    return { reading, pieces };
  },

  async work({ pieces }, stop) {
    const quotes: string[] = [];
    let answered = 0;
    let requests = 0;
    let fault: ModelReadingFault | null = null;
    for (const piece of pieces) {
      const heard = await hear(piece, stop);
      requests += heard.requests;
      if ('quotes' in heard) {
        quotes.push(...heard.quotes);
        answered++;
        continue;
      }
      fault ??= heard.fault;
      // A machine that talks nonsense once may make sense the next time; one that does not answer keeps everybody waiting.
      if (heard.fault !== 'malformed' && heard.fault !== 'too_large') break;
    }
    return { quotes, answered, requests, fault };
  },

  async settle(ctx, { reading: { jurisdictionId, id, documentId } }, { quotes, ...heard }) {
    const document = await lockedDocument(ctx, jurisdictionId, documentId);
    const reading = await lockReading(ctx, jurisdictionId, id);
    if (!document || reading?.state !== 'waiting') return;
    if (!isOpen(document)) {
      await finishReading(ctx, reading, { ...heard, proposed: 0, confirmed: 0, dropped: {}, fault: 'not_open' });
      return;
    }
    const weighed = weighSuggestions(document.text, await directivesOf(ctx, document), document.outline, quotes);
    await propose(ctx, document, reading, weighed);
    await finishReading(ctx, reading, {
      ...heard,
      proposed: weighed.fresh.length,
      confirmed: weighed.confirmed.length,
      dropped: Object.fromEntries(Object.entries(weighed.dropped).filter(([, count]) => count > 0)),
    });
  },
};

const isOpen = (document: LockedDocument): boolean => document.state !== 'discarded' && !document.isSuperseded;

function whyNotSend(reading: StoredReading, document: LockedDocument | null, pieces: number): ModelReadingFault | null {
  const model = languageModel();
  // The person agreed to that machine and to no other.
  if (model?.host !== reading.host || model.name !== reading.model) return 'switched_off';
  if (!document || !isOpen(document)) return 'not_open';
  if (reading.sendings >= MOST_SENDINGS) return 'interrupted';
  return pieces > MOST_PIECES ? 'too_long' : null;
}

type Piece =
  | { readonly quotes: readonly string[]; readonly requests: number }
  | { readonly fault: ModelReadingFault; readonly requests: number };

async function hear(piece: string, stop: AbortSignal): Promise<Piece> {
  const model = languageModel();
  if (!model) return { fault: 'switched_off', requests: 0 };
  const answer = await model.ask(modelInstruction, piece, stop);
  if ('fault' in answer) return answer;
  const quotes = quotesIn(answer.text);
  return quotes === null ? { fault: 'malformed', requests: answer.requests } : { quotes, requests: answer.requests };
}

/** New proposals are an event of the document: whoever accepts everything at once must have seen them. */
async function propose(
  ctx: JobCtx,
  document: LockedDocument,
  { host, model }: StoredReading,
  { fresh, confirmed }: WeighedSuggestions<StoredDirective>,
): Promise<void> {
  const byRules = confirmed.filter(({ state, origin }) => state === 'proposed' && origin === 'proposed');
  await addRule(
    ctx,
    document.jurisdictionId,
    byRules.map(({ id }) => id),
    modelRule,
  );
  if (fresh.length === 0) return;
  const made = await directivesAt(ctx, document, fresh);
  await appendToDocument(ctx, document, {
    type: 'document.suggestions_added',
    data: { host, model, directiveIds: made.map(({ id }) => id) },
  });
  for (const directive of made) {
    await insertDirective(ctx, document, { ...directive, origin: 'suggested', rules: [modelRule] });
  }
  await reopen(ctx, document);
}
