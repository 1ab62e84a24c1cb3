import { CLOCK_KINDS } from '@duban/calendar/time-limit';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { ImportReport, importModes, xlsxMediaType } from './organisation-files.ts';

/** The working calendar of a jurisdiction: years, single days, hours, and what a limit comes to. */

export const CalendarDate = z.iso.date();
const Year = z.coerce.number().int();
const Version = z.int().min(0);
const line = (maximum: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(maximum)
    .regex(/^[^\p{Cc}]*$/u);

export const DayKind = z.enum(['holiday', 'workday']);
export const ClockKind = z.enum(CLOCK_KINDS);

/** `08:00`; `24:00` ends a day */
const ClockTime = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/);

export const CalendarSettings = z.object({
  hours: z.array(z.object({ from: ClockTime, to: ClockTime })).max(6),
  /** when a limit counted in days ends: with the last session of the day, or at 24:00 */
  dayEnds: z.enum(['close_of_business', 'midnight']),
  /** 1 Monday … 7 Sunday */
  weekStart: z.union([
    z.literal(1),
    z.literal(2),
    z.literal(3),
    z.literal(4),
    z.literal(5),
    z.literal(6),
    z.literal(7),
  ]),
});
export type CalendarSettings = z.output<typeof CalendarSettings>;

export const CalendarYear = z.object({
  year: z.int(),
  published: z.boolean(),
  /** the notice or library that arranged the year; null while it is not published */
  source: z.string().nullable(),
  workingDays: z.int(),
  /** days off by the notice, weekends within them included */
  holidays: z.int(),
  /** weekend days on which work is done */
  shiftedWorkingDays: z.int(),
  /** own rows laid over the published year */
  ownRows: z.int(),
});
export type CalendarYear = z.output<typeof CalendarYear>;

export const CalendarDayView = z.object({
  date: CalendarDate,
  working: z.boolean(),
  reason: z.enum(['plain_working_day', 'weekend', 'holiday', 'shifted_working_day', 'feast']),
  name: z.string().nullable(),
  provisional: z.boolean(),
  /** where the row of this date comes from; null on a plain day */
  source: z.string().nullable(),
  /** an own row of the jurisdiction, which can be taken back */
  own: z.boolean(),
});
export type CalendarDayView = z.output<typeof CalendarDayView>;

/** What every command on the calendar answers with. */
export const CalendarHead = z.object({
  /** version of the record, to be sent with the next command; 0 before the first change */
  version: z.int(),
  /** identity of the calendar that deadlines are computed with and keep */
  calendarVersion: z.string(),
  settings: CalendarSettings,
});
export type CalendarHead = z.output<typeof CalendarHead>;

export const CalendarYearView = CalendarHead.extend({
  summary: CalendarYear,
  /** why the year cannot be published now, or null; what the button says before it is pressed */
  whyNotPublish: z
    .object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })
    .nullable(),
  /** every date of the year */
  days: z.array(CalendarDayView),
});
export type CalendarYearView = z.output<typeof CalendarYearView>;

export const CalendarChange = z.object({
  version: z.int(),
  type: z.string(),
  at: z.iso.datetime(),
  by: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  data: z.record(z.string(), z.unknown()),
});
export type CalendarChange = z.output<typeof CalendarChange>;

export const DayNote = CalendarDayView.omit({ source: true, own: true }).extend({
  role: z.enum(['start', 'counted', 'off', 'paused', 'rolled_over']),
  count: z.int().nullable(),
});

export const DeadlineView = z.object({
  at: z.iso.datetime(),
  date: CalendarDate,
  provisional: z.boolean(),
  calendarVersion: z.string(),
  limit: z.object({ amount: z.number(), clock: ClockKind }),
  /** every date from the start to the end, and what the clock made of it */
  notes: z.array(DayNote),
});
export type DeadlineView = z.output<typeof DeadlineView>;

export const listCalendarYears = endpoint({
  name: 'listCalendarYears',
  summary: 'The years of the calendar, published and provisional, and the settings of working hours',
  method: 'GET',
  path: '/v1/calendar/years',
  allow: 'signed_in',
  reply: CalendarHead.extend({ years: z.array(CalendarYear) }),
});

