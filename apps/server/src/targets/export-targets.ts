import type { Input } from '@duban/contract/endpoint';
import type { Locale } from '@duban/contract/problem-texts';
import type * as contract from '@duban/contract/targets';
import { dateAt } from '@duban/calendar/beijing-time';
import { betterWays, targetDirections, targetStates } from '@duban/plans/targets/target';
import { streamWorkbook } from '../adapters/workbook.ts';
import type { Ctx } from '../kernel/context.ts';
import type { FileReply } from '../kernel/module.ts';
import { indicatorsOf } from './indicator.queries.ts';
import { targetsOf } from './target.queries.ts';

/** Targets and indicators of a filter as XLSX, each with the sentence that it rests on. */

type Column<Row> = {
  readonly heading: Readonly<Record<Locale, string>>;
  readonly width: number;
  readonly text: (row: Row, locale: Locale) => string;
};

function column<Row>(zh: string, en: string, width: number, text: Column<Row>['text']): Column<Row> {
  return { heading: { 'zh-CN': zh, en }, width, text };
}

const unknown = { 'zh-CN': '未知', en: 'unknown' } as const;

const targetColumns: readonly Column<contract.TargetRow>[] = [
  column('编号', 'Number', 16, (row) => row.number),
  column('目标', 'Target', 32, (row) => row.subject),
  column('方向', 'Direction', 10, (row, locale) => targetDirections[row.direction][locale]),
  column('数值', 'Value', 12, (row, locale) => (row.value === null ? unknown[locale] : String(row.value))),
  column('单位', 'Unit', 12, (row) => row.unit),
  column('限定', 'Qualifier', 10, (row) => row.qualifier ?? ''),
  column('时限（原文）', 'Deadline as written', 18, (row) => row.deadlineText ?? ''),
  column('截止日期', 'Due', 14, (row) => row.deadlineDate ?? ''),
  column('牵头单位', 'Line unit', 24, (row) => row.lineUnit?.name ?? ''),
  column('属地单位', 'Territorial unit', 24, (row) => row.territorialUnit?.name ?? ''),
  column('任务', 'Task', 16, (row) => row.task?.number ?? ''),
  column('状态', 'State', 10, (row, locale) => targetStates[row.state][locale]),
  column('依据', 'Ordered by', 60, (row) => row.sourceText),
  column('来源文件', 'Document', 40, (row) => row.documentTitle),
];

const indicatorColumns: readonly Column<contract.IndicatorRow>[] = [
  column('编号', 'Number', 16, (row) => row.number),
  column('指标', 'Indicator', 28, (row) => row.name),
  column('计算口径', 'How it is reckoned', 48, (row) => row.basis),
  column('单位', 'Unit', 12, (row) => row.unit),
  column('方向', 'Better', 12, (row, locale) => betterWays[row.better][locale]),
  column('数据来源', 'Source of readings', 24, (row) => row.source),
  column('牵头单位', 'Line unit', 24, (row) => row.lineUnit?.name ?? ''),
  column('状态', 'State', 10, (row, locale) => targetStates[row.state][locale]),
  column('依据', 'Named by', 60, (row) => row.sourceText),
  column('来源文件', 'Document', 40, (row) => row.documentTitle),
];

export async function exportTargets(ctx: Ctx, filter: Input<typeof contract.exportTargets>): Promise<FileReply> {
  return sheetOf(ctx, { 'zh-CN': '目标', en: 'Targets' }, targetColumns, await targetsOf(ctx, filter));
}

export async function exportIndicators(ctx: Ctx, filter: Input<typeof contract.exportIndicators>): Promise<FileReply> {
  return sheetOf(ctx, { 'zh-CN': '指标', en: 'Indicators' }, indicatorColumns, await indicatorsOf(ctx, filter));
}

function sheetOf<Row>(
  { locale, now }: Ctx,
  name: Readonly<Record<Locale, string>>,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): FileReply {
  const content = streamWorkbook({
    name: name[locale],
    columns: columns.map(({ heading, width }) => ({ heading: heading[locale], width })),
    rows: rows.map((row) => columns.map(({ text }) => text(row, locale))),
  });
  return { fileName: `${name[locale]}-${dateAt(now())}.xlsx`, content };
}
