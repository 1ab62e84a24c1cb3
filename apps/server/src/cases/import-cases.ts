import { representativePoint } from '@duban/cases/place';
import { report } from '@duban/cases/report';
import type * as contract from '@duban/contract/case-bulk';
import type { Input, Reply } from '@duban/contract/endpoint';
import { type Sheet, writeWorkbook } from '../adapters/workbook.ts';
import type { Ctx } from '../kernel/context.ts';
import type { FileReply, UploadedFile } from '../kernel/module.ts';
import { problem, Problem, unwrap } from '../kernel/problem.ts';
import { unitNames } from '../organisation/module.ts';
import { insertCase } from './case.store.ts';
import { caseColumns, readCaseSheet, type SheetCase } from './case-sheet.ts';
import { unitToCharge } from './charged-units.ts';
import { nextNumber } from './case-number.ts';
import { placeOf, territoryOf } from './place.ts';
import { formulaFaults, mostRows, openSheet, reportOf, type SheetFault } from './sheet-report.ts';
import { standardsOn } from './standard.queries.ts';
import { todayOf } from './today.ts';

/** Cases from an XLSX sheet: each good row is reported by the same rule as one case. */

export const prepareCases = (_: unknown, file: UploadedFile | undefined): Promise<Sheet> => openSheet(file);

type Planned = { readonly row: number; readonly input: Parameters<typeof report>[1] };

export async function importCases(
  ctx: Ctx,
  { mode }: Input<typeof contract.importCases>,
  sheet: Sheet,
): Promise<Reply<typeof contract.importCases>> {
  const read = readCaseSheet(sheet);
  if (read.missing.length > 0) throw problem('import.wrong_columns', { missing: read.missing.join('、') });
  if (read.looked === 0) throw problem('import.no_rows');
  const faults = [...formulaFaults(sheet, read.headings), ...read.faults];
  const planned: Planned[] = [];
  const known = await knownNames(ctx);
  for (const row of read.rows) {
    const plan = await planRow(ctx, row, known);
    if ('code' in plan) faults.push(plan);
    else planned.push(plan);
  }
  const bad = new Set(faults.map(({ row }) => row));
  const good = planned.filter(({ row }) => !bad.has(row));
  const apply = mode !== 'check' && good.length > 0 && (mode === 'good' || faults.length === 0);
  if (apply) {
    for (const { input } of good) {
      await insertCase(ctx, unwrap(report(ctx.actor, { ...input, number: await nextNumber(ctx) })));
    }
  }
  faults.sort((a, b) => a.row - b.row);
  return reportOf(mode, { rows: read.looked, good: good.length, applied: apply }, faults, ctx.locale);
}

type Names = {
  readonly classes: ReadonlyMap<string, string>;
  readonly territories: ReadonlyMap<string, readonly string[]>;
};

/** Classes by code and by name, territorial units by every name they go by. */
async function knownNames(ctx: Ctx): Promise<Names> {
  const standards = await standardsOn(ctx, todayOf(ctx));
  const classes = new Map(
    standards.flatMap(
      ({ classCode, className }) =>
        [
          [className, classCode],
          [classCode, classCode],
        ] as const,
    ),
  );
  const territories = new Map<string, string[]>();
  for (const { id, name, shortName, aliases, kind } of await unitNames(
    ctx.tx,
    ctx.actor.jurisdictionId,
    todayOf(ctx),
  )) {
    if (!['street', 'community', 'grid'].includes(kind)) continue;
    for (const one of new Set([name, shortName, ...aliases]))
      territories.set(one, [...(territories.get(one) ?? []), id]);
  }
  return { classes, territories };
}

async function planRow(ctx: Ctx, given: SheetCase, known: Names): Promise<Planned | SheetFault> {
  const { row, title, description, classText, placeText, point, source, priority, tags, territoryName } = given;
  const fault = (column: string | null, code: string, params = {}): SheetFault => ({ row, column, code, params });
  const classCode = known.classes.get(classText);
  if (!classCode) return fault('类别代码', 'import.unknown_value', { value: classText });
  const named = territoryName === '' ? [] : (known.territories.get(territoryName) ?? []);
  if (territoryName !== '' && named.length === 0)
    return fault('属地单位', 'import.unknown_value', { value: territoryName });
  if (named.length > 1) return fault('属地单位', 'import.invalid_value', { value: territoryName });
  const geometry = point && { type: 'point' as const, ...point, accuracyMetres: null };
  try {
    const place = placeOf({ text: placeText, geometry });
    const unitId = named[0] ?? (await territoryOf(ctx, place));
    if (!unitId && representativePoint(place)) return fault('经度', 'place.outside_jurisdiction');
    const unit = unitId ? await unitToCharge(ctx, unitId) : null;
    const territorialUnit = unit && { id: unit.id, line: unit.line };
    const facts = { title, description, classCode, place, territorialUnit, priority, tags };
    const links = { conditionCode: null, taskId: null, directiveId: null };
    return { row, input: { ...facts, ...links, sourceChannel: source, number: '' } };
  } catch (error) {
    if (error instanceof Problem) return fault('坐标系', error.code, error.params);
    throw error;
  }
}

export async function downloadCaseTemplate(): Promise<FileReply> {
  const columns = caseColumns.map(({ heading, required, width }) => ({
    heading: required ? `${heading}*` : heading,
    width,
  }));
  const notes = [
    ...caseColumns.map(({ heading, required, hint }) => [required ? `${heading}*` : heading, hint]),
    ['', `最多 ${mostRows} 行；不要使用公式。At most ${mostRows} rows; no formulas.`],
  ];
  return { fileName: '问题导入模板.xlsx', content: await writeWorkbook({ name: '问题', columns, rows: [], notes }) };
}
