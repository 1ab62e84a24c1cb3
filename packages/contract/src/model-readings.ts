import { dropReasons } from '@duban/mandates/suggestions/weigh-suggestions';
import { modelReadingFaults, modelReadingStates } from '@duban/mandates/suggestions/model-reading';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { reviewers } from './mandates.ts';
import { Id, PersonRef } from './organisation.ts';

/** A document read by a language model 模型研读: to whom its text was sent, by whom, and what came of it. */

const readers = ['dispatcher', 'leader', 'inspector'] as const;
const params = z.object({ id: Id });

/** whom the text goes to: the host, and the model there */
const ModelRef = z.object({ host: z.string(), model: z.string() });

export const ModelReadingView = ModelRef.extend({
  id: Id,
  state: z.enum(modelReadingStates),
  askedAt: z.iso.datetime(),
  askedBy: PersonRef,
  /** null: nothing was sent */
  sentAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
  /** characters of the clean text that were to be sent */
  characters: z.int(),
  /** parts in which it was sent, and how many of them were answered; each may have been sent more than once */
  pieces: z.int(),
  answered: z.int(),
  requests: z.int(),
  /** new proposals, and proposals that were there already */
  proposed: z.int(),
  confirmed: z.int(),
  /** quotes that were thrown away unseen, by the reason */
  dropped: z.partialRecord(z.enum(dropReasons), z.int()),
  /** the first thing that went wrong; also of a reading that is done in part */
  fault: z.enum(modelReadingFaults).nullable(),
  /** nothing was heard for so long that it may be asked again */
  isAbandoned: z.boolean(),
});
export type ModelReadingView = z.output<typeof ModelReadingView>;

export const getLanguageModel = endpoint({
  name: 'getLanguageModel',
  summary: 'The language model that documents may be sent to; null when none is configured',
  method: 'GET',
  path: '/v1/language-model',
  allow: readers,
  reply: z.object({ model: ModelRef.nullable() }),
});

export const askModel = endpoint({
  name: 'askModel',
  summary: 'Send the clean text of a document to the language model, which may propose directives',
  method: 'POST',
  path: '/v1/documents/:id/ask-model',
  allow: reviewers,
  params,
  body: z.object({ version: z.int() }),
  reply: z.object({ id: Id, version: z.int(), reading: ModelReadingView }),
  problems: [
    'record.not_found',
    'record.stale',
    'document.discarded',
    'document.superseded',
    'model.switched_off',
    'model.asked_already',
  ],
});

export const getModelReading = endpoint({
  name: 'getModelReading',
  summary: 'What the language model was last asked about a document, and what came of it',
  method: 'GET',
  path: '/v1/documents/:id/model-reading',
  allow: readers,
  params,
  reply: z.object({ reading: ModelReadingView.nullable() }),
  problems: ['record.not_found'],
});
