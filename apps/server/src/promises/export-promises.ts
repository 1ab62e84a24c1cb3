import { dateAt } from '@duban/calendar/beijing-time';
import type { Input } from '@duban/contract/endpoint';
import type { Locale } from '@duban/contract/problem-texts';
import type * as contract from '@duban/contract/promises';
import { promiseStates } from '@duban/mandates/promises/promise';
import { streamWorkbook } from '../adapters/workbook.ts';
import type { Ctx } from '../kernel/context.ts';
import type { FileReply } from '../kernel/module.ts';
import { promisesOf } from './promise.queries.ts';

/** Promises of a filter as XLSX, each with the sentence in which it was made. */
export async function exportPromises(ctx: Ctx, filter: Input<typeof contract.exportPromises>): Promise<FileReply> {
  const { locale } = ctx;
  const rows = await promisesOf(ctx, filter);
  const name = locale === 'zh-CN' ? '承诺' : 'Promises';
  const content = streamWorkbook({
    name,
    columns: columns.map(({ heading, width }) => ({ heading: heading[locale], width })),
    rows: rows.map((row) => columns.map(({ text }) => text(row, locale))),
  });
  return { fileName: `${name}-${dateAt(ctx.now())}.xlsx`, content };
}

type Column = {
  readonly heading: Readonly<Record<Locale, string>>;
  readonly width: number;
  readonly text: (row: contract.PromiseRow, locale: Locale) => string;
};

const columns: readonly Column[] = [
  column('编号', 'Number', 16, (row) => row.number),
  column('承诺内容', 'Promise', 60, (row) => row.text),
  column('承诺人', 'Promised by', 20, (row) => row.promisedBy),
  column('承诺对象', 'Promised to', 20, (row) => row.promisedTo),
  column('责任单位', 'Unit', 24, (row) => row.unit?.name ?? ''),
  column('时限（原文）', 'Deadline as written', 18, (row) => row.deadlineText ?? ''),
  column('截止日期', 'Due', 14, (row) => row.deadlineDate ?? ''),
  column('状态', 'State', 10, (row, locale) => promiseStates[row.state][locale]),
  column('依据', 'Made in', 60, (row) => row.sourceText),
  column('来源文件', 'Document', 40, (row) => row.documentTitle),
];

function column(zh: string, en: string, width: number, text: Column['text']): Column {
  return { heading: { 'zh-CN': zh, en }, width, text };
}
