import { allTaskStates, allTaskVerbs, type TaskVerb } from '@duban/mandates/tasks/task';
import { z } from 'zod';
import { RefusalView } from './case-views.ts';
import { PeriodCode } from './directive-view.ts';
import { endpoint } from './endpoint.ts';
import { Day, Id, PersonRef, UnitRef } from './organisation.ts';

/** Tasks 任务: what directives became when they were sent. */

export const TaskStateCode = z.enum(allTaskStates);
export const TaskVerbCode = z.enum(allTaskVerbs);

export const TaskRow = z.object({
  id: Id,
  version: z.int(),
  number: z.string(),
  title: z.string(),
  state: TaskStateCode,
  lineUnit: UnitRef,
  /** null: the whole territory */
  territorialUnit: UnitRef.nullable(),
  deadlineText: z.string().nullable(),
  deadlineDate: Day.nullable(),
  /** the day rests on a year whose holidays are not published yet, or there are only words 暂定 */
  provisional: z.boolean(),
  overdue: z.boolean(),
  targetText: z.string(),
  /** how often it is to be done again; null for once */
  period: PeriodCode.nullable(),
  /** a newer version of the document dropped or changed the sentence that ordered it; a dispatcher decides */
  sourceChange: z.enum(['withdrawn', 'changed']).nullable(),
  documentId: Id,
  documentTitle: z.string(),
  issuedAt: z.iso.datetime(),
});
export type TaskRow = z.output<typeof TaskRow>;

export const TaskView = TaskRow.extend({
  jurisdictionId: Id,
  supportUnits: z.array(UnitRef),
  directiveId: Id,
  /** the sentence that ordered it, and where it stands in the clean text */
  sourceText: z.string(),
  sourceStart: z.int(),
  sourceEnd: z.int(),
  headings: z.array(z.string()),
  /** the newer version that dropped or changed the sentence, and the sentence as it is there */
  changedIn: z.object({ documentId: Id, documentTitle: z.string(), text: z.string().nullable() }).nullable(),
  issuedBy: PersonRef,
  note: z.string(),
  history: z.array(
    z.object({
      sequence: z.int(),
      type: z.string(),
      at: z.iso.datetime(),
      by: PersonRef.nullable(),
      unit: UnitRef.nullable(),
      note: z.string(),
    }),
  ),
  /** what I may do now, and why not the rest */
  actions: z.array(z.object({ verb: TaskVerbCode, refusal: RefusalView.nullable() })),
});
export type TaskView = z.output<typeof TaskView>;

const readers = ['dispatcher', 'leader', 'inspector', 'handler'] as const;

export const listTasks = endpoint({
  name: 'listTasks',
  summary: 'Tasks I may see, the most pressing first',
  method: 'GET',
  path: '/v1/tasks',
  allow: readers,
  query: z.object({
    text: z.string().trim().max(100).optional(),
    state: TaskStateCode.optional(),
    open: z.stringbool().optional(),
    unitId: Id.optional(),
    documentId: Id.optional(),
    /** due on or before this day */
    dueTo: Day.optional(),
    overdue: z.stringbool().optional(),
    sourceChanged: z.stringbool().optional(),
    after: z.string().max(300).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(25),
  }),
  reply: z.object({ rows: z.array(TaskRow), next: z.string().nullable() }),
});

export const getTask = endpoint({
  name: 'getTask',
  summary: 'One task with the sentence that ordered it and what I may do now',
  method: 'GET',
  path: '/v1/tasks/:id',
  allow: readers,
  params: z.object({ id: Id }),
  reply: TaskView,
  problems: ['record.not_found'],
});

const roles: Readonly<Record<TaskVerb, readonly ('dispatcher' | 'handler' | 'leader')[]>> = {
  accept: ['handler', 'leader'],
  report_done: ['handler', 'leader'],
  confirm: ['dispatcher'],
  return: ['dispatcher'],
  withdraw: ['dispatcher'],
};

function verbEndpoint<Note extends z.ZodType>(verb: TaskVerb, name: string, summary: string, note: Note) {
  return endpoint({
    name,
    summary,
    method: 'POST',
    path: `/v1/tasks/:id/${verb.replaceAll('_', '-')}`,
    allow: roles[verb],
    params: z.object({ id: Id }),
    body: z.object({ version: z.int(), note }),
    reply: z.object({ id: Id, version: z.int(), state: TaskStateCode }),
    problems: ['record.not_found', 'record.stale', 'task.wrong_state', 'task.not_your_unit', 'task.own_work'],
  });
}

const Note = z.string().trim().max(2000).default('');
const Reason = z.string().trim().min(1).max(2000);

export const acceptTask = verbEndpoint('accept', 'acceptTask', '签收: the unit takes the task on', Note);
export const reportTaskDone = verbEndpoint(
  'report_done',
  'reportTaskDone',
  '报告完成, saying what was achieved',
  Reason,
);
export const confirmTask = verbEndpoint('confirm', 'confirmTask', '确认完成, by somebody of another unit', Note);
export const returnTask = verbEndpoint('return', 'returnTask', '退回继续: reported done but not yet so', Reason);
export const withdrawTask = verbEndpoint('withdraw', 'withdrawTask', '中止, with the reason', Reason);

export const keepTask = endpoint({
  name: 'keepTask',
  summary: 'Keep a task as it is although a newer version of the document dropped or changed its sentence',
  method: 'POST',
  path: '/v1/tasks/:id/keep',
  allow: ['dispatcher'],
  params: z.object({ id: Id }),
  body: z.object({ version: z.int(), note: Reason }),
  reply: z.object({ id: Id, version: z.int(), state: TaskStateCode }),
  problems: ['record.not_found', 'record.stale', 'task.source_unchanged'],
});
