import { isLikelyDuplicate, duplicateRule } from '@duban/cases/duplicates';
import type { CaseRow } from '@duban/contract/case-views';
import type * as contract from '@duban/contract/cases';
import type { Input, Reply } from '@duban/contract/endpoint';
import { openCaseStates } from '@duban/cases/states';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { problem } from '../kernel/problem.ts';
import { caseRowsById } from './case-row.ts';
import { scopeOf, visibleIn } from './visibility.ts';

/** Open cases of the same class, near in place and time. Offered, never decided. */

/** The rule's distance in degrees of latitude, a little more: the rule itself measures what is left. */
const DEGREES = (duplicateRule.metres * 1.1) / 111_000;

type Candidate = {
  readonly id: string;
  readonly classCode: string;
  readonly placeText: string;
  readonly reportedAt: string;
  readonly longitude: number | null;
  readonly latitude: number | null;
};

export async function findDuplicates(
  ctx: Ctx,
  { id }: Input<typeof contract.findDuplicates>,
): Promise<Reply<typeof contract.findDuplicates>> {
  const { rows } = await sql<{ id: string }>`
    select c.id from cases c where c.jurisdiction_id = ${ctx.actor.jurisdictionId} and c.id = ${id}
      and ${visibleIn(await scopeOf(ctx.tx, ctx.actor))}`.execute(ctx.tx);
  if (!rows[0]) throw problem('record.not_found');
  return { rows: await likelyDuplicatesOf(ctx, id) };
}

export async function likelyDuplicatesOf(ctx: Ctx, id: string): Promise<CaseRow[]> {
  const { jurisdictionId } = ctx.actor;
  const scope = await scopeOf(ctx.tx, ctx.actor);
  const { rows } = await sql<Candidate>`
    with given as (select * from cases where jurisdiction_id = ${jurisdictionId} and id = ${id})
    select c.id, c.class_code as "classCode", c.place_text as "placeText", c.reported_at as "reportedAt",
      c.longitude, c.latitude
    from given join cases c on c.jurisdiction_id = ${jurisdictionId} and c.class_code = given.class_code
      and c.reported_at between given.reported_at - make_interval(hours => ${duplicateRule.hours})
        and given.reported_at + make_interval(hours => ${duplicateRule.hours})
    where c.id = given.id or (c.state = any(${openCaseStates}::text[]) and ${visibleIn(scope)}
      and case when given.longitude is null or c.longitude is null then c.place_text = given.place_text
        else abs(c.latitude - given.latitude) <= ${DEGREES}
          and abs(c.longitude - given.longitude) * cos(radians(given.latitude)) <= ${DEGREES} end)`.execute(ctx.tx);
  const candidates = rows.map(({ longitude, latitude, ...row }) => ({
    ...row,
    point: longitude === null || latitude === null ? null : { longitude, latitude },
  }));
  const own = candidates.find((candidate) => candidate.id === id);
  if (!own) return [];
  const likely = candidates.filter((candidate) => candidate.id !== id && isLikelyDuplicate(own, candidate));
  return caseRowsById(
    ctx,
    likely.slice(0, 10).map((candidate) => candidate.id),
  );
}
