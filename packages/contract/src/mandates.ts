import { allDirectiveStates, allDocumentStates, allOutcomes } from '@duban/mandates/review/review';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Day, Id, lineOfText, PersonRef, UnitRef } from './organisation.ts';

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

const Span = z.object({ start: z.int(), end: z.int() });

export const DocumentState = z.enum(allDocumentStates);
export const DirectiveState = z.enum(allDirectiveStates);
export const Outcome = z.enum(allOutcomes);

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
  directives: z.object({ proposed: z.int(), accepted: z.int(), rejected: z.int(), sent: z.int() }),
});
export type DocumentRow = z.output<typeof DocumentRow>;

export const QuantityView = Span.extend({
  text: z.string(),
  subject: z.string(),
  /** null: the document hides it */
  value: z.number().nullable(),
  unit: z.string(),
  kind: z.string(),
  qualifier: z.string().nullable(),
});

export const MentionView = z.object({
  mention: z.string(),
  role: z.enum(['lead', 'support']),
  units: z.array(UnitRef),
  /** a person should look: the words fit several units, or none for certain */
  doubt: z.boolean(),
});

export const DirectiveView = Span.extend({
  id: Id,
  state: DirectiveState,
  text: z.string(),
  action: z.string(),
  outcome: Outcome,
  mentions: z.array(MentionView),
  /** 条: the unit that leads */
  lineUnit: UnitRef.nullable(),
  /** 块: one task each; none means the whole territory */
  territorialUnits: z.array(UnitRef),
  supportUnits: z.array(UnitRef),
  deadlineText: z.string().nullable(),
  deadlineDate: Day.nullable(),
  targetText: z.string(),
  /** for the outcome `case` */
  classCode: z.string().nullable(),
  placeText: z.string(),
  quantities: z.array(QuantityView),
  /** titles of the headings above, outermost first */
  headings: z.array(z.string()),
  /** names of the rules that took the sentence */
  rules: z.array(z.string()),
  origin: z.enum(['proposed', 'added']),
  edited: z.boolean(),
  rejectedReason: z.string().nullable(),
  taskIds: z.array(Id),
  caseIds: z.array(Id),
});
export type DirectiveView = z.output<typeof DirectiveView>;

export const DocumentView = DocumentRow.extend({
  /** SHA-256 of the original as it came, hexadecimal */
  sha256: z.string(),
  bytes: z.int(),
  encoding: z.string(),
  site: z.record(z.string(), z.string()),
  text: z.string(),
  repairs: z.array(
    Span.extend({
      step: z.string(),
      class: z.enum(['certain', 'near-certain', 'not-restorable']),
      before: z.string(),
      after: z.string(),
      applied: z.boolean(),
    }),
  ),
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
    Span.extend({ kind: z.string(), text: z.string(), stated: z.string(), computed: z.string() }),
  ),
  items: z.array(DirectiveView),
  canUndo: z.boolean(),
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
  }),
  upload: { maxBytes: documentMaxBytes },
  reply: z.object({ id: Id, version, title: z.string(), directives: z.int(), repairs: z.int() }),
  problems: [
    'document.missing',
    'document.already_there',
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
