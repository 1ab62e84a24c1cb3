import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Outcome, reviewers } from './mandates.ts';
import { Day, Id, lineOfText } from './organisation.ts';

/** The review of a document 部署文件: the steps on its directives, the way back, and the sending. */

const version = z.int();
const params = z.object({ id: Id });
const directiveParams = z.object({ id: Id, directiveId: Id });

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
