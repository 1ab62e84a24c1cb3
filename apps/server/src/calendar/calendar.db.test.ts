import type { Actor, Role } from '@duban/kit/actor';
import { ProblemError } from '@duban/contract/client';
import * as contract from '@duban/contract/calendar';
import { NEW_CALENDAR, type CalendarEvent, evolve } from '@duban/calendar/calendar-record';
import { expect, test } from 'vitest';
import { testWorld } from '../testing/world.ts';
import { readCalendar } from './calendar.store.ts';
import { currentCalendar } from './current-calendar.ts';

const jurisdictionId = '01990000-0000-7000-8000-000000000c01';
const person = (digit: number, role: Role): Actor => ({
  personId: `01990000-0000-7000-8000-000000000c1${digit}`,
  name: `${role}`,
  unitId: jurisdictionId,
  unitLine: [jurisdictionId],
  jurisdictionId,
  roles: [role],
});
// The calendar needs a jurisdiction that has never touched its own, so these people are in no database.
const world = testWorld({ actors: { tongshouyi: person(1, 'system_admin'), hejingcheng: person(2, 'handler') } });
const administrator = () => world.as('tongshouyi');
const handler = () => world.as('hejingcheng');

const refusalOf = (call: Promise<unknown>) =>
  call.then(
    () => 'accepted',
    (error: unknown) => {
      if (error instanceof ProblemError) return error.problem.code;
      throw error;
    },
  );
const flood = { date: '2026-07-15', kind: 'holiday', name: '防汛停工', source: '区政府通知' } as const;
const feasts2027 = [
  ['2027-01-01', '元旦'],
  ...['05', '06', '07', '08', '09', '10', '11'].map((day) => [`2027-02-${day}`, '春节']),
  ['2027-04-05', '清明'],
  ['2027-05-01', '劳动节'],
  ['2027-05-02', '劳动节'],
  ['2027-06-09', '端午节'],
  ['2027-09-15', '中秋节'],
  ...['01', '02', '03'].map((day) => [`2027-10-${day}`, '国庆节']),
] as [string, string][];

async function enter2027(): Promise<number> {
  let version = 0;
  for (const [date, name] of feasts2027) {
    ({ version } = await administrator().call(contract.setCalendarDay, {
      date,
      kind: 'holiday',
      name,
      source: '国办通知',
      version,
    }));
  }
  return version;
}

test('everybody reads the years: 2026 is published, 2027 provisional', async () => {
  const { years, version, settings } = await handler().call(contract.listCalendarYears, {});
  expect(version).toBe(0);
  expect(settings).toEqual({
    hours: [
      { from: '08:00', to: '12:00' },
      { from: '14:00', to: '18:00' },
    ],
    dayEnds: 'close_of_business',
    weekStart: 1,
  });
  expect(years.find(({ year }) => year === 2026)).toEqual({
    year: 2026,
    published: true,
    source: 'chinese-days 1.5.7',
    workingDays: 248,
    holidays: 33,
    shiftedWorkingDays: 6,
    ownRows: 0,
  });
  expect(years.find(({ year }) => year === 2027)).toMatchObject({ published: false, source: null });
});

test('a year shows every date and why', async () => {
  const { days, whyNotPublish } = await handler().call(contract.getCalendarYear, { year: 2026 });
  expect(days).toHaveLength(365);
  expect(days[44]).toEqual({
    date: '2026-02-14',
    working: true,
    reason: 'shifted_working_day',
    name: '春节',
    provisional: false,
    source: 'chinese-days 1.5.7',
    own: false,
  });
  expect(whyNotPublish).toEqual({ code: 'calendar.year_already_published', params: { year: 2026 } });
});

test('the calculator explains a deadline', async () => {
  const answer = await handler().call(contract.computeDeadline, { start: '2026-02-12', limit: '5个工作日' });
  expect(answer).toMatchObject({ date: '2026-02-26', at: '2026-02-26T10:00:00Z', provisional: false });
  expect(answer.notes.filter(({ role }) => role === 'off')).toHaveLength(9);
  const provisional = await handler().call(contract.computeDeadline, { start: '2026-12-30', limit: '5个工作日' });
  expect(provisional).toMatchObject({ date: '2027-01-07', provisional: true });
});

test.each([
  ['2026-02-12', '半天', 'calendar.limit_unreadable'],
  ['2026-02-12', '0天', 'calendar.limit_out_of_range'],
  ['1850-02-12', '5天', 'calendar.start_out_of_range'],
  ['2099-12-30', '5天', 'calendar.start_out_of_range'],
  ['2026-02-30', '5天', 'request.invalid'],
  ['yesterday', '5天', 'request.invalid'],
  ['2026-02-12', '', 'request.invalid'],
])('the calculator refuses %s + %j with %s', async (start, limit, code) => {
  expect(await refusalOf(handler().call(contract.computeDeadline, { start, limit }))).toBe(code);
});

