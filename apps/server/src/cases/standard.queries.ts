import type { Standard } from '@duban/cases/standards';
import type * as contract from '@duban/contract/standards';
import type { Input, Reply } from '@duban/contract/endpoint';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { personRefs } from '../organisation/module.ts';
import { standardOf } from './standard.store.ts';
import { todayOf } from './today.ts';

/** Reads of the standards table for pages. A table has a few hundred rows. */

function inForce(ctx: Ctx, day: string) {
  return ctx.tx
    .selectFrom('standards')
    .selectAll()
    .where('jurisdiction_id', '=', ctx.actor.jurisdictionId)
    .where('valid_from', '<=', day)
    .where((on) => on.or([on('valid_to', 'is', null), on('valid_to', '>=', day)]))
    .orderBy('class_code')
    .orderBy('position');
}

export type StandardRowView = Reply<typeof contract.listStandards>['rows'][number];

export async function standardsOn(ctx: Ctx, day: string): Promise<(Standard & { versionId: string })[]> {
  const rows = await inForce(ctx, day).execute();
  return rows.map((row) => ({ ...standardOf(row), versionId: row.version_id }));
}

export async function listStandards(
  ctx: Ctx,
  { on = todayOf(ctx), classCode }: Input<typeof contract.listStandards>,
): Promise<Reply<typeof contract.listStandards>> {
  const rows = await standardsOn(ctx, on);
  return { rows: rows.filter((row) => classCode === undefined || row.classCode === classCode).map(viewOf) };
}

export function viewOf({ jurisdictionId: _jurisdictionId, ...row }: Standard & { versionId: string }): StandardRowView {
  return row;
}

export async function listStandardVersions(ctx: Ctx): Promise<Reply<typeof contract.listStandardVersions>> {
  const today = todayOf(ctx);
  type Version = Omit<Reply<typeof contract.listStandardVersions>['versions'][number], 'importedBy'>;
  const { rows } = await sql<Version & { importedBy: string | null }>`
    select v.id, v.name, v.basis, v.valid_from as "validFrom", v.imported_at as "importedAt",
      v.imported_by as "importedBy", v.row_count as rows,
      (select count(*) from standards s where s.jurisdiction_id = v.jurisdiction_id and s.version_id = v.id
        and s.valid_from <= ${today} and (s.valid_to is null or s.valid_to >= ${today})) as "rowsInForce"
    from standard_versions v where v.jurisdiction_id = ${ctx.actor.jurisdictionId}
    order by v.valid_from desc, v.id desc`.execute(ctx.tx);
  const people = await personRefs(
    ctx.tx,
    rows.flatMap(({ importedBy }) => importedBy ?? []),
  );
  return {
    versions: rows.map((row) => ({ ...row, importedBy: row.importedBy ? (people.get(row.importedBy) ?? null) : null })),
  };
}

export async function listCaseClasses(ctx: Ctx): Promise<Reply<typeof contract.listCaseClasses>> {
  const classes = new Map<string, Reply<typeof contract.listCaseClasses>['classes'][number]>();
  for (const row of await standardsOn(ctx, todayOf(ctx))) {
    const { category, classCode, className, responsible } = row;
    const found = classes.get(classCode) ?? { category, classCode, className, responsible, conditions: [] };
    const { conditionCode, conditionText, acceptLimit, finishLimit, closingCondition } = row;
    const { communityDuty, evidence } = row;
    found.conditions.push({
      conditionCode,
      conditionText,
      acceptLimit,
      finishLimit,
      closingCondition,
      communityDuty,
      evidence,
    });
    classes.set(classCode, found);
  }
  return { classes: [...classes.values()] };
}

export async function classExists(ctx: Ctx, classCode: string): Promise<boolean> {
  const today = todayOf(ctx);
  const { rows } = await sql<{ known: boolean }>`
    select exists (select from standards where jurisdiction_id = ${ctx.actor.jurisdictionId}
      and class_code = ${classCode} and valid_from <= ${today} and (valid_to is null or valid_to >= ${today})) as known`.execute(
    ctx.tx,
  );
  return rows[0]?.known ?? false;
}

/** How the class of a row `c` of `cases` is called, also one that no longer holds. */
export const className = sql<string>`coalesce((select s.class_name from standards s
  where s.jurisdiction_id = c.jurisdiction_id and s.class_code = c.class_code
  order by s.valid_from desc limit 1), c.class_code)`;
