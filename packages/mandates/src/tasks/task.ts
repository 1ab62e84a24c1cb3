import type { Actor } from '@duban/kit/actor';
import { hasRole } from '@duban/kit/actor';
import { accept, type Decision, type Refusal, refuse } from '@duban/kit/refusal';

/**
 * A task 任务 as it stands after a directive was sent: one line unit 条 leads it, at most one territorial unit 块 carries
 * it out, and without one it is meant for the whole territory. The unit reports it done, and somebody of another unit
 * confirms: nobody confirms the own work.
 */
export const taskStates = {
  issued: { 'zh-CN': '已下达', en: 'issued', open: true },
  accepted: { 'zh-CN': '执行中', en: 'in progress', open: true },
  reported_done: { 'zh-CN': '自报完成', en: 'reported done', open: true },
  completed: { 'zh-CN': '已完成', en: 'completed', open: false },
  withdrawn: { 'zh-CN': '已中止', en: 'withdrawn', open: false },
} as const;
export type TaskState = keyof typeof taskStates;
export const allTaskStates = Object.keys(taskStates) as TaskState[];

export const taskVerbs = {
  accept: { 'zh-CN': '签收', en: 'accept' },
  report_done: { 'zh-CN': '报告完成', en: 'report done' },
  confirm: { 'zh-CN': '确认完成', en: 'confirm' },
  return: { 'zh-CN': '退回继续', en: 'return' },
  withdraw: { 'zh-CN': '中止', en: 'withdraw' },
} as const;
export type TaskVerb = keyof typeof taskVerbs;
export const allTaskVerbs = Object.keys(taskVerbs) as TaskVerb[];

export type Task = {
  readonly state: TaskState;
  readonly lineUnitId: string;
  readonly territorialUnitId: string | null;
};

export type TaskEvent =
  | { readonly type: 'task.accepted' }
  | { readonly type: 'task.reported_done'; readonly data: { readonly note: string } }
  | { readonly type: 'task.confirmed'; readonly data: { readonly note: string } }
  | { readonly type: 'task.returned'; readonly data: { readonly note: string } }
  | { readonly type: 'task.withdrawn'; readonly data: { readonly note: string } };

/** From which states a verb leads where. Everything else is refused. */
export const taskTransitions: Readonly<
  Record<TaskVerb, { readonly from: readonly TaskState[]; readonly to: TaskState }>
> = {
  accept: { from: ['issued'], to: 'accepted' },
  report_done: { from: ['accepted'], to: 'reported_done' },
  confirm: { from: ['reported_done'], to: 'completed' },
  return: { from: ['reported_done'], to: 'accepted' },
  withdraw: { from: ['issued', 'accepted', 'reported_done'], to: 'withdrawn' },
};

/** Does the person act for a unit of the task, or for a unit below one of them? */
export function isOwnTask(task: Task, by: Pick<Actor, 'unitLine' | 'unitId' | 'jurisdictionId'>): boolean {
  // The government of the jurisdiction stands above everybody, which makes its tasks nobody's own but its own.
  const line = by.unitLine.filter((unitId) => unitId === by.unitId || unitId !== by.jurisdictionId);
  return line.some((unitId) => unitId === task.lineUnitId || unitId === task.territorialUnitId);
}

/** Why this person cannot do this to the task now; null when it is possible. The page asks the same before the press. */
export function whyNotTask(verb: TaskVerb, task: Task, by: Actor): Refusal | null {
  const isUnitWork = verb === 'accept' || verb === 'report_done';
  if (isUnitWork && !hasRole(by, 'handler', 'leader')) return refuse('task.role_needed', { roles: 'handler, leader' });
  if (!isUnitWork && !hasRole(by, 'dispatcher')) return refuse('task.role_needed', { roles: 'dispatcher' });
  if (isUnitWork && !isOwnTask(task, by)) return refuse('task.not_your_unit');
  if (!taskTransitions[verb].from.includes(task.state))
    return refuse('task.wrong_state', { task_state: task.state, task_verb: verb });
  if ((verb === 'confirm' || verb === 'return') && isOwnTask(task, by)) return refuse('task.own_work');
  return null;
}

const pastTense = {
  accept: 'accepted',
  report_done: 'reported_done',
  confirm: 'confirmed',
  return: 'returned',
  withdraw: 'withdrawn',
} as const satisfies Record<TaskVerb, string>;

export function decideTask(verb: TaskVerb, task: Task, by: Actor, note: string): Decision<TaskEvent> {
  const refusal = whyNotTask(verb, task, by);
  if (refusal) return refusal;
  const type = `task.${pastTense[verb]}` as const;
  return accept(type === 'task.accepted' ? { type } : { type, data: { note } });
}

export const evolveTask = (event: TaskEvent): TaskState => taskTransitions[verbOf(event.type)].to;

function verbOf(type: TaskEvent['type']): TaskVerb {
  const found = allTaskVerbs.find((verb) => `task.${pastTense[verb]}` === type);
  if (!found) throw new Error(`no such event of a task: ${type}`);
  return found;
}
