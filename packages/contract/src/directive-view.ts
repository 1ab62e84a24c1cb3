import { allOutcomes, allDirectiveStates } from '@duban/mandates/review/review';
import { allPeriods } from '@duban/mandates/review/period';
import { allBetterWays, allTargetDirections } from '@duban/plans/targets/target';
import { z } from 'zod';
import { Day, Id, lineOfText, PersonRef, UnitRef } from './organisation.ts';

/** A directive 任务要求 as it is reviewed: what was read out of its sentence and what a person made of it. */

export const Span = z.object({ start: z.int(), end: z.int() });

export const DirectiveState = z.enum(allDirectiveStates);
export const Outcome = z.enum(allOutcomes);
export const PeriodCode = z.enum(allPeriods);
export const TargetDirectionCode = z.enum(allTargetDirections);
export const BetterWayCode = z.enum(allBetterWays);

/** an amount as it crosses the wire: finite, and nothing that loses its last digit on the way */
export const Amount = z.number().min(-1e15).max(1e15);

export const TargetDraft = z.object({
  subject: lineOfText(120),
  /** null: the document hides it */
  value: Amount.nullable(),
  unit: z.string().trim().max(30),
  qualifier: z.string().trim().max(20).nullable(),
  direction: TargetDirectionCode,
});
export type TargetDraft = z.output<typeof TargetDraft>;

export const IndicatorDraft = z.object({
  name: lineOfText(80),
  /** the formula, or what it is reckoned from, in words */
  basis: z.string().trim().max(600),
  unit: z.string().trim().max(30),
  better: BetterWayCode,
  source: z.string().trim().max(120),
});

export const PromiseDraft = z.object({
  promisedBy: lineOfText(80),
  unitId: Id.nullable(),
  promisedTo: z.string().trim().max(120),
  text: lineOfText(600),
});

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
  /** how often it is to be done again; null for once */
  period: PeriodCode.nullable(),
  targetText: z.string(),
  /** the figures it asks for: targets of the task, or targets by themselves */
  targets: z.array(TargetDraft),
  indicator: IndicatorDraft.nullable(),
  promise: PromiseDraft.nullable(),
  /** for the outcome `case` */
  classCode: z.string().nullable(),
  placeText: z.string(),
  quantities: z.array(QuantityView),
  /** titles of the headings above, outermost first */
  headings: z.array(z.string()),
  /** names of the rules that took the sentence */
  rules: z.array(z.string()),
  /** proposed: by the rules; suggested: by a language model alone; the others: by a person */
  /** why a person should look, as the rules say: codes that the page has words for */
  doubts: z.array(z.string()),
  origin: z.enum(['proposed', 'added', 'split', 'merged', 'suggested']),
  edited: z.boolean(),
  rejectedReason: z.string().nullable(),
  decidedBy: PersonRef.nullable(),
  decidedAt: z.iso.datetime().nullable(),
  /** the directive of the version before whose decision it carries on */
  carriedFrom: Id.nullable(),
  taskIds: z.array(Id),
  caseIds: z.array(Id),
  targetIds: z.array(Id),
  indicatorIds: z.array(Id),
  promiseIds: z.array(Id),
});
export type DirectiveView = z.output<typeof DirectiveView>;
