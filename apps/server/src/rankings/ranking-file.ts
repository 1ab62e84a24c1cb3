import type { Locale } from '@duban/contract/problem-texts';
import type { MeasuredRateView, RankingRowView, RankingView } from '@duban/contract/rankings';
import type { CountField } from '@duban/rankings/count';
import exceljs from 'exceljs';
import { fieldWords, reasonWords, stepWords, words } from './export-words.ts';

/**
 * A ranking as a workbook: the table, the method in words, and the trace of every row, so that whoever receives the
 * file can check it without the program. Texts are written as texts, never as formulas.
 */
export async function rankingFile(ranking: RankingView, heading: string, method: readonly string[], locale: Locale) {
  const book = new exceljs.Workbook();
  addTable(book.addWorksheet(words.table[locale]), ranking, heading, locale);
  const about = book.addWorksheet(words.method[locale]);
  about.getColumn(1).width = 110;
  for (const line of method) about.addRow([line]).alignment = { wrapText: true, vertical: 'top' };
  const traces = book.addWorksheet(words.trace[locale]);
  traces.columns = [{ width: 28 }, { width: 90 }];
  for (const row of ranking.rows) {
    for (const [index, step] of row.trace.entries()) {
      traces.addRow([index === 0 ? row.unit.name : '', stepWords(step, locale)]);
    }
  }
  return new Uint8Array((await book.xlsx.writeBuffer()) as ArrayBuffer);
}

const counts = [
  'arrived',
  'due',
  'rectified',
  'closedOnTime',
  'relapsed',
  'unknown',
  'suspended',
  'extended',
  'returned',
  'reworked',
  'awaitingCheck',
  'informedOnly',
  'exempt',
] as const satisfies readonly CountField[];

function addTable(sheet: exceljs.Worksheet, ranking: RankingView, heading: string, locale: Locale): void {
  const change = ranking.compared?.by === 'year' ? words.changeYear : words.change;
  const heads = [
    words.rank[locale],
    words.band[locale],
    words.unit[locale],
    ...counts.map((field) => fieldWords[field][locale]),
    words.rectification[locale],
    words.onTime[locale],
    words.relapse[locale],
    change[locale],
  ];
  sheet.addRow([heading]).font = { bold: true, size: 14 };
  sheet.mergeCells(1, 1, 1, heads.length);
  sheet.addRow(heads).font = { bold: true };
  for (const row of ranking.rows) sheet.addRow(cellsOf(row, locale));
  const { total, totalRates } = ranking;
  sheet.addRow([
    '',
    '',
    words.total[locale],
    ...counts.map((field) => total[field]),
    ...[totalRates.rectification, totalRates.onTime, totalRates.relapse].map((rate) => percentOf(rate, locale)),
    '',
  ]).font = { bold: true };
  sheet.views = [{ state: 'frozen', xSplit: 3, ySplit: 2 }];
  sheet.columns.forEach((column, index) => (column.width = index === 2 ? 28 : 12));
}

function cellsOf(row: RankingRowView, locale: Locale): (string | number)[] {
  const { standing } = row;
  return [
    standing.ranked ? standing.place : `${words.notRanked[locale]}（${reasonWords(standing.reason, locale)}）`,
    standing.ranked ? standing.band : '',
    row.unit.name,
    ...counts.map((field) => row.counts[field]),
    ...[row.rectification, row.onTime, row.relapse].map((rate) => percentOf(rate, locale)),
    row.change.points ?? words.none[locale],
  ];
}

/** The percent as text with its two digits, so that no spreadsheet rounds it again. */
function percentOf(of: MeasuredRateView | null, locale: Locale): string {
  if (of === null) return words.none[locale];
  return of.unknown === 0 ? of.rate.percent : `${of.rate.percent}（${of.lowest.percent}–${of.highest.percent}）`;
}
