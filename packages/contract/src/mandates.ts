import { allDocumentStates } from '@duban/mandates/review/review';
import { z } from 'zod';
import { DirectiveView, QuantityView, Span } from './directive-view.ts';
import { endpoint } from './endpoint.ts';
import { Day, Id, lineOfText, PersonRef } from './organisation.ts';

/**
 * Documents 部署文件: what they say, what was repaired, and what somebody is told to do in them. The steps of their review
 * are in `document-review.ts`.
 */

const version = z.int();
const params = z.object({ id: Id });
const readers = ['dispatcher', 'leader', 'inspector'] as const;
/** who imports documents and reviews them */
export const reviewers = ['dispatcher'] as const;

export const documentMaxBytes = 20 * 1024 * 1024;
/** characters that may be pasted; anything longer comes as a file */
export const pastedMaxCharacters = 300_000;

export const DocumentState = z.enum(allDocumentStates);

export const DocumentRow = z.object({
  id: Id,
  version: z.int(),
  state: DocumentState,
  title: z.string(),
  fileName: z.string(),
  format: z.string(),
  /** the day the document gives itself, or the one its reader entered */
  documentDate: Day.nullable(),
  addedAt: z.iso.datetime(),
  addedBy: PersonRef,
  characters: z.int(),
  directives: z.object({
    proposed: z.int(),
    accepted: z.int(),
    rejected: z.int(),
    sent: z.int(),
    /** sent with the version before */
    carried: z.int(),
  }),
  /** the document of which it is a newer version */
  previousId: Id.nullable(),
  /** a newer version of it was imported */
  isSuperseded: z.boolean(),
});
export type DocumentRow = z.output<typeof DocumentRow>;

export const RepairView = Span.extend({
  /** the step and the place in the raw text: the same whenever the file is read */
  id: z.string(),
  step: z.string(),
  class: z.enum(['certain', 'near-certain', 'not-restorable']),
  before: z.string(),
  after: z.string(),
  /** the rules only propose it: a person decides */
  proposed: z.boolean(),
  /** whether the text has it now */
  applied: z.boolean(),
  rawStart: z.int(),
  rawEnd: z.int(),
});
export type RepairView = z.output<typeof RepairView>;

export const DocumentView = DocumentRow.extend({
  /** SHA-256 of the original as it came, hexadecimal */
  sha256: z.string(),
  bytes: z.int(),
  encoding: z.string(),
  site: z.record(z.string(), z.string()),
  text: z.string(),
  /** organ, speaker and number of the document, empty where it does not say */
  organ: z.string(),
  speaker: z.string(),
  documentNumber: z.string(),
  repairs: z.array(RepairView),
  gaps: z.array(
    Span.extend({
      kind: z.enum(['omitted', 'truncated']),
      missing: z.int().nullable(),
      total: z.int().nullable(),
      shown: z.int().nullable(),
      unit: z.enum(['characters', 'pages']).nullable(),
    }),
  ),
  unknowns: z.array(Span.extend({ kind: z.string(), text: z.string(), unit: z.string().nullable() })),
  outline: z.array(Span.extend({ level: z.int(), number: z.string(), title: z.string(), bodyMissing: z.boolean() })),
  quantities: z.array(QuantityView),
  contradictions: z.array(
    Span.extend({
      kind: z.string(),
      text: z.string(),
      stated: z.string(),
      computed: z.string(),
      /** the other place that it does not agree with */
      other: Span.extend({ text: z.string() }).nullable(),
    }),
  ),
  items: z.array(DirectiveView),
  canUndo: z.boolean(),
  canRedo: z.boolean(),
  /** all versions of the document, oldest first; itself among them */
  versions: z.array(
    z.object({
      id: Id,
      title: z.string(),
      fileName: z.string(),
      documentDate: Day.nullable(),
      addedAt: z.iso.datetime(),
    }),
  ),
  /** documents that it looks like a newer version of, when none was named */
  resembles: z.array(z.object({ id: Id, title: z.string(), addedAt: z.iso.datetime() })),
});
export type DocumentView = z.output<typeof DocumentView>;

export const addDocument = endpoint({
  name: 'addDocument',
  summary: 'Import a document as a file, or paste its text',
  method: 'POST',
  path: '/v1/documents',
  allow: reviewers,
  body: z.object({
    /** when there is no file */
    text: z.string().max(pastedMaxCharacters).optional(),
    title: lineOfText(200).optional(),
    documentDate: Day.nullable().default(null),
    /** the document of which this is a newer version */
    previousId: Id.nullable().default(null),
  }),
  upload: { maxBytes: documentMaxBytes },
  reply: z.object({ id: Id, version, title: z.string(), directives: z.int(), repairs: z.int() }),
  problems: [
    'document.missing',
    'document.already_there',
    'document.previous_unknown',
    'document.has_successor',
    'document.empty',
    'document.too_large',
    'document.not_text',
    'document.no_text',
    'document.no_text_layer',
    'document.too_many_pages',
    'document.too_demanding',
    'document.wrong_extension',
    'document.format_unsupported',
    'document.damaged',
    'document.encrypted',
    'document.archive_bomb',
    'document.unsafe_xml',
  ],
});

export const listDocuments = endpoint({
  name: 'listDocuments',
  summary: 'Documents, newest first',
  method: 'GET',
  path: '/v1/documents',
  allow: readers,
  query: z.object({
    text: z.string().trim().max(100).optional(),
    state: DocumentState.optional(),
    after: z.string().max(300).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(25),
  }),
  reply: z.object({ rows: z.array(DocumentRow), next: z.string().nullable() }),
});

export const getDocument = endpoint({
  name: 'getDocument',
  summary: 'A document with everything read out of it and its review',
  method: 'GET',
  path: '/v1/documents/:id',
  allow: readers,
  params,
  reply: DocumentView,
  problems: ['record.not_found'],
});

export const getRawText = endpoint({
  name: 'getRawText',
  summary: 'The text of a document as it stands in the file, before any repair',
  method: 'GET',
  path: '/v1/documents/:id/raw-text',
  allow: readers,
  params,
  reply: z.object({ text: z.string(), sha256: z.string() }),
  problems: ['record.not_found'],
});

export const listDocumentHistory = endpoint({
  name: 'listDocumentHistory',
  summary: 'Everything that was done with a document, oldest first',
  method: 'GET',
  path: '/v1/documents/:id/history',
  allow: readers,
  params,
  reply: z.object({
    entries: z.array(
      z.object({
        sequence: z.int(),
        type: z.string(),
        at: z.iso.datetime(),
        by: PersonRef.nullable(),
        data: z.record(z.string(), z.unknown()),
      }),
    ),
  }),
  problems: ['record.not_found'],
});

export const downloadOriginal = endpoint({
  name: 'downloadOriginal',
  summary: 'The document exactly as it came',
  method: 'GET',
  path: '/v1/documents/:id/original',
  allow: readers,
  params,
  download: { mediaType: 'application/octet-stream' },
  problems: ['record.not_found'],
});

export const getDirective = endpoint({
  name: 'getDirective',
  summary: 'The sentence that ordered something, and the document in which it stands',
  method: 'GET',
  path: '/v1/directives/:id',
  allow: [...readers, 'handler'],
  params,
  reply: z.object({
    id: Id,
    documentId: Id,
    documentTitle: z.string(),
    text: z.string(),
    headings: z.array(z.string()),
  }),
  problems: ['record.not_found'],
});
