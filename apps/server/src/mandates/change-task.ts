import type * as contract from '@duban/contract/tasks';
import type { Input, Reply } from '@duban/contract/endpoint';
import { decideTask, evolveTask, type TaskVerb } from '@duban/mandates/tasks/task';
import type { Ctx } from '../kernel/context.ts';
import { unwrap } from '../kernel/problem.ts';
import { appendToTask, lockTask } from './task.store.ts';

type Command = (ctx: Ctx, input: Input<typeof contract.acceptTask>) => Promise<Reply<typeof contract.acceptTask>>;

/** The five verbs of a task differ only in the rule, which is in the domain, so they share one command. */
const change =
  (verb: TaskVerb): Command =>
  async (ctx, { id, version, note }) => {
    const task = await lockTask(ctx, id, version);
    const events = unwrap(decideTask(verb, task, ctx.actor, note));
    return appendToTask(ctx, task, events, evolveTask(events[0]!), note);
  };

export const acceptTask = change('accept');
export const reportTaskDone = change('report_done');
export const confirmTask = change('confirm');
export const returnTask = change('return');
export const withdrawTask = change('withdraw');
