import type { Input } from '@duban/contract/endpoint';
import type * as contract from '@duban/contract/organisation-files';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import type { FileReply, UploadedFile } from '../kernel/module.ts';
import { audit } from './audit.store.ts';
import { reportOf } from './import-report.ts';
import { administrativeRoot } from './scope.ts';
import { forgetEverybody } from './session-cache.ts';
import { readSheet, type SheetRow, writeSheet } from './sheet.ts';
import { todayOf } from './today.ts';
import { kindInSheet, unitColumns, type UnitKey } from './unit-columns.ts';
import { changesOf, type KnownUnit, type PlannedUnit, planUnits } from './unit-sheet.ts';
import { changeUnit, findUnit, insertUnit, replaceCode } from './unit.store.ts';

type Endpoint = typeof contract.importUnits;

export const prepareImportUnits = (_input: Input<Endpoint>, file: UploadedFile | undefined) =>
  readSheet(file, unitColumns);

/** Everything is planned on the tree as it is, then written in one go: a half-imported tree cannot come about. */
export async function importUnits(
  ctx: Ctx,
  { mode }: Input<Endpoint>,
  rows: readonly SheetRow<UnitKey>[],
): Promise<contract.ImportReport> {
  const known = await knownUnits(ctx);
  const plan = planUnits(rows, known, todayOf(ctx));
  const apply = mode !== 'check' && (mode === 'good' || plan.faults.length === 0);
  if (apply) await applyPlan(ctx, plan.units, known);
  const { added, changed } = plan.counts;
  return reportOf(mode, apply && added + changed > 0, rows.length, plan.counts, plan.faults, ctx.locale);
}

async function knownUnits(ctx: Ctx): Promise<KnownUnit[]> {
  const today = todayOf(ctx);
  const root = await administrativeRoot(ctx.tx, ctx.actor);
  const { rows } = await sql<KnownUnit>`
    select u.id, u.code, u.name, u.short_name as "shortName", u.aliases, u.kind, u.parent_id as "parentId",
      u.valid_from as "validFrom", u.path <@ r.path as "inScope",
      (select c.code from unit_codes c where c.unit_id = u.id and c.scheme = 'statistical' and c.valid_from <= ${today}
        and (c.valid_to is null or c.valid_to > ${today})) as statistical
    from units u, units r
    where r.id = ${root} and u.jurisdiction_id = ${ctx.actor.jurisdictionId}
      and (u.valid_to is null or u.valid_to > ${today})
    order by u.path`.execute(ctx.tx);
  return rows;
}

async function applyPlan(ctx: Ctx, units: readonly PlannedUnit[], known: readonly KnownUnit[]): Promise<void> {
  const idOf = new Map(known.flatMap((unit) => (unit.code === null ? [] : [[unit.code, unit.id] as const])));
  for (const unit of units) {
    const parentId = idOf.get(unit.parentCode)!;
    const { code, name, shortName, aliases, kind, validFrom, existing } = unit;
    let id = existing?.id;
    if (id === undefined) {
      const values = { parentId, kind, name, shortName, aliases, code, validFrom };
      ({ id } = await insertUnit(ctx, values, ctx.actor.jurisdictionId));
      idOf.set(code, id);
      await audit(ctx, { event: 'unit.founded', subjectType: 'unit', subjectId: id, subject: name });
    }
    const changes = changesOf(unit, known);
    if (changes.names) {
      const names = { name, shortName, aliases: [...new Set([...existing!.aliases, ...aliases, ...former(unit)])] };
      await changeUnit(ctx, await findUnit(ctx, id), { type: 'unit.renamed', data: { ...names, code } }, names);
    }
    if (changes.parent) {
      const event = { type: 'unit.moved', data: { from: existing!.parentId, to: parentId } };
      await changeUnit(ctx, await findUnit(ctx, id), event, { parentId });
      forgetEverybody();
    }
    if (changes.statistical) {
      const since = existing ? todayOf(ctx) : validFrom;
      const found = await findUnit(ctx, id);
      await replaceCode(ctx, found, 'statistical', unit.statistical!, since);
      const data = { scheme: 'statistical', code: unit.statistical, validFrom: since };
      await changeUnit(ctx, found, { type: 'unit.code_set', data });
    }
  }
}

const former = ({ existing, name, shortName }: PlannedUnit) =>
  [existing!.name, existing!.shortName].filter((old) => old !== name && old !== shortName);

export async function downloadUnitTemplate(): Promise<FileReply> {
  const notes = [
    '带 * 的列必填；不要改动表头；不要使用公式。Columns with * are required; leave the headings; no formulas.',
    '最多 5000 行。先“检查”，再选择“全部正确才导入”或“只导入正确的行”。Check first, then import all or only the good rows.',
  ];
  return { fileName: '单位导入模板.xlsx', content: await writeSheet('单位', unitColumns, [], notes) };
}

export async function exportUnits(ctx: Ctx): Promise<FileReply> {
  const units = await knownUnits(ctx);
  const codeOf = new Map(units.map((unit) => [unit.id, unit.code]));
  const rows = units.map(({ code, name, shortName, aliases, kind, parentId, statistical, validFrom }) => ({
    code: code ?? '',
    name,
    shortName,
    aliases: aliases.join('、'),
    kind: kindInSheet(kind),
    parent: parentId === null ? '' : (codeOf.get(parentId) ?? ''),
    statistical: statistical ?? '',
    validFrom,
  }));
  return { fileName: `单位-${todayOf(ctx)}.xlsx`, content: await writeSheet('单位', unitColumns, rows) };
}
