import type { Activity, Link } from '@duban/plans/network/activity';
import type { ProjectTask } from './mspdi-tasks.ts';

/**
 * The outline of the tasks: who lies below whom. A task with others below it is not worked itself; a link to or from it
 * means all that lies below, so a milestone stands before them and another behind.
 */
export type TaskOutline = {
  readonly leaves: readonly OutlinedTask[];
  readonly summaries: readonly OutlinedTask[];
  readonly inactive: readonly OutlinedTask[];
  /** of the summaries that are linked, with the links that tie them to what lies below */
  readonly milestones: readonly Activity[];
  readonly milestoneLinks: readonly Link[];
  /** where a link takes hold of a task, by UID */
  readonly endsOf: ReadonlyMap<string, TaskEnds>;
};

export type OutlinedTask = { readonly id: string; readonly task: ProjectTask; readonly section?: string };

export type TaskEnds = { readonly start: string; readonly finish: string; readonly minutes: number };

export function taskOutline(all: readonly ProjectTask[]): TaskOutline {
  const ids = idsOf(all);
  const leaves: OutlinedTask[] = [];
  const summaries: OutlinedTask[] = [];
  const inactive: OutlinedTask[] = [];
  const below = new Map<OutlinedTask, string[]>();
  const above: OutlinedTask[] = [];
  for (const [at, task] of all.entries()) {
    while (above.length > 0 && above.at(-1)!.task.level >= task.level) above.pop();
    const section = above.length > 0 ? above.map((outlined) => outlined.task.name).join(' / ') : undefined;
    const outlined = { id: ids[at]!, task, section };
    if ((all[at + 1]?.level ?? 0) > task.level) {
      summaries.push(outlined);
      below.set(outlined, []);
      above.push(outlined);
    } else if (task.active) {
      leaves.push(outlined);
      for (const summary of above) below.get(summary)!.push(outlined.id);
    } else inactive.push(outlined);
  }
  const linked = new Set(all.flatMap(({ links }) => links.map(({ from }) => from)));
  const tied = summaries.filter(({ task }) => task.links.length > 0 || linked.has(task.uid));
  return {
    leaves,
    summaries,
    inactive,
    milestones: tied.flatMap(({ id, task: { name }, section }) =>
      (['start', 'finish'] as const).map((end) => ({ id: `${id}/${end}`, name, duration: 0, section })),
    ),
    milestoneLinks: tied.flatMap((summary) => linksAround(summary.id, below.get(summary)!)),
    endsOf: new Map([
      ...leaves.map(({ id, task }) => [task.uid, { start: id, finish: id, minutes: task.minutes }] as const),
      ...tied.map(
        ({ id, task }) => [task.uid, { start: `${id}/start`, finish: `${id}/finish`, minutes: task.minutes }] as const,
      ),
    ]),
  };
}

function linksAround(id: string, below: readonly string[]): readonly Link[] {
  const around = below.flatMap((leaf): readonly Link[] => [
    { from: `${id}/start`, to: leaf, kind: 'finish_start' },
    { from: leaf, to: `${id}/finish`, kind: 'finish_start' },
  ]);
  return around.length > 0 ? around : [{ from: `${id}/start`, to: `${id}/finish`, kind: 'finish_start' }];
}

/** WBS numbers where every task has one of its own, because people know them; else the program's own ids. */
function idsOf(tasks: readonly ProjectTask[]): readonly string[] {
  const codes = new Set(tasks.map(({ wbs }) => wbs));
  const usable = codes.size === tasks.length && !codes.has('');
  return tasks.map(({ wbs, uid }) => (usable ? wbs : uid));
}