export const getCalendarYear = endpoint({
  name: 'getCalendarYear',
  summary: 'Every date of a year: working or off, why, and whether that is certain',
  method: 'GET',
  path: '/v1/calendar/years/:year',
  allow: 'signed_in',
  params: z.object({ year: Year }),
  reply: CalendarYearView,
  problems: ['calendar.year_out_of_range'],
});

export const listCalendarChanges = endpoint({
  name: 'listCalendarChanges',
  summary: 'Who changed the calendar, when and how, newest first',
  method: 'GET',
  path: '/v1/calendar/changes',
  allow: 'signed_in',
  query: z.object({ before: z.coerce.number().int().min(1).optional() }),
  reply: z.object({ changes: z.array(CalendarChange), next: z.int().nullable() }),
});

export const computeDeadline = endpoint({
  name: 'computeDeadline',
  summary: 'When a limit ends, with the reason for every day that is skipped',
  method: 'GET',
  path: '/v1/calendar/deadline',
  allow: 'signed_in',
  query: z.object({
    /** a date, or an instant in UTC */
    start: z.union([CalendarDate, z.iso.datetime({ offset: true })]),
    /** as written in a table of standards: 7个工作日, 2紧急工作时 … or `7 working-days` */
    limit: line(40),
  }),
  reply: DeadlineView,
  problems: ['calendar.limit_unreadable', 'calendar.limit_out_of_range', 'calendar.start_out_of_range'],
});

export const setCalendarDay = endpoint({
  name: 'setCalendarDay',
  summary: 'Make a date a day off or a working day, against the published year or the plain week',
  method: 'PUT',
  path: '/v1/calendar/days/:date',
  allow: ['system_admin'],
  params: z.object({ date: CalendarDate }),
  body: z.object({ version: Version, kind: DayKind, name: line(40), source: line(200) }),
  reply: CalendarHead,
  problems: ['record.stale', 'calendar.date_out_of_range', 'calendar.nothing_changed'],
});

export const resetCalendarDay = endpoint({
  name: 'resetCalendarDay',
  summary: 'Take an own row back, so that the date is again what the published year says',
  method: 'POST',
  path: '/v1/calendar/days/:date/reset',
  allow: ['system_admin'],
  params: z.object({ date: CalendarDate }),
  body: z.object({ version: Version }),
  reply: CalendarHead,
  problems: ['record.stale', 'calendar.day_not_set'],
});

export const importCalendarYear = endpoint({
  name: 'importCalendarYear',
  summary: 'Read the arrangement of a year from XLSX, CSV or JSON, with a report row by row',
  method: 'POST',
  path: '/v1/calendar/years/:year/import',
  allow: ['system_admin'],
  params: z.object({ year: Year }),
  body: z.object({ version: Version, mode: z.enum(importModes) }),
  reply: ImportReport,
  upload: { maxBytes: 1024 * 1024 },
  problems: [
    'record.stale',
    'calendar.file_unreadable',
    'calendar.year_out_of_range',
    'import.too_many_rows',
    'import.wrong_columns',
    'import.no_rows',
  ],
});

export const exportCalendarYear = endpoint({
  name: 'exportCalendarYear',
  summary: 'The days off and shifted working days of a year as XLSX, in the form that the import reads',
  method: 'GET',
  path: '/v1/calendar/years/:year/export',
  allow: 'signed_in',
  params: z.object({ year: Year }),
  download: { mediaType: xlsxMediaType },
  problems: ['calendar.year_out_of_range'],
});

export const publishCalendarYear = endpoint({
  name: 'publishCalendarYear',
  summary: 'Declare a year complete: its dates become certain and open deadlines are computed anew',
  method: 'POST',
  path: '/v1/calendar/years/:year/publish',
  allow: ['system_admin'],
  params: z.object({ year: Year }),
  body: z.object({ version: Version, source: line(200) }),
  reply: CalendarHead,
  problems: [
    'record.stale',
    'calendar.year_incomplete',
    'calendar.year_already_published',
    'calendar.year_out_of_range',
  ],
});

export const setCalendarSettings = endpoint({
  name: 'setCalendarSettings',
  summary: 'Set the working hours, the end of a day and the start of a week',
  method: 'PUT',
  path: '/v1/calendar/settings',
  allow: ['system_admin'],
  body: CalendarSettings.extend({ version: Version }),
  reply: CalendarHead,
  problems: ['record.stale', 'calendar.hours_empty', 'calendar.hours_invalid', 'calendar.nothing_changed'],
});
