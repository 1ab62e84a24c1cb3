import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { DirectiveView, IndicatorDraft, Outcome, PeriodCode, PromiseDraft, TargetDraft } from './directive-view.ts';
import { DocumentState, reviewers } from './mandates.ts';
import { Day, Id, lineOfText } from './organisation.ts';

/** The review of a document 部署文件: the steps on its directives, the way back, and the sending. */

const version = z.int();
const params = z.object({ id: Id });
const directiveParams = z.object({ id: Id, directiveId: Id });

/**
 * What every step of a review answers with: the directives that it changed as they are now, so that a page of 600 need
 * not be fetched again for each of them.
 */
export const ReviewChanged = z.object({
  id: Id,
  version,
  state: DocumentState,
  canUndo: z.boolean(),
  canRedo: z.boolean(),
  changed: z.array(DirectiveView),
  removed: z.array(Id),
  /** the text itself changed (a repair, a fact, another version): fetch the document again */
  textChanged: z.boolean(),
});
export type ReviewChanged = z.output<typeof ReviewChanged>;

const onDocument = ['record.not_found', 'record.stale', 'document.discarded', 'document.superseded'] as const;
const everyStep = [...onDocument, 'directive.sent', 'directive.carried', 'directive.replaced'] as const;

/** A directive that was left out when everything was accepted at once, and why. */
const LeftOut = z.object({
  directiveId: Id,
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

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
  /** left as it is when it is not given; so are the four below */
  period: PeriodCode.nullable().optional(),
  targets: z.array(TargetDraft).max(30).optional(),
  indicator: IndicatorDraft.nullable().optional(),
  promise: PromiseDraft.nullable().optional(),
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
  problems: [...onDocument, 'document.span_outside'],
});

export const splitDirective = endpoint({
  name: 'splitDirective',
  summary: 'Make several directives of one, cut at places of the text',
  method: 'POST',
  path: '/v1/documents/:id/directives/:directiveId/split',
  allow: reviewers,
  params: directiveParams,
  body: z.object({
    version,
    /** offsets of the clean text at which a new part begins */
    cuts: z.array(z.int().min(0)).min(1).max(30),
  }),
  reply: ReviewChanged.extend({ directiveIds: z.array(Id) }),
  problems: [...everyStep, 'directive.cut_outside', 'directive.nothing_to_split', 'directive.too_many_parts'],
});

export const mergeDirectives = endpoint({
  name: 'mergeDirectives',
  summary: 'Make one directive of several that stand next to one another',
  method: 'POST',
  path: '/v1/documents/:id/merge-directives',
  allow: reviewers,
  params,
  body: z.object({ version, directiveIds: z.array(Id).min(2).max(20) }),
  reply: ReviewChanged.extend({ directiveId: Id }),
  problems: [...everyStep, 'directive.nothing_to_merge', 'directive.not_adjacent', 'directive.too_long'],
});

export const acceptUnderHeading = endpoint({
  name: 'acceptUnderHeading',
  summary: 'Accept what is proposed under a heading, by its place in the outline; what is in doubt is left out',
  method: 'POST',
  path: '/v1/documents/:id/accept-under-heading',
  allow: reviewers,
  params,
  body: z.object({ version, heading: z.int().min(0).max(10_000) }),
  reply: ReviewChanged.extend({ accepted: z.int(), left: z.array(LeftOut) }),
  problems: [...onDocument, 'document.nothing_under_heading', 'document.all_in_doubt'],
});

export const acceptAll = endpoint({
  name: 'acceptAll',
  summary: 'Accept everything that is proposed in the document; what is in doubt is left out',
  method: 'POST',
  path: '/v1/documents/:id/accept-all',
  allow: reviewers,
  params,
  body: z.object({ version }),
  reply: ReviewChanged.extend({ accepted: z.int(), left: z.array(LeftOut) }),
  problems: [...onDocument, 'document.nothing_waiting', 'document.all_in_doubt'],
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
  problems: [...onDocument, 'document.nothing_to_undo', 'document.too_demanding'],
});

export const redoReview = endpoint({
  name: 'redoReview',
  summary: 'Do again the step of the review that was taken back last',
  method: 'POST',
  path: '/v1/documents/:id/redo',
  allow: reviewers,
  params,
  body: z.object({ version }),
  reply: ReviewChanged,
  problems: [...onDocument, 'document.nothing_to_redo', 'document.too_demanding'],
});

const Made = z.object({ id: Id, number: z.string() });

export const sendDocument = endpoint({
  name: 'sendDocument',
  summary: 'Make tasks, targets, indicators, promises and cases of everything that was accepted',
  method: 'POST',
  path: '/v1/documents/:id/send',
  allow: reviewers,
  params,
  body: z.object({ version }),
  reply: ReviewChanged.extend({
    tasks: z.array(Made),
    cases: z.array(Made),
    targets: z.array(Made),
    indicators: z.array(Made),
    promises: z.array(Made),
  }),
  problems: [
    ...onDocument,
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