test('a changed day moves deadlines from then on, and is taken back', async () => {
  const ask = () => handler().call(contract.computeDeadline, { start: '2026-07-14', limit: '1个工作日' });
  const before = await ask();
  expect(before.date).toBe('2026-07-15');
  const set = await administrator().call(contract.setCalendarDay, { ...flood, version: 0 });
  expect(set.version).toBe(1);
  const during = await ask();
  expect(during.date).toBe('2026-07-16');
  expect(during.calendarVersion).toBe(set.calendarVersion);
  expect(during.calendarVersion).not.toBe(before.calendarVersion);
  await administrator().call(contract.resetCalendarDay, { date: flood.date, version: 1 });
  expect(await ask()).toEqual(before);
});

test('what is refused changes nothing', async () => {
  const set = (input: object) =>
    refusalOf(administrator().call(contract.setCalendarDay, { ...flood, version: 0, ...input } as never));
  expect(await set({})).toBe('accepted');
  expect(await set({ version: 1 })).toBe('calendar.nothing_changed');
  expect(await set({ name: '高温停工' })).toBe('record.stale');
  expect(await set({ version: 1, date: '1999-01-01' })).toBe('calendar.date_out_of_range');
  expect(await set({ version: 1, date: '2026-02-30' })).toBe('request.invalid');
  expect(await set({ version: 1, kind: 'halfday' })).toBe('request.invalid');
  expect(await set({ version: 1, name: '' })).toBe('request.invalid');
  expect(await set({ version: 1, name: 'a\u0000b' })).toBe('request.invalid');
  expect(await refusalOf(administrator().call(contract.resetCalendarDay, { date: '2026-07-16', version: 1 }))).toBe(
    'calendar.day_not_set',
  );
  expect(await refusalOf(handler().call(contract.setCalendarDay, { ...flood, version: 1 }))).toBe('session.forbidden');
  const { version } = await handler().call(contract.listCalendarYears, {});
  expect(version).toBe(1);
});

test('a year is published when it is complete, and deadlines in it become certain', async () => {
  const publish = (version: number, year = 2027) =>
    administrator().call(contract.publishCalendarYear, { year, version, source: '国办发明电〔2026〕7号（示例）' });
  expect(await refusalOf(publish(0))).toBe('calendar.year_incomplete');
  expect(await refusalOf(publish(0, 2026))).toBe('calendar.year_already_published');
  expect(await refusalOf(publish(0, 2150))).toBe('calendar.year_out_of_range');
  const version = await enter2027();
  const published = await publish(version);
  const answer = await handler().call(contract.computeDeadline, { start: '2027-02-04', limit: '1个工作日' });
  expect(answer).toMatchObject({ date: '2027-02-12', provisional: false, calendarVersion: published.calendarVersion });
  const { years } = await handler().call(contract.listCalendarYears, {});
  expect(years.find(({ year }) => year === 2027)).toMatchObject({
    published: true,
    source: expect.stringContaining('7号'),
  });
});

test('working hours and the start of the week are set for the jurisdiction', async () => {
  const settings: contract.CalendarSettings = {
    hours: [{ from: '09:00', to: '17:00' }],
    dayEnds: 'midnight',
    weekStart: 5,
  };
  await administrator().call(contract.setCalendarSettings, { ...settings, version: 0 });
  const answer = await handler().call(contract.computeDeadline, { start: '2026-03-10T08:30:00Z', limit: '1个工作时' });
  expect(answer.at).toBe('2026-03-11T01:30:00Z');
  const { weekStart } = await currentCalendar(world.database as never, jurisdictionId);
  expect(weekStart).toBe(5);
  const overlap = {
    hours: [
      { from: '08:00', to: '12:00' },
      { from: '11:00', to: '18:00' },
    ],
  };
  const refused = administrator().call(contract.setCalendarSettings, { ...settings, ...overlap, version: 1 });
  expect(await refusalOf(refused)).toBe('calendar.hours_invalid');
});

test('the history replays to the record, and every version of a day is kept', async () => {
  const version = await enter2027();
  await administrator().call(contract.setCalendarDay, { ...flood, version });
  await administrator().call(contract.setCalendarDay, { ...flood, name: '高温停工', version: version + 1 });
  await administrator().call(contract.resetCalendarDay, { date: flood.date, version: version + 2 });
  await administrator().call(contract.publishCalendarYear, { year: 2027, source: '通知', version: version + 3 });
  const history = await world.database
    .selectFrom('history')
    .select(['type', 'data'])
    .where('record_type', '=', 'calendar')
    .where('record_id', '=', jurisdictionId)
    .orderBy('sequence')
    .execute();
  const events = history.map(({ type, data }) => ({ type, ...(data as object) }) as CalendarEvent);
  const found = await readCalendar(world.database as never, jurisdictionId);
  expect(found.version).toBe(events.length);
  expect(events.reduce(evolve, NEW_CALENDAR)).toEqual(found.record);
  const rows = await world.database
    .selectFrom('calendar_days')
    .select(['name', 'from_version', 'until_version'])
    .where('date', '=', flood.date)
    .orderBy('from_version')
    .execute();
  expect(rows).toEqual([
    { name: '防汛停工', from_version: version + 1, until_version: version + 2 },
    { name: '高温停工', from_version: version + 2, until_version: version + 3 },
  ]);
});

