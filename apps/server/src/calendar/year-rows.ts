import { type CalendarDay, type DayKind, whyNotCalendarDay } from '@duban/calendar/calendar-data';
import { sameDay, whyNotInYear } from '@duban/calendar/calendar-record';
import { dateText, parseCivilDate } from '@duban/calendar/civil-date';
import type { ProblemCode } from '@duban/contract/problems';
import { isProblemCode } from '@duban/contract/problems';
import type { Refusal } from '@duban/kit/refusal';
import type { RawRow } from './year-file.ts';

/** What is wrong with a row. The sentence is made where the reader's language is known. */
export type RowFault = {
  readonly row: number;
  readonly column: '日期' | '类型' | '名称' | '来源' | null;
  readonly code: ProblemCode;
  readonly params: Readonly<Record<string, string | number>>;
};

export type YearRows = { readonly days: readonly CalendarDay[]; readonly faults: readonly RowFault[] };

/** Rows of text as days of a year, and every fault by its row. @param fileName stands in for a missing source */
export function readYearRows(rows: readonly RawRow[], year: number, fileName: string): YearRows {
  const days: CalendarDay[] = [];
  const faults: RowFault[] = [];
  const rowOf = new Map<string, number>();
  for (const raw of rows) {
    const read = readRow(raw, year, fileName);
    if ('code' in read) {
      faults.push(read);
      continue;
    }
    const earlier = rowOf.get(read.date);
    if (earlier !== undefined) {
      faults.push({ row: raw.row, column: '日期', code: 'import.duplicate_row', params: { row: earlier } });
      continue;
    }
    rowOf.set(read.date, raw.row);
    days.push(read);
  }
  return { days, faults };
}

const MAX_NAME = 40;
const MAX_SOURCE = 200;

function readRow(raw: RawRow, year: number, fileName: string): CalendarDay | RowFault {
  const fault = (column: RowFault['column'], code: ProblemCode, params: RowFault['params'] = {}): RowFault => ({
    row: raw.row,
    column,
    code,
    params,
  });
  const formula = Object.entries({ 日期: raw.date, 类型: raw.kind, 名称: raw.name, 来源: raw.source }).find(
    ([, text]) => /^[=+@\t\r]/.test(text),
  );
  if (formula) return fault(formula[0] as RowFault['column'], 'import.formula');
  const date = readDate(raw.date);
  if (date === null) return fault('日期', 'calendar.date_invalid', { date: raw.date.slice(0, 40) });
  const kind = KINDS.get(raw.kind.toLowerCase());
  if (!kind) return fault('类型', 'calendar.day_kind_unknown', { date, kind: raw.kind.slice(0, 40) });
  if (raw.name.length > MAX_NAME)
    return fault('名称', 'import.invalid_value', { value: raw.name.slice(0, 20), detail: `≤ ${MAX_NAME}` });
  const source = raw.source || fileName;
  if (source.length > MAX_SOURCE)
    return fault('来源', 'import.invalid_value', { value: source.slice(0, 20), detail: `≤ ${MAX_SOURCE}` });
  if (/\p{Cc}/u.test(raw.name + source))
    return fault('名称', 'import.invalid_value', { value: '', detail: 'U+0000-U+001F' });
  const day: CalendarDay = { date, kind, name: raw.name, source };
  const refusal = whyNotCalendarDay(day) ?? whyNotInYear(day, year);
  return refusal
    ? fault(refusal.code === 'calendar.day_name_missing' ? '名称' : '日期', codeOf(refusal), refusal.params)
    : day;
}

function codeOf({ code }: Refusal): ProblemCode {
  if (!isProblemCode(code)) throw new Error(`problem code is not registered: ${code}`);
  return code;
}

const KINDS: ReadonlyMap<string, DayKind> = new Map([
  ...['休', '放假', '休息', '休息日', '调休', 'holiday'].map((text) => [text, 'holiday'] as const),
  ...['班', '上班', '调休上班', '工作日', 'workday'].map((text) => [text, 'workday'] as const),
]);

/** `2027-02-05`, `2027/2/5`, `2027.2.5`, `2027年2月5日` */
function readDate(text: string): string | null {
  const found = /^(\d{4})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?$/.exec(text);
  if (!found) return null;
  return parseCivilDate(dateText(Number(found[1]), Number(found[2]), Number(found[3])));
}

/** How the rows of a file stand to the rows that the jurisdiction already has. */
export function compareRows(days: readonly CalendarDay[], standing: readonly CalendarDay[]) {
  const byDate = new Map(standing.map((day) => [day.date, day]));
  const before = days.map((day) => ({ day, before: byDate.get(day.date) }));
  return {
    added: before.filter((entry) => !entry.before).length,
    changed: before.filter((entry) => entry.before && !sameDay(entry.before, entry.day)).length,
    unchanged: before.filter((entry) => entry.before && sameDay(entry.before, entry.day)).length,
  };
}
