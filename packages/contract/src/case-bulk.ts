import { caseVerbs } from '@duban/cases/verbs';
import { z } from 'zod';
import { Note, Reason } from './case-command.ts';
import { RefusalView } from './case-views.ts';
import { endpoint } from './endpoint.ts';
import { Id } from './organisation.ts';
import { ImportReport, importModes, xlsxMediaType } from './organisation-files.ts';

/** Commands on many cases: from a list, and from a sheet. */

/** Several cases at once: each row succeeds or is refused by itself. */
const chosen = z
  .array(z.object({ id: Id, version: z.int() }))
  .min(1)
  .max(100);
const BulkReply = z.object({
  done: z.int(),
  results: z.array(
    z.object({ id: Id, number: z.string().nullable(), version: z.int().nullable(), refusal: RefusalView.nullable() }),
  ),
});
export type BulkReply = z.output<typeof BulkReply>;

export const dispatchCases = endpoint({
  name: 'dispatchCases',
  summary: 'Dispatch several cases to one line unit; the territory of each is found from its point',
  method: 'POST',
  path: '/v1/cases/bulk/dispatch',
  allow: caseVerbs.dispatch.roles,
  body: z.object({
    cases: chosen,
    lineUnitId: Id,
    /** who acts in each case: its line unit, or the territorial unit of its point */
    handledBy: z.enum(['line', 'territorial']),
    note: Note,
  }),
  reply: BulkReply,
});

export const assignCases = endpoint({
  name: 'assignCases',
  summary: 'Assign several cases of the own unit to one unit below it',
  method: 'POST',
  path: '/v1/cases/bulk/assign',
  allow: caseVerbs.assign.roles,
  body: z.object({ cases: chosen, unitId: Id, note: Note }),
  reply: BulkReply,
});

export const urgeCases = endpoint({
  name: 'urgeCases',
  summary: 'Urge several cases with one sentence',
  method: 'POST',
  path: '/v1/cases/bulk/urge',
  allow: caseVerbs.urge.roles,
  body: z.object({ cases: chosen, note: Reason }),
  reply: BulkReply,
});

export const importCases = endpoint({
  name: 'importCases',
  summary: 'Report cases from an XLSX sheet, all of them or only the good rows',
  method: 'POST',
  path: '/v1/cases/import',
  allow: ['dispatcher', 'inspector'],
  body: z.object({ mode: z.enum(importModes) }),
  reply: ImportReport,
  upload: { maxBytes: 10 * 1024 * 1024 },
  problems: ['import.not_xlsx', 'import.too_many_rows', 'import.wrong_columns', 'import.no_rows'],
});

export const downloadCaseTemplate = endpoint({
  name: 'downloadCaseTemplate',
  summary: 'An empty sheet for the import of cases, with explanations',
  method: 'GET',
  path: '/v1/cases/template',
  allow: ['dispatcher', 'inspector'],
  download: { mediaType: xlsxMediaType },
});
