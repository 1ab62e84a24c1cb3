import { reportCase } from '@duban/contract/cases';
import type { Desk, DeskSession, Progress } from '../desk.ts';
import { instant } from './moments.ts';
import type { PlannedCase } from './planned-case.ts';
import { type Step, unitFields, verbs } from './steps.ts';

/**
 * Carries out planned lives, all of them together in order of time, as they would have happened. What else happens in
 * those weeks (documents, published rankings) comes in between as `Happening`s.
 */
export type Happening = {
  readonly at: number;
  readonly what: string;
  readonly act: (session: DeskSession) => Promise<void>;
};

type Carried = { id: string; version: number };

/** Commands to one transaction: a commit costs more than a command, and a progress bar should still move. */
const batch = 100;

export function happeningsOf(lives: readonly PlannedCase[], unitIds: ReadonlyMap<string, string>): Happening[] {
  const carried = new Map<PlannedCase, Carried>();
  const idOf = (key: string): string => {
    const id = unitIds.get(key);
    if (!id) throw new Error(`the district has no unit ${key}`);
    return id;
  };
  const reported = (life: PlannedCase): Happening => ({
    at: life.report.at,
    what: '案件 cases',
    async act(session) {
      const { body, namesTerritory, community, at } = life.report;
      const input = { ...body, territorialUnitId: namesTerritory ? idOf(community.key) : null };
      const { id, version } = await session.call(reportCase, input, { as: life.reporter, at: instant(at) });
      carried.set(life, { id, version });
    },
  });
  const stepped = (life: PlannedCase, step: Step): Happening => ({
    at: step.at,
    what: '案件 cases',
    async act(session) {
      const { id, version } = carried.get(life)!;
      const body: Record<string, unknown> = { ...step.body };
      for (const field of unitFields) if (typeof body[field] === 'string') body[field] = idOf(body[field]);
      if (step.verb === 'mergeCase') body.intoId = carried.get(life.mergesInto!)!.id;
      const input = { ...body, id, version } as never;
      const changed = await session.call(verbs[step.verb], input, {
        as: step.as,
        at: instant(step.at),
        ...(step.file ? { file: step.file } : {}),
      });
      carried.set(life, changed);
      // the case that absorbed a duplicate has one more event
      if (life.mergesInto) carried.get(life.mergesInto)!.version++;
    },
  });
  return lives.flatMap((life) => [reported(life), ...life.steps.map((step) => stepped(life, step))]);
}

export async function perform(desk: Desk, happenings: readonly Happening[], progress: Progress): Promise<void> {
  const inOrder = happenings.toSorted((a, b) => a.at - b.at);
  for (let from = 0; from < inOrder.length; from += batch) {
    const some = inOrder.slice(from, from + batch);
    await desk.work(async (session) => {
      for (const { act } of some) await act(session);
    });
    progress(Math.min(from + batch, inOrder.length), inOrder.length, some.at(-1)!.what);
  }
}
