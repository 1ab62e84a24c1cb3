import type { TimeLimit } from '@duban/calendar/time-limit';
import { parseTimeLimit } from '@duban/calendar/time-limit-text';
import { allEvidenceRules, type EvidenceRule, evidenceRules } from '@duban/cases/words';
import { whyNotEvidenceOf } from '@duban/cases/evidence';
import { readStandardsGrid, standardsHeadings } from '@duban/cases/standards-grid';
import { timeLimitLabel } from '@duban/calendar/time-limit';
import type { Input, Reply } from '@duban/contract/endpoint';
import type * as contract from '@duban/contract/standards';
import { type Sheet, writeWorkbook } from '../adapters/workbook.ts';
import type { Ctx } from '../kernel/context.ts';
import type { FileReply, UploadedFile } from '../kernel/module.ts';
import { demand, problem } from '../kernel/problem.ts';
import { formulaFaults, openSheet, reportOf } from './sheet-report.ts';
import { standardsOn } from './standard.queries.ts';
import { insertStandards, latestValidFrom } from './standard.store.ts';
import { todayOf } from './today.ts';

/** The standards table from and to XLSX. A case keeps the row it was filed under, so importing changes no case. */

export const prepareStandards = (_: unknown, file: UploadedFile | undefined): Promise<Sheet> => openSheet(file);

export async function importStandards(
  ctx: Ctx,
  { mode, name, basis, validFrom, replaces, acceptLimit }: Input<typeof contract.importStandards>,
  sheet: Sheet,
): Promise<Reply<typeof contract.importStandards>> {
  const latest = await latestValidFrom(ctx);
  if (latest !== null && validFrom <= latest) throw problem('standards.valid_from_too_early', { after: latest });
  const defaults = { acceptLimit: acceptLimit ? limitOf(acceptLimit) : null, basis };
  const read = readStandardsGrid(sheet.grid, defaults);
  const head = sheet.grid.findIndex((row) => row.some((cell) => cell.includes('立案条件')));
  const faults = [...formulaFaults(sheet, sheet.grid[Math.max(0, head)] ?? []), ...read.faults];
  const bad = new Set(faults.map(({ row }) => row));
  const good = read.rows.filter(({ row }) => !bad.has(row));
  if (faults.length === 0 && good.length === 0) throw problem('import.no_rows');
  demand(whyNotEvidenceOf(await rulesAfter(ctx, validFrom, replaces, good)));
  const apply = mode !== 'check' && good.length > 0 && (mode === 'good' || faults.length === 0);
  if (apply) {
    const rows = good.map(({ standard }) => standard);
    await insertStandards(ctx, { name, basis, validFrom, replaces }, rows);
  }
  return reportOf(mode, { rows: read.looked, good: good.length, applied: apply }, faults, ctx.locale);
}

/** What the rows that will be in force together ask to be shown. */
async function rulesAfter(
  ctx: Ctx,
  validFrom: string,
  replaces: 'table' | 'rows',
  good: ReturnType<typeof readStandardsGrid>['rows'],
): Promise<EvidenceRule[]> {
  const keyOf = (row: { classCode: string; conditionCode: string }) => `${row.classCode} ${row.conditionCode}`;
  const replaced = new Set(good.map(({ standard }) => keyOf(standard)));
  const kept =
    replaces === 'table' ? [] : (await standardsOn(ctx, validFrom)).filter((row) => !replaced.has(keyOf(row)));
  return [...good.map(({ standard }) => standard), ...kept].map(({ evidence }) => evidence);
}

function limitOf(text: string): TimeLimit {
  const limit = parseTimeLimit(text);
  if (!('refused' in limit)) return limit;
  demand(limit);
  throw problem('standards.accept_limit_missing');
}

const widths: Readonly<Record<string, number>> = { conditionText: 30, closingCondition: 40, basis: 40 };
const columns = standardsHeadings.map(({ column, heading }) => ({ heading, width: widths[column] ?? 14 }));

export async function downloadStandardsTemplate(): Promise<FileReply> {
  const notes = [
    ['时限 limits', '例 e.g. 2紧急工作时, 4工作时, 3工作日, 7自然日, 2紧急工作日, 1个月'],
    [
      '空单元格 empty',
      '与上一行相同；不同小类之间不沿用条件和时限。Same as above, but no limit crosses into another class.',
    ],
    ['社区职责', '是 / 否：是否列入社区职责清单。Whether communities may be charged with it.'],
    [
      '结案凭据',
      `${allEvidenceRules.map((rule) => evidenceRules[rule]['zh-CN']).join(' / ')}：按风险选，不填为文字说明；不能全表都要照片。By risk; empty: a statement. Never pictures for all.`,
    ],
  ];
  return { fileName: '标准表模板.xlsx', content: await writeWorkbook({ name: '标准', columns, rows: [], notes }) };
}

export async function exportStandards(
  ctx: Ctx,
  { on = todayOf(ctx) }: Input<typeof contract.exportStandards>,
): Promise<FileReply> {
  const rows = (await standardsOn(ctx, on)).map((row) => {
    const texts: Readonly<Record<string, string>> = {
      category: row.category,
      classCode: row.classCode,
      className: row.className,
      conditionCode: row.conditionCode,
      conditionText: row.conditionText,
      acceptLimit: timeLimitLabel(row.acceptLimit, 'zh-CN'),
      finishLimit: timeLimitLabel(row.finishLimit, 'zh-CN'),
      closingCondition: row.closingCondition,
      responsible: row.responsible,
      basis: row.basis,
      communityDuty: row.communityDuty ? '是' : '否',
      evidence: evidenceRules[row.evidence]['zh-CN'],
    };
    return standardsHeadings.map(({ column }) => texts[column] ?? '');
  });
  return { fileName: `标准表-${on}.xlsx`, content: await writeWorkbook({ name: '标准', columns, rows }) };
}
