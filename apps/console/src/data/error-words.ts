import { ProblemError } from '@duban/contract/client';
import { isProblemCode, problemTitle } from '@duban/contract/problems';
import type { RefusalParams } from '@duban/kit/refusal';
import type { ErrorWords } from '@duban/ui/four-state';
import i18next from 'i18next';
import { currentLocale } from '../i18n/setup.ts';
import { ConnectionDropped } from './client.ts';

/** Any failure as a sentence in the reader's language, with the number to give to the administrator. */
export function wordsOf(error: unknown): ErrorWords {
  if (error instanceof ProblemError) {
    const { problem } = error;
    return {
      sentence: sentenceOf(problem.code, problem.params, problem.title),
      requestId: problem.requestId,
      kind: problem.status === 403 ? 'forbidden' : 'failed',
    };
  }
  if (isPartMissing(error)) return { sentence: i18next.t('frame:error.part_missing'), kind: 'failed' };
  if (error instanceof ConnectionDropped) return { sentence: i18next.t('frame:connection.dropped'), kind: 'failed' };
  return { sentence: i18next.t('frame:error.unexpected', { detail: String(error) }), kind: 'failed' };
}

/** The sentence of a problem code; `otherwise` for a code that this console does not know yet. */
export function sentenceOf(code: string, params: RefusalParams, otherwise: string = code): string {
  return isProblemCode(code) ? problemTitle(code, params, currentLocale()) : otherwise;
}

/** The sentence of a domain refusal, or null when there is none: what `WhyNotButton` wants. */
export function whyNotSentence(
  refusal: { readonly code: string; readonly params: RefusalParams } | null,
): string | null {
  return refusal && sentenceOf(refusal.code, refusal.params);
}

/**
 * A part of the program could not be fetched: the connection dropped, or the program was replaced by a newer one since
 * the page was opened. Only fetching the page anew helps; browsers say it each in their own words.
 */
export function isPartMissing(error: unknown): boolean {
  const words = /preload CSS|dynamically imported module|Importing a module script failed/;
  return error instanceof Error && words.test(error.message);
}
