import type { Input, Reply } from '@duban/contract/endpoint';
import type * as contract from '@duban/contract/tasks';
import type { Ctx } from '../kernel/context.ts';
import { problem } from '../kernel/problem.ts';
import { clearSourceChange } from './task-source.store.ts';
import { lockTask } from './task.store.ts';

/** A person has seen that the sentence behind the task changed and keeps the task as it is, with the reason. */
export async function keepTask(
  ctx: Ctx,
  { id, version, note }: Input<typeof contract.keepTask>,
): Promise<Reply<typeof contract.keepTask>> {
  const task = await lockTask(ctx, id, version);
  if (task.sourceChange === null) throw problem('task.source_unchanged');
  const data = { note, kind: task.sourceChange };
  return { id, version: await clearSourceChange(ctx, id, { type: 'task.kept', data }), state: task.state };
}
