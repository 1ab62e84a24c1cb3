import type { Mandate } from '@duban/mandates/mandate';
import type { PromiseDraft } from '@duban/mandates/promises/promise';
import type { Period } from '@duban/mandates/review/period';
import type { KeptDirectiveState, Outcome } from '@duban/mandates/review/review';
import type { IndicatorDraft, TargetDraft } from '@duban/plans/targets/target';
import { sql } from 'kysely';
import type { Ctx, JobCtx } from '../kernel/context.ts';
import { problem } from '../kernel/problem.ts';
import { storable, storableText } from './storable.ts';

/** The only writer of `directives`. */

/** What a review may change in a directive. */
export type DirectiveChange = {
  readonly state: KeptDirectiveState;
  readonly edited: boolean;
  readonly action: string;
  readonly outcome: Outcome;
  readonly lineUnitId: string | null;
  readonly territorialUnitIds: readonly string[];
  readonly supportUnitIds: readonly string[];
  readonly deadlineText: string | null;
  readonly deadlineDate: string | null;
  readonly period: Period | null;
  readonly targetText: string;
  readonly targets: readonly TargetDraft[];
  readonly indicator: IndicatorDraft | null;
  readonly promise: PromiseDraft | null;
  readonly classCode: string | null;
  readonly placeText: string;
  readonly rejectedReason: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly carriedFrom: string | null;
};

const changeFields = [
  'state',
  'edited',
  'action',
  'outcome',
  'lineUnitId',
  'territorialUnitIds',
  'supportUnitIds',
  'deadlineText',
  'deadlineDate',
  'period',
  'targetText',
  'targets',
  'indicator',
  'promise',
  'classCode',
  'placeText',
  'rejectedReason',
  'decidedBy',
  'decidedAt',
  'carriedFrom',
] as const satisfies readonly (keyof DirectiveChange)[];

/** Only what a review changes: where a directive stands is not taken back with a step. Unknown fields are left out. */
export const onlyChange = (of: DirectiveChange): DirectiveChange =>
  Object.fromEntries(
    changeFields.filter((field) => of[field] !== undefined).map((field) => [field, of[field]]),
  ) as DirectiveChange;

/** What the rules read out of its sentence. */
export type DirectiveReading = {
  readonly text: string;
  readonly mentions: Mandate['directives'][number]['units'];
  readonly quantities: Mandate['quantities'];
  readonly headings: readonly string[];
  readonly rules: readonly string[];
  /** why a person should look, as the rules say */
  readonly doubts: readonly string[];
  readonly start: number;
  readonly end: number;
  readonly rawStart: number;
  readonly rawEnd: number;
};

export type StoredDirective = DirectiveChange &
  DirectiveReading & {
    readonly id: string;
    readonly origin: 'proposed' | 'added' | 'split' | 'merged' | 'suggested';
    /** the directives it was split from or merged of */
    readonly cameOf: readonly string[];
  };

export type NewDirective = StoredDirective;

type Tx = Pick<JobCtx, 'tx'>;
type OfDocument = { readonly id: string; readonly jurisdictionId: string };

const columns = sql`
  id, state, origin, edited, text, action, outcome, mentions, line_unit_id as "lineUnitId",
  territorial_unit_ids as "territorialUnitIds", support_unit_ids as "supportUnitIds",
  deadline_text as "deadlineText", deadline_date as "deadlineDate", period, target_text as "targetText", targets,
  indicator, promise, class_code as "classCode", place_text as "placeText", rejected_reason as "rejectedReason",
  decided_by as "decidedBy", decided_at as "decidedAt", carried_from as "carriedFrom", came_of as "cameOf", quantities,
  headings, rules, doubts, span_start as start, span_end as "end", raw_start as "rawStart", raw_end as "rawEnd"`;

/** All directives of a document in the order of the text, also those that were replaced or taken back. */
export async function keptDirectivesOf({ tx }: Tx, document: OfDocument): Promise<StoredDirective[]> {
  const { rows } = await sql<StoredDirective>`
    select ${columns} from directives
    where jurisdiction_id = ${document.jurisdictionId} and document_id = ${document.id}
    order by span_start, id`.execute(tx);
  return rows;
}

/** Those that are shown. */
export async function directivesOf(ctx: Tx, document: OfDocument): Promise<StoredDirective[]> {
  return (await keptDirectivesOf(ctx, document)).filter(isShown);
}

export const isShown = ({ state }: Pick<StoredDirective, 'state'>): boolean =>
  state !== 'replaced' && state !== 'undone';

/** @throws Problem `record.not_found` */
export async function directiveOf({ tx }: Ctx, document: OfDocument, directiveId: string): Promise<StoredDirective> {
  const { rows } = await sql<StoredDirective>`
    select ${columns} from directives
    where jurisdiction_id = ${document.jurisdictionId} and document_id = ${document.id}
      and id = ${directiveId}`.execute(tx);
  const [found] = rows;
  if (!found) throw problem('record.not_found');
  return found;
}

