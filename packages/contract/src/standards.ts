import { CLOCK_KINDS } from '@duban/calendar/time-limit';
import { allEvidenceRules } from '@duban/cases/words';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Day, Id, PersonRef } from './organisation.ts';
import { ImportReport, importModes, xlsxMediaType } from './organisation-files.ts';

/** The versioned table of filing conditions, limits and closing conditions. */

export const TimeLimitView = z.object({ amount: z.number(), clock: z.enum(CLOCK_KINDS) });
export type TimeLimitView = z.output<typeof TimeLimitView>;

export const StandardView = z.object({
  id: Id,
  versionId: Id,
  category: z.string(),
  classCode: z.string(),
  className: z.string(),
  conditionCode: z.string(),
  conditionText: z.string(),
  acceptLimit: TimeLimitView,
  finishLimit: TimeLimitView,
  closingCondition: z.string(),
  basis: z.string(),
  responsible: z.string(),
  communityDuty: z.boolean(),
  evidence: z.enum(allEvidenceRules),
  validFrom: Day,
  validTo: Day.nullable(),
});
export type StandardView = z.output<typeof StandardView>;

export const StandardVersion = z.object({
  id: Id,
  name: z.string(),
  basis: z.string(),
  validFrom: Day,
  importedAt: z.iso.datetime(),
  importedBy: PersonRef.nullable(),
  rows: z.int(),
  /** the rows that still hold today */
  rowsInForce: z.int(),
});
export type StandardVersion = z.output<typeof StandardVersion>;

export const listStandards = endpoint({
  name: 'listStandards',
  summary: 'The standards table as it holds on a day',
  method: 'GET',
  path: '/v1/standards',
  allow: 'signed_in',
  query: z.object({
    /** today when absent */
    on: Day.optional(),
    classCode: z.string().max(40).optional(),
  }),
  reply: z.object({ rows: z.array(StandardView) }),
});

export const listStandardVersions = endpoint({
  name: 'listStandardVersions',
  summary: 'Every table that was imported, newest first',
  method: 'GET',
  path: '/v1/standards/versions',
  allow: 'signed_in',
  reply: z.object({ versions: z.array(StandardVersion) }),
});

export const importStandards = endpoint({
  name: 'importStandards',
  summary: 'Read a standards table from XLSX; vertically merged or empty cells mean “same as above”',
  method: 'POST',
  path: '/v1/standards/import',
  allow: ['system_admin', 'dispatcher'],
  body: z.object({
    mode: z.enum(importModes),
    name: z.string().trim().min(1).max(100),
    basis: z.string().trim().min(1).max(200),
    /** first day on which the table holds; from then on it replaces what held before */
    validFrom: Day,
    /** `table`: it replaces the whole table; `rows`: only the classes and conditions that it names */
    replaces: z.enum(['table', 'rows']).default('table'),
    /** the accept-by limit of every row when the sheet has no such column, in words: `2工作时` */
    acceptLimit: z.string().max(40).optional(),
  }),
  reply: ImportReport,
  upload: { maxBytes: 10 * 1024 * 1024 },
  problems: [
    'import.not_xlsx',
    'import.too_many_rows',
    'import.wrong_columns',
    'import.no_rows',
    'standards.accept_limit_missing',
    'standards.valid_from_too_early',
  ],
});

export const downloadStandardsTemplate = endpoint({
  name: 'downloadStandardsTemplate',
  summary: 'An empty standards table with explanations',
  method: 'GET',
  path: '/v1/standards/template',
  allow: ['system_admin', 'dispatcher'],
  download: { mediaType: xlsxMediaType },
});

export const exportStandards = endpoint({
  name: 'exportStandards',
  summary: 'The standards table as it holds on a day, in the form that the import reads',
  method: 'GET',
  path: '/v1/standards/export',
  allow: 'signed_in',
  query: z.object({ on: Day.optional() }),
  download: { mediaType: xlsxMediaType },
});

export const CaseClass = z.object({
  category: z.string(),
  classCode: z.string(),
  className: z.string(),
  responsible: z.string(),
  conditions: z.array(
    z.object({
      conditionCode: z.string(),
      conditionText: z.string(),
      acceptLimit: TimeLimitView,
      finishLimit: TimeLimitView,
      closingCondition: z.string(),
      communityDuty: z.boolean(),
      evidence: z.enum(allEvidenceRules),
    }),
  ),
});
export type CaseClass = z.output<typeof CaseClass>;

export const listCaseClasses = endpoint({
  name: 'listCaseClasses',
  summary: 'Classes of problems with their filing conditions, as they hold today: for choosing',
  method: 'GET',
  path: '/v1/case-classes',
  allow: 'signed_in',
  reply: z.object({ classes: z.array(CaseClass) }),
});
