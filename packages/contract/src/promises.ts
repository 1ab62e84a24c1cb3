import { allPromiseStates, promiseResults } from '@duban/mandates/promises/promise';
import { z } from 'zod';
import { RefusalView } from './case-views.ts';
import { endpoint } from './endpoint.ts';
import { Day, Id, lineOfText, PersonRef, UnitRef } from './organisation.ts';

/** Promises 承诺: what somebody said in public will be so, followed up until it is kept. */

const params = z.object({ id: Id });
const version = z.int();
const readers = ['dispatcher', 'leader', 'inspector', 'handler', 'cppcc_member', 'cppcc_office'] as const;

export const PromiseStateCode = z.enum(allPromiseStates);

export const PromiseRow = z.object({
  id: Id,
  version,
  number: z.string(),
  state: PromiseStateCode,
  /** who promised, as stated */
  promisedBy: z.string(),
  /** the unit that answers for it, where one does */
  unit: UnitRef.nullable(),
  promisedTo: z.string(),
  text: z.string(),
  deadlineText: z.string().nullable(),
  deadlineDate: Day.nullable(),
  overdue: z.boolean(),
  documentId: Id,
  documentTitle: z.string(),
  directiveId: Id,
  sourceText: z.string(),
  recordedAt: z.iso.datetime(),
});
export type PromiseRow = z.output<typeof PromiseRow>;

export const PromiseView = PromiseRow.extend({
  outcome: z.string(),
  settledOn: Day.nullable(),
  recordedBy: PersonRef,
  history: z.array(
    z.object({
      sequence: z.int(),
      type: z.string(),
      at: z.iso.datetime(),
      by: PersonRef.nullable(),
      note: z.string(),
      result: z.string().nullable(),
    }),
  ),
  /** why I cannot say what became of it; null when I can */
  actions: z.array(z.object({ result: z.enum(promiseResults), refusal: RefusalView.nullable() })),
});
export type PromiseView = z.output<typeof PromiseView>;

const filter = {
  text: z.string().trim().max(100).optional(),
  state: PromiseStateCode.optional(),
  documentId: Id.optional(),
  unitId: Id.optional(),
  /** due on or before this day */
  dueTo: Day.optional(),
  overdue: z.stringbool().optional(),
};

export const listPromises = endpoint({
  name: 'listPromises',
  summary: 'Promises, the most pressing first',
  method: 'GET',
  path: '/v1/promises',
  allow: readers,
  query: z.object({
    ...filter,
    after: z.string().max(600).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(25),
  }),
  reply: z.object({ rows: z.array(PromiseRow), next: z.string().nullable() }),
});

export const getPromise = endpoint({
  name: 'getPromise',
  summary: 'One promise with the sentence in which it was made and what became of it',
  method: 'GET',
  path: '/v1/promises/:id',
  allow: readers,
  params,
  reply: PromiseView,
  problems: ['record.not_found'],
});

export const settlePromise = endpoint({
  name: 'settlePromise',
  summary: 'Say that a promise was kept or broken, or withdraw it, by somebody who did not make it',
  method: 'POST',
  path: '/v1/promises/:id/settle',
  allow: ['dispatcher'],
  params,
  body: z.object({ version, result: z.enum(promiseResults), note: lineOfText(600) }),
  reply: z.object({ id: Id, version, state: PromiseStateCode }),
  problems: ['record.not_found', 'record.stale', 'promise.settled', 'promise.own'],
});

export const exportPromises = endpoint({
  name: 'exportPromises',
  summary: 'Promises of a filter as XLSX',
  method: 'GET',
  path: '/v1/promises-export',
  allow: readers,
  query: z.object(filter),
  download: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
});
