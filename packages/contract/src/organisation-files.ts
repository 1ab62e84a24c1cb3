import { z } from 'zod';
import { endpoint } from './endpoint.ts';

/** Units and people as XLSX: template, export, and an import that says what is wrong row by row. */

export const xlsxMediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * `check` changes nothing and reports; `all` applies the file only when every row is good; `good` applies the good rows
 * and leaves out the others.
 */
export const importModes = ['check', 'all', 'good'] as const;

export const ImportReport = z.object({
  mode: z.enum(importModes),
  applied: z.boolean(),
  rows: z.int(),
  /** good rows that are new, that change something, and that change nothing */
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  faults: z.array(
    z.object({
      /** number of the row in the sheet, counted from 1 as the spreadsheet shows it */
      row: z.int(),
      /** heading of the column, null when it is the row as a whole */
      column: z.string().nullable(),
      code: z.string(),
      message: z.string(),
    }),
  ),
  /** how many faults there are; `faults` holds the first 500 */
  faultCount: z.int(),
});
export type ImportReport = z.output<typeof ImportReport>;

const body = z.object({ mode: z.enum(importModes) });
const upload = { maxBytes: 5 * 1024 * 1024 };
const download = { mediaType: xlsxMediaType };
const problems = ['import.not_xlsx', 'import.too_many_rows', 'import.wrong_columns', 'import.no_rows'] as const;

export const importUnits = endpoint({
  name: 'importUnits',
  summary: 'Read units from an XLSX sheet',
  method: 'POST',
  path: '/v1/units/import',
  allow: ['system_admin'],
  body,
  reply: ImportReport,
  upload,
  problems,
});

export const importPeople = endpoint({
  name: 'importPeople',
  summary: 'Read people and their positions from an XLSX sheet; passwords are issued afterwards',
  method: 'POST',
  path: '/v1/people/import',
  allow: ['security_admin'],
  body,
  reply: ImportReport,
  upload,
  problems,
});

export const downloadUnitTemplate = endpoint({
  name: 'downloadUnitTemplate',
  summary: 'An empty sheet for the import of units, with explanations',
  method: 'GET',
  path: '/v1/units/template',
  allow: ['system_admin'],
  download,
});

export const downloadPeopleTemplate = endpoint({
  name: 'downloadPeopleTemplate',
  summary: 'An empty sheet for the import of people, with explanations',
  method: 'GET',
  path: '/v1/people/template',
  allow: ['security_admin'],
  download,
});

export const exportUnits = endpoint({
  name: 'exportUnits',
  summary: 'All units of the jurisdiction as XLSX, in the form that the import reads',
  method: 'GET',
  path: '/v1/units/export',
  allow: ['system_admin', 'dispatcher', 'leader'],
  download,
});

export const exportPeople = endpoint({
  name: 'exportPeople',
  summary: 'People of the own territory as XLSX, in the form that the import reads, without telephone numbers',
  method: 'GET',
  path: '/v1/people/export',
  allow: ['security_admin'],
  download,
});
