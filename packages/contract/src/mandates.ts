import { allDirectiveStates, allDocumentStates, allOutcomes } from '@duban/mandates/review/review';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Day, Id, lineOfText, PersonRef, UnitRef } from './organisation.ts';

/** Documents 部署文件 and their review: what they say, what was repaired, and what somebody is told to do in them. */

const version = z.int();
const params = z.object({ id: Id });
const directiveParams = z.object({ id: Id, directiveId: Id });
const readers = ['dispatcher', 'leader', 'inspector'] as const;
const reviewers = ['dispatcher'] as const;

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

/** What every step of a review answers with. */
export const ReviewChanged = z.object({ id: Id, version });

const everyStep = ['record.not_found', 'record.stale', 'document.discarded', 'directive.sent'] as const;

export const acceptDirective = endpoint({
  name: 'acceptDirective',
  summary: 'Accept a proposed directive',
  method: 'POST',
  path: '/v1/documents/:id/directives/:directiveId/accept',
  allow: reviewers,
  params: directiveParams,
  body: z.object({ version }),
  reply: ReviewChanged,
  problems: everyStep,
});

export const rejectDirective = endpoint({
  name: 'rejectDirective',
  summary: 'Reject a proposed directive',
  method: 'POST',
  path: '/v1/documents/:id/directives/:directiveId/reject',
  allow: reviewers,
  params: directiveParams,
  body: z.object({ version, reason: z.string().trim().max(500).default('') }),
  reply: ReviewChanged,
  problems: everyStep,
});

export const DirectiveEdit = z.object({
  action: lineOfText(400),
  outcome: Outcome,
  lineUnitId: Id.nullable(),
  territorialUnitIds: z.array(Id).max(200),
  supportUnitIds: z.array(Id).max(50),
  deadlineText: z.string().trim().max(100).nullable(),
  deadlineDate: Day.nullable(),
  targetText: z.string().trim().max(400),
  classCode: z.string().trim().min(1).max(40).nullable(),
  placeText: z.string().trim().max(200),
});
export type DirectiveEdit = z.output<typeof DirectiveEdit>;

export const editDirective = endpoint({
  name: 'editDirective',
  summary: 'Change what a directive becomes, and accept it',
  method: 'PUT',
  path: '/v1/documents/:id/directives/:directiveId',
  allow: reviewers,
  params: directiveParams,
  body: DirectiveEdit.extend({ version }),
  reply: ReviewChanged,
  problems: [...everyStep, 'directive.unit_unknown', 'directive.not_line_unit', 'directive.not_territorial'],
});

export const addDirective = endpoint({
  name: 'addDirective',
  summary: 'Add a directive that the rules did not find, by its place in the text',
  method: 'POST',
  path: '/v1/documents/:id/directives',
  allow: reviewers,
  params,
  body: z.object({ version, start: z.int().min(0), end: z.int().min(1) }),
  reply: ReviewChanged.extend({ directiveId: Id }),
  problems: ['record.not_found', 'record.stale', 'document.discarded', 'document.span_outside'],
});

export const acceptUnderHeading = endpoint({
  name: 'acceptUnderHeading',
  summary: 'Accept everything proposed under a heading, by its place in the outline',
  method: 'POST',
  path: '/v1/documents/:id/accept-under-heading',
  allow: reviewers,
  params,
  body: z.object({ version, heading: z.int().min(0).max(10_000) }),
  reply: ReviewChanged.extend({ accepted: z.int() }),
  problems: ['record.not_found', 'record.stale', 'document.discarded', 'document.nothing_under_heading'],
});

export const undoReview = endpoint({
  name: 'undoReview',
  summary: 'Take back the last step of the review',
  method: 'POST',
  path: '/v1/documents/:id/undo',
  allow: reviewers,
  params,
  body: z.object({ version }),
  reply: ReviewChanged,
  problems: ['record.not_found', 'record.stale', 'document.discarded', 'document.nothing_to_undo'],
});

export const sendDocument = endpoint({
  name: 'sendDocument',
  summary: 'Make tasks and cases of everything that was accepted',
  method: 'POST',
  path: '/v1/documents/:id/send',
  allow: reviewers,
  params,
  body: z.object({ version }),
  reply: ReviewChanged.extend({
    tasks: z.array(z.object({ id: Id, number: z.string() })),
    cases: z.array(z.object({ id: Id, number: z.string() })),
  }),
  problems: [
    'record.not_found',
    'record.stale',
    'document.discarded',
    'document.nothing_accepted',
    'document.directives_incomplete',
    'directive.unit_unknown',
    'case.class_unknown',
  ],
});

export const discardDocument = endpoint({
  name: 'discardDocument',
  summary: 'Throw away a document that was imported by mistake',
  method: 'POST',
  path: '/v1/documents/:id/discard',
  allow: reviewers,
  params,
  body: z.object({ version, reason: z.string().trim().min(1).max(500) }),
  reply: ReviewChanged,
  problems: ['record.not_found', 'record.stale', 'document.discarded', 'document.already_sent'],
});