export async function insertDirective({ tx }: Tx, document: OfDocument, of: NewDirective): Promise<void> {
  await sql`
    insert into directives (jurisdiction_id, id, document_id, state, origin, edited, text, action, outcome, mentions,
      line_unit_id, territorial_unit_ids, support_unit_ids, deadline_text, deadline_date, period, target_text, targets,
      indicator, promise, class_code, place_text, rejected_reason, decided_by, decided_at, carried_from, came_of,
      quantities, headings, rules, doubts, span_start, span_end, raw_start, raw_end)
    values (${document.jurisdictionId}, ${of.id}, ${document.id}, ${of.state}, ${of.origin}, ${of.edited},
      ${storableText(of.text)}, ${storableText(of.action)}, ${of.outcome}, ${storable(of.mentions)}, ${of.lineUnitId},
      ${[...of.territorialUnitIds]}::uuid[], ${[...of.supportUnitIds]}::uuid[], ${storableOrNull(of.deadlineText)},
      ${of.deadlineDate}, ${of.period}, ${storableText(of.targetText)}, ${storable(of.targets)},
      ${jsonOrNull(of.indicator)}::jsonb, ${jsonOrNull(of.promise)}::jsonb, ${of.classCode},
      ${storableText(of.placeText)}, ${storableOrNull(of.rejectedReason)}, ${of.decidedBy}, ${of.decidedAt},
      ${of.carriedFrom}, ${[...of.cameOf]}::uuid[], ${storable(of.quantities)},
      ${of.headings.map(storableText)}::text[], ${[...of.rules]}::text[], ${[...of.doubts]}::text[], ${of.start}, ${of.end}, ${of.rawStart},
      ${of.rawEnd})`.execute(tx);
}

export async function writeDirective(
  { tx }: Ctx,
  jurisdictionId: string,
  id: string,
  of: DirectiveChange,
): Promise<void> {
  await sql`
    update directives set state = ${of.state}, edited = ${of.edited}, action = ${storableText(of.action)},
      outcome = ${of.outcome}, line_unit_id = ${of.lineUnitId},
      territorial_unit_ids = ${[...of.territorialUnitIds]}::uuid[],
      support_unit_ids = ${[...of.supportUnitIds]}::uuid[], deadline_text = ${storableOrNull(of.deadlineText)},
      deadline_date = ${of.deadlineDate}, period = ${of.period}, target_text = ${storableText(of.targetText)},
      targets = ${storable(of.targets)}, indicator = ${jsonOrNull(of.indicator)}::jsonb,
      promise = ${jsonOrNull(of.promise)}::jsonb, class_code = ${of.classCode},
      place_text = ${storableText(of.placeText)}, rejected_reason = ${storableOrNull(of.rejectedReason)},
      decided_by = ${of.decidedBy}, decided_at = ${of.decidedAt}, carried_from = ${of.carriedFrom}
    where jurisdiction_id = ${jurisdictionId} and id = ${id}`.execute(tx);
}

/** Where the directive stands now and what was read there, after the document was read again. */
export async function writeDirectiveReading(
  { tx }: Ctx,
  jurisdictionId: string,
  id: string,
  of: DirectiveReading,
): Promise<void> {
  await sql`
    update directives set text = ${storableText(of.text)}, mentions = ${storable(of.mentions)},
      quantities = ${storable(of.quantities)}, headings = ${of.headings.map(storableText)}::text[],
      rules = ${[...of.rules]}::text[], doubts = ${[...of.doubts]}::text[], span_start = ${of.start}, span_end = ${of.end}, raw_start = ${of.rawStart},
      raw_end = ${of.rawEnd}
    where jurisdiction_id = ${jurisdictionId} and id = ${id}`.execute(tx);
}

/** Names one more rule, or the language model, that took the sentence. */
export async function addRule({ tx }: Tx, jurisdictionId: string, ids: readonly string[], rule: string): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    update directives set rules = array_append(rules, ${rule}::text)
    where jurisdiction_id = ${jurisdictionId} and id = any(${[...ids]}::uuid[])
      and not ${rule} = any(rules)`.execute(tx);
}

export async function setDirectiveStates(
  { tx }: Ctx,
  jurisdictionId: string,
  ids: readonly string[],
  state: KeptDirectiveState,
): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    update directives set state = ${state}
    where jurisdiction_id = ${jurisdictionId} and id = any(${[...ids]}::uuid[])`.execute(tx);
}

/** What became of a directive when it was sent. */
export type SentDirective = {
  readonly directiveId: string;
  readonly taskIds: readonly string[];
  readonly caseIds: readonly string[];
  readonly targetIds: readonly string[];
  readonly indicatorIds: readonly string[];
  readonly promiseIds: readonly string[];
};

export async function writeSentDirective({ tx }: Ctx, jurisdictionId: string, of: SentDirective): Promise<void> {
  await sql`
    update directives set state = 'sent', case_ids = ${[...of.caseIds]}::uuid[],
      target_ids = ${[...of.targetIds]}::uuid[], indicator_ids = ${[...of.indicatorIds]}::uuid[],
      promise_ids = ${[...of.promiseIds]}::uuid[]
    where jurisdiction_id = ${jurisdictionId} and id = ${of.directiveId}`.execute(tx);
}

const storableOrNull = (text: string | null): string | null => (text === null ? null : storableText(text));
const jsonOrNull = (value: object | null): string | null => (value === null ? null : storable(value));
