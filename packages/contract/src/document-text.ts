import { z } from 'zod';
import { ReviewChanged } from './document-review.ts';
import { endpoint } from './endpoint.ts';
import { reviewers } from './mandates.ts';
import { Day, Id, lineOfText, PersonRef } from './organisation.ts';

/** What a reviewer decides about the document itself: its repairs, its facts, and which document it replaces. */

const version = z.int();
const params = z.object({ id: Id });
const onDocument = ['record.not_found', 'record.stale', 'document.discarded', 'document.superseded'] as const;
const readers = ['dispatcher', 'leader', 'inspector'] as const;

export const decideRepair = endpoint({
  name: 'decideRepair',
  summary: 'Take back a repair, or accept one that is proposed; text, outline and open proposals are read anew',
  method: 'POST',
  path: '/v1/documents/:id/decide-repair',
  allow: reviewers,
  params,
  body: z.object({ version, repairId: z.string().min(1).max(120), applied: z.boolean() }),
  reply: ReviewChanged,
  problems: [...onDocument, 'document.repair_unknown', 'document.repair_unchanged', 'document.too_demanding'],
});

export const changeDocumentFacts = endpoint({
  name: 'changeDocumentFacts',
  summary: 'Correct title, date, organ, speaker or number; days of open proposals are computed anew from the date',
  method: 'PUT',
  path: '/v1/documents/:id/facts',
  allow: reviewers,
  params,
  body: z.object({
    version,
    title: lineOfText(200),
    documentDate: Day.nullable(),
    organ: z.string().trim().max(120),
    speaker: z.string().trim().max(120),
    documentNumber: z.string().trim().max(60),
  }),
  reply: ReviewChanged,
  problems: [...onDocument, 'document.too_demanding'],
});

export const linkVersion = endpoint({
  name: 'linkVersion',
  summary: 'Say that a document is a newer version of another: decisions on unchanged sentences are carried over',
  method: 'POST',
  path: '/v1/documents/:id/link-version',
  allow: reviewers,
  params,
  body: z.object({ version, previousId: Id }),
  reply: ReviewChanged,
  problems: [
    ...onDocument,
    'document.previous_unknown',
    'document.has_successor',
    'document.has_previous',
    'document.already_sent',
    'document.too_demanding',
  ],
});

const PlacedText = z.object({ text: z.string(), start: z.int(), end: z.int() });
const OldDirective = z.object({
  id: Id,
  text: z.string(),
  state: z.string(),
  /** what was made of it */
  tasks: z.array(z.object({ id: Id, number: z.string(), state: z.string() })),
});

export const getVersionChanges = endpoint({
  name: 'getVersionChanges',
  summary: 'What a newer version of a document changed: sentences, and directives with what became of them',
  method: 'GET',
  path: '/v1/documents/:id/version-changes',
  allow: readers,
  params,
  reply: z.object({
    previous: z.object({ id: Id, title: z.string(), fileName: z.string(), addedAt: z.iso.datetime() }),
    /** sentences that were kept are counted, not listed */
    kept: z.int(),
    sentences: z.array(
      z.object({
        kind: z.enum(['added', 'removed', 'changed']),
        old: PlacedText.nullable(),
        new: PlacedText.nullable(),
        parts: z.array(z.object({ kind: z.enum(['kept', 'added', 'removed']), text: z.string() })),
      }),
    ),
    directives: z.array(
      z.object({
        kind: z.enum(['unchanged', 'changed', 'new', 'withdrawn']),
        old: OldDirective.nullable(),
        new: z.object({ id: Id, text: z.string(), state: z.string() }).nullable(),
      }),
    ),
  }),
  problems: ['record.not_found', 'document.no_previous'],
});

export const getReviewProgress = endpoint({
  name: 'getReviewProgress',
  summary: 'How far the review of a document is, and who did the last step: light enough to ask again and again',
  method: 'GET',
  path: '/v1/documents/:id/progress',
  allow: readers,
  params,
  reply: z.object({
    version,
    decided: z.int(),
    total: z.int(),
    lastStep: z.object({ type: z.string(), by: PersonRef.nullable(), at: z.iso.datetime() }),
  }),
  problems: ['record.not_found'],
});

export const exportReview = endpoint({
  name: 'exportReview',
  summary: 'The reviewed result as a table of tasks 督办任务分解表, as XLSX or DOCX',
  method: 'GET',
  path: '/v1/documents/:id/export',
  allow: readers,
  params,
  query: z.object({ format: z.enum(['xlsx', 'docx']).default('xlsx') }),
  download: { mediaType: 'application/octet-stream' },
  problems: ['record.not_found', 'document.nothing_decided'],
});
