import { lights } from '@duban/cases/lights';
import { caseStates } from '@duban/cases/states';
import { closureKinds, priorities, sourceChannels } from '@duban/cases/words';
import type { CaseRow } from '@duban/contract/case-views';
import type * as contract from '@duban/contract/case-lists';
import type { Input } from '@duban/contract/endpoint';
import type { Locale } from '@duban/contract/problem-texts';
import { streamWorkbook } from '../adapters/workbook.ts';
import type { Ctx } from '../kernel/context.ts';
import type { FileReply } from '../kernel/module.ts';
import { planOf } from './case-filter.ts';
import { caseRows } from './case-row.ts';
import { keysOf } from './ledger.queries.ts';
import { todayOf } from './today.ts';

/** The cases of a filter as XLSX. The rows are read in the transaction; the file is made while it is being sent. */

const MOST_ROWS = 20_000;

export async function exportCases(
  ctx: Ctx,
  { sort, ...filter }: Input<typeof contract.exportCases>,
): Promise<FileReply> {
  const keys = await keysOf(ctx, await planOf(ctx, filter), { sort, after: null, limit: MOST_ROWS });
  const rows = await caseRows(ctx, keys);
  const { locale } = ctx;
  const table = {
    name: locale === 'zh-CN' ? '问题台账' : 'Cases',
    columns: columns.map(({ heading, width }) => ({ heading: heading[locale], width })),
    rows: rows.map((row) => columns.map(({ text }) => text(row, locale))),
  };
  const fileName = `${locale === 'zh-CN' ? '问题台账' : 'cases'}-${todayOf(ctx)}.xlsx`;
  return { fileName, content: streamWorkbook(table) };
}

type Column = {
  readonly heading: Readonly<Record<Locale, string>>;
  readonly width: number;
  readonly text: (row: CaseRow, locale: Locale) => string;
};

const columns: readonly Column[] = [
  column('编号', 'Number', 16, (row) => row.number),
  column('标题', 'Title', 40, (row) => row.title),
  column('状态', 'State', 12, (row, locale) => caseStates[row.state][locale]),
  column('灯', 'Light', 10, (row, locale) => lights[row.light][locale]),
  column('类别', 'Class', 18, (row) => row.className),
  column('位置', 'Place', 32, (row) => row.placeText),
  column('经度', 'Longitude', 12, (row) => (row.point ? String(row.point.longitude) : '')),
  column('纬度', 'Latitude', 12, (row) => (row.point ? String(row.point.latitude) : '')),
  column('牵头单位', 'Line unit', 18, (row) => row.lineUnit?.name ?? ''),
  column('属地单位', 'Territorial unit', 18, (row) => row.territorialUnit?.name ?? ''),
  column('承办单位', 'Handling unit', 18, (row) => row.handlingUnit?.name ?? ''),
  column('来源', 'Source', 12, (row, locale) => sourceChannels[row.sourceChannel][locale]),
  column('优先级', 'Priority', 10, (row, locale) => priorities[row.priority][locale]),
  column('上报时间', 'Reported', 18, (row) => inBeijing(row.reportedAt)),
  column('签收时限', 'Accept by', 18, (row) => inBeijing(row.acceptBy)),
  column('处置时限', 'Finish by', 18, (row) => inBeijing(row.finishBy)),
  column('提交时间', 'Submitted', 18, (row) => inBeijing(row.submittedAt)),
  column('销号时间', 'Closed out', 18, (row) => inBeijing(row.closedAt)),
  column('结案方式', 'Closure', 14, (row, locale) => (row.closureKind ? closureKinds[row.closureKind][locale] : '')),
  column('延期次数', 'Extensions', 10, (row) => String(row.extensionCount)),
  column('反弹次数', 'Relapses', 10, (row) => String(row.relapseCount)),
  column('标签', 'Tags', 20, (row) => row.tags.join('、')),
];

function column(zh: string, en: string, width: number, text: Column['text']): Column {
  return { heading: { 'zh-CN': zh, en }, width, text };
}

/** 2026-03-10 10:00, the wall clock in Beijing. */
function inBeijing(at: string | null): string {
  if (at === null) return '';
  const local = Temporal.Instant.from(at).toZonedDateTimeISO('Asia/Shanghai').toPlainDateTime();
  return local.toString({ smallestUnit: 'minute' }).replace('T', ' ');
}
