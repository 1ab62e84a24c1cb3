import type { Actor } from '@duban/kit/actor';
import { hasRole } from '@duban/kit/actor';
import { type Refusal, refuse } from '@duban/kit/refusal';

/**
 * One sending of a document's clean text to the language model that the settings name, and what came of it. Only a person
 * can ask for it; its answer changes nothing but the list of proposals.
 */
export const modelReadingStates = ['waiting', 'done', 'failed'] as const;
export type ModelReadingState = (typeof modelReadingStates)[number];

/**
 * Beside what another machine may do wrong: too_long, the text is beyond what is sent; switched_off, the settings name
 * this model no longer; not_open, the review ended meanwhile; abandoned, nothing was heard for
 * too long; interrupted, the program was stopped each time.
 */
export const modelReadingFaults = [
  'unreachable',
  'timed_out',
  'refused',
  'failed',
  'too_large',
  'malformed',
  'too_long',
  'switched_off',
  'not_open',
  'abandoned',
  'interrupted',
] as const;
export type ModelReadingFault = (typeof modelReadingFaults)[number];

/** minutes after which a question that nobody answered, as after a crash, may be asked again */
export const patienceMinutes = 60;

export type LastModelReading = { readonly state: ModelReadingState; readonly askedAt: string };

/** @param isOn whether the settings name a model */
export function whyNotAskModel(
  isOn: boolean,
  last: LastModelReading | null,
  by: Actor,
  now: Temporal.Instant,
): Refusal | null {
  if (!hasRole(by, 'dispatcher')) return refuse('document.role_needed');
  if (!isOn) return refuse('model.switched_off');
  return last?.state === 'waiting' && !isAbandoned(last, now) ? refuse('model.asked_already') : null;
}

export function isAbandoned({ state, askedAt }: LastModelReading, now: Temporal.Instant): boolean {
  if (state !== 'waiting') return false;
  const until = Temporal.Instant.from(askedAt).add({ minutes: patienceMinutes });
  return Temporal.Instant.compare(until, now) <= 0;
}
