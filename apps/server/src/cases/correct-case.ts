import { correct } from '@duban/cases/correct';
import type { CaseCorrection } from '@duban/cases/events';
import type * as contract from '@duban/contract/cases';
import type { Input, Reply } from '@duban/contract/endpoint';
import type { Ctx } from '../kernel/context.ts';
import { problem, unwrap } from '../kernel/problem.ts';
import { appendToCase, lockCase } from './case.store.ts';
import { unitToCharge } from './charged-units.ts';
import { placeOf, territoryOf } from './place.ts';
import { classExists } from './standard.queries.ts';
import { standardInForceOn } from './standard.store.ts';
import { todayOf } from './today.ts';

/** 更正. Only what was sent changes; with a new place its territory is found again. */
export async function correctCase(
  ctx: Ctx,
  { id, version, note, place, ...fields }: Input<typeof contract.correctCase>,
): Promise<Reply<typeof contract.correctCase>> {
  const found = await lockCase(ctx, id, version);
  if (fields.classCode && !(await classExists(ctx, fields.classCode))) {
    throw problem('case.class_unknown', { classCode: fields.classCode });
  }
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const changes: CaseCorrection = { ...given, ...(place ? await movedTo(ctx, place) : {}) };
  const classCode = fields.classCode ?? found.classCode;
  const conditionCode = fields.conditionCode ?? found.conditionCode ?? '';
  const standard = await standardInForceOn(ctx.tx, found.jurisdictionId, { classCode, conditionCode }, todayOf(ctx));
  return appendToCase(ctx, found, unwrap(correct(found, ctx.actor, changes, note, standard)));
}

async function movedTo(
  ctx: Ctx,
  given: NonNullable<Input<typeof contract.correctCase>['place']>,
): Promise<Pick<CaseCorrection, 'place' | 'territorialUnit'>> {
  const place = placeOf(given);
  const unitId = await territoryOf(ctx, place);
  if (!unitId) return { place };
  const { id, line } = await unitToCharge(ctx, unitId);
  return { place, territorialUnit: { id, line } };
}
