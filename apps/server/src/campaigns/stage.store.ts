import type * as contract from '@duban/contract/projects';
import type { Input, Reply } from '@duban/contract/endpoint';
import { type Stage, usualStages, whyNotStages } from '@duban/plans/projects/stage';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { appendEvents } from '../kernel/history.ts';
import { demand, problem } from '../kernel/problem.ts';

/** The vocabulary of stages of a jurisdiction; the only writer of `stages`. Until it is edited, the usual one holds. */

export async function stagesOf({ tx, actor }: Ctx): Promise<readonly Stage[]> {
  const { rows } = await sql<Stage>`
    select code, name, counts_as as "countsAs" from stages where jurisdiction_id = ${actor.jurisdictionId}
    order by position`.execute(tx);
  return rows.length > 0 ? rows : usualStages;
}

export async function listStages(ctx: Ctx): Promise<Reply<typeof contract.listStages>> {
  return { stages: [...(await stagesOf(ctx))] };
}

export async function setStages(
  ctx: Ctx,
  { stages }: Input<typeof contract.setStages>,
): Promise<Reply<typeof contract.setStages>> {
  const { tx, actor } = ctx;
  const { rows } = await sql<{ stage: string }>`
    select distinct stage from (
      select stage from projects where jurisdiction_id = ${actor.jurisdictionId}
      union select stage from activities where jurisdiction_id = ${actor.jurisdictionId}) used
    where stage is not null`.execute(tx);
  demand(
    whyNotStages(
      stages,
      rows.map(({ stage }) => stage),
    ),
  );
  await appendEvents(ctx, {
    recordType: 'stages',
    recordId: actor.jurisdictionId,
    jurisdictionId: actor.jurisdictionId,
    events: [{ type: 'stages.set', data: { stages } }],
  });
  await writeStages(ctx, stages);
  return { stages };
}

/** The stage exists for projects to stand in. @throws Problem `project.stage_unknown` */
export async function demandStage(ctx: Ctx, code: string): Promise<void> {
  const stages = await stagesOf(ctx);
  if (!stages.some((stage) => stage.code === code)) throw problem('project.stage_unknown');
  // The usual vocabulary becomes the jurisdiction's own with the first project that stands in it.
  if (stages === usualStages) await writeStages(ctx, stages);
}

async function writeStages({ tx, actor }: Ctx, stages: readonly Stage[]): Promise<void> {
  const codes = stages.map(({ code }) => code);
  await sql`
    insert into stages (jurisdiction_id, code, position, name, counts_as)
    select ${actor.jurisdictionId}, code, position, name, counts_as
    from unnest(${codes}::text[], ${stages.map(({ name }) => name)}::text[],
      ${stages.map(({ countsAs }) => countsAs)}::text[]) with ordinality as s (code, name, counts_as, position)
    on conflict (jurisdiction_id, code) do update
      set position = excluded.position, name = excluded.name, counts_as = excluded.counts_as`.execute(tx);
  await sql`
    delete from stages where jurisdiction_id = ${actor.jurisdictionId} and code <> all(${codes}::text[])`.execute(tx);
}