const csvOf2027 = ['日期,类型,名称,来源', ...feasts2027.map(([date, name]) => `${date},休,${name},国办通知`)].join(
  '\n',
);
const importFile = (content: string, mode: 'check' | 'all' | 'good', version = 0, year = 2027) =>
  administrator().call(
    contract.importCalendarYear,
    { year, mode, version },
    { file: { name: '2027年.csv', content: new Blob([content]) } },
  );

test('a year is checked, imported and published from a file, and comes out again as it went in', async () => {
  const count = feasts2027.length;
  expect(await importFile(csvOf2027, 'check')).toMatchObject({ applied: false, added: count, faultCount: 0 });
  expect(await importFile(csvOf2027, 'all')).toMatchObject({ applied: true, rows: count, added: count, changed: 0 });
  expect(await importFile(csvOf2027, 'all', 1)).toMatchObject({ applied: false, unchanged: count });
  expect(await refusalOf(importFile(csvOf2027, 'all', 0))).toBe('record.stale');
  const renamed = csvOf2027.replace('元旦', '新年');
  expect(await importFile(renamed, 'all', 1)).toMatchObject({ applied: true, changed: 1, unchanged: count - 1 });
  const { summary, whyNotPublish } = await handler().call(contract.getCalendarYear, { year: 2027 });
  expect(summary).toMatchObject({ published: false, holidays: count, ownRows: count });
  expect(whyNotPublish).toBeNull();
  await administrator().call(contract.publishCalendarYear, { year: 2027, version: 2, source: '通知' });
  const blob = await handler().download(contract.exportCalendarYear, { year: 2027 });
  const again = await administrator().call(
    contract.importCalendarYear,
    { year: 2027, mode: 'all', version: 3 },
    { file: { name: 'again.xlsx', content: blob } },
  );
  expect(again).toMatchObject({ applied: false, rows: count, unchanged: count, faultCount: 0 });
});

test('a partly bad file names its rows, and applies none or only the good ones', async () => {
  const bad = `${csvOf2027}\n2027-02-30,休,春节,\n2028-01-01,休,元旦,`;
  const count = feasts2027.length;
  expect(await importFile(bad, 'all')).toMatchObject({
    applied: false,
    faults: [
      { row: count + 2, column: '日期', code: 'calendar.date_invalid', message: expect.stringContaining('2027-02-30') },
      { row: count + 3, column: '日期', code: 'calendar.day_of_other_year' },
    ],
  });
  expect((await handler().call(contract.listCalendarYears, {})).version).toBe(0);
  expect(await importFile(bad, 'good')).toMatchObject({ applied: true, added: count, faultCount: 2 });
  expect((await handler().call(contract.getCalendarYear, { year: 2027 })).summary.holidays).toBe(count);
});

test.each([
  ['', 2027, 'calendar.file_unreadable'],
  ['{"days":', 2027, 'calendar.file_unreadable'],
  ['a,b\n1,2', 2027, 'import.wrong_columns'],
  ['日期,类型,名称', 2027, 'import.no_rows'],
  [csvOf2027, 1990, 'calendar.year_out_of_range'],
])('the file %j for %i is refused with %s', async (content, year, code) => {
  expect(await refusalOf(importFile(content, 'all', 0, year))).toBe(code);
});

test('a request without a file is refused', async () => {
  const call = administrator().call(contract.importCalendarYear, { year: 2027, mode: 'all', version: 0 });
  expect(await refusalOf(call)).toBe('calendar.file_unreadable');
});

test('everybody can read who changed the calendar, page by page', async () => {
  let version = 0;
  for (let day = 1; day <= 27; day++) {
    const date = `2026-07-${String(day).padStart(2, '0')}`;
    ({ version } = await administrator().call(contract.setCalendarDay, { ...flood, date, version }));
  }
  const first = await handler().call(contract.listCalendarChanges, {});
  expect(first.changes).toHaveLength(25);
  expect(first.changes[0]).toMatchObject({
    version: 27,
    type: 'calendar.day_set',
    data: { day: { date: '2026-07-27' } },
  });
  const rest = await handler().call(contract.listCalendarChanges, { before: first.next! });
  expect(rest.changes.map((change) => change.version)).toEqual([2, 1]);
  expect(rest.next).toBeNull();
});
