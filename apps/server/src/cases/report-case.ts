import { report } from '@duban/cases/report';
import type * as contract from '@duban/contract/cases';
import type { Input, Reply } from '@duban/contract/endpoint';
import type { Ctx } from '../kernel/context.ts';
import { problem, unwrap } from '../kernel/problem.ts';
import { sql } from 'kysely';
import { nextNumber } from './case-number.ts';
import { insertCase } from './case.store.ts';
import { unitToCharge } from './charged-units.ts';
import { likelyDuplicatesOf } from './duplicate.queries.ts';
import { placeOf, territoryOf } from './place.ts';
import { classExists } from './standard.queries.ts';

/** 上报: there is no case to lock yet. The territory is found from the point unless somebody names it. */
export async function reportCase(
  ctx: Ctx,
  input: Input<typeof contract.reportCase>,
): Promise<Reply<typeof contract.reportCase>> {
  const { classCode, conditionCode, title, description, sourceChannel, priority, tags, taskId, directiveId } = input;
  if (!(await classExists(ctx, classCode))) throw problem('case.class_unknown', { classCode });
  const place = placeOf(input.place);
  const territorialUnit = await territory(ctx, input.territorialUnitId ?? (await territoryOf(ctx, place)));
  if (!territorialUnit && place.geometry !== null && (await hasAreas(ctx))) throw problem('place.outside_jurisdiction');
  const number = await nextNumber(ctx);
  const facts = { title, description, classCode, conditionCode, sourceChannel, priority, tags, taskId, directiveId };
  const reported = await insertCase(ctx, unwrap(report(ctx.actor, { ...facts, number, place, territorialUnit })));
  return { ...reported, likelyDuplicates: await likelyDuplicatesOf(ctx, reported.id) };
}

async function territory(ctx: Ctx, unitId: string | null) {
  if (unitId === null) return null;
  const { id, kind, line } = await unitToCharge(ctx, unitId);
  if (!['street', 'community', 'grid'].includes(kind)) throw problem('case.not_territorial_unit');
  return { id, line };
}

/** A jurisdiction that has drawn no boundaries yet can still report points. */
async function hasAreas(ctx: Ctx): Promise<boolean> {
  const { rows } = await sql<{ any: boolean }>`
    select exists (select from areas where jurisdiction_id = ${ctx.actor.jurisdictionId}) as any`.execute(ctx.tx);
  return rows[0]?.any ?? false;
}
