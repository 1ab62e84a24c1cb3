import { calendarDataOf } from '@duban/calendar/calendar-record';
import type * as contract from '@duban/contract/calendar';
import type { Input } from '@duban/contract/endpoint';
import ExcelJS from 'exceljs';
import type { Ctx } from '../kernel/context.ts';
import type { FileReply } from '../kernel/module.ts';
import { demandYear } from './calendar.queries.ts';
import { readCalendar } from './calendar.store.ts';
import { publishedYears } from './published-years.ts';

/** A year's rows in the form that the import reads; an empty year is the template. */
export async function exportCalendarYear(
  { tx, actor }: Ctx,
  { year }: Input<typeof contract.exportCalendarYear>,
): Promise<FileReply> {
  demandYear(year);
  const { record } = await readCalendar(tx, actor.jurisdictionId);
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(`${year}年工作日历`, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = [
    { header: '日期', key: 'date', width: 14 },
    { header: '类型', key: 'kind', width: 8 },
    { header: '名称', key: 'name', width: 16 },
    { header: '来源', key: 'source', width: 40 },
  ];
  sheet.getRow(1).font = { bold: true };
  for (const { date, kind, name, source } of calendarDataOf(record, publishedYears).days) {
    if (date.startsWith(`${year}-`)) sheet.addRow({ date, kind: kind === 'holiday' ? '休' : '班', name, source });
  }
  return { fileName: `工作日历-${year}.xlsx`, content: new Uint8Array(await workbook.xlsx.writeBuffer()) };
}
