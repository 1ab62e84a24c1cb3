import { describe, expect, it } from 'vitest';
import type { CalendarDay } from './calendar-data.ts';
import {
  type CalendarEvent,
  type CalendarRecord,
  NEW_CALENDAR,
  calendarDataOf,
  evolve,
  importYear,
  resetDay,
  setDay,
  setSettings,
} from './calendar-record.ts';
import { publishYear } from './publish-year.ts';
import { stateCouncilDays } from './state-council-years.ts';
import { isProvisional, isWorkingDay, workingCalendar } from './working-calendar.ts';
import type { Decision } from '@duban/kit/refusal';

const base = stateCouncilDays();
const off = (date: string, name: string): CalendarDay => ({ date, kind: 'holiday', name, source: '国办通知' });

/** The feast days of 2027 as a notice might arrange them. */
const notice2027: CalendarDay[] = [
  off('2027-01-01', '元旦'),
  ...['05', '06', '07', '08', '09', '10', '11'].map((day) => off(`2027-02-${day}`, '春节')),
  off('2027-04-05', '清明'),
  off('2027-05-01', '劳动节'),
  off('2027-05-02', '劳动节'),
  off('2027-06-09', '端午节'),
  off('2027-09-15', '中秋节'),
  ...['01', '02', '03'].map((day) => off(`2027-10-${day}`, '国庆节')),
  { date: '2027-02-14', kind: 'workday', name: '春节', source: '国办通知' },
];

const after = (record: CalendarRecord, decision: Decision<CalendarEvent>): CalendarRecord => {
  if (decision.refused) throw new Error(decision.code);
  return decision.events.reduce(evolve, record);
};
const imported = after(NEW_CALENDAR, importYear(NEW_CALENDAR, { year: 2027, days: notice2027, fileName: '2027.json' }));

describe('publishing a year', () => {
  it('makes its dates certain, and its shifted days count', () => {
    const record = after(imported, publishYear(imported, { year: 2027, source: '国办通知' }, base));
    const calendar = workingCalendar(calendarDataOf(record, base));
    expect(isProvisional(calendar, '2027-02-08')).toBe(false);
    expect(isWorkingDay(calendar, '2027-02-08')).toBe(false);
    expect(isWorkingDay(calendar, '2027-02-14')).toBe(true);
  });

  it('before that, imported days count but stay provisional', () => {
    const calendar = workingCalendar(calendarDataOf(imported, base));
    expect(isWorkingDay(calendar, '2027-02-08')).toBe(false);
    expect(isProvisional(calendar, '2027-02-08')).toBe(true);
  });

  it.each(notice2027.filter(({ kind, name }) => kind === 'holiday' && name !== '春节').map((day) => [day.date, day]))(
    'is refused while %s is missing',
    (_, missing) => {
      const record = { ...imported, days: imported.days.filter((day) => day !== missing) };
      expect(publishYear(record, { year: 2027, source: '国办通知' }, base)).toMatchObject({
        refused: true,
        code: 'calendar.year_incomplete',
        params: { year: 2027, missing: expect.stringContaining(missing.name.slice(0, 2)) },
      });
    },
  );

  it.each([
    [2026, 'calendar.year_already_published'],
    [1999, 'calendar.year_out_of_range'],
    [2100, 'calendar.year_out_of_range'],
    [2026.5, 'calendar.year_out_of_range'],
  ])('%d is refused with %s', (year, code) => {
    expect(publishYear(imported, { year, source: '国办通知' }, base)).toMatchObject({ refused: true, code });
  });
});

describe('editing', () => {
  const flood = off('2026-07-15', '防汛停工');

  it('sets a day once, changes it, and takes it away again', () => {
    const set = after(NEW_CALENDAR, setDay(NEW_CALENDAR, flood));
    expect(set.days).toEqual([flood]);
    expect(setDay(set, flood)).toMatchObject({ refused: true, code: 'calendar.nothing_changed' });
    const renamed = setDay(set, { ...flood, name: '高温停工' });
    expect(renamed).toMatchObject({ refused: false, events: [{ before: flood }] });
    expect(after(set, resetDay(set, flood.date))).toEqual(NEW_CALENDAR);
    expect(resetDay(NEW_CALENDAR, flood.date)).toMatchObject({ refused: true, code: 'calendar.day_not_set' });
    expect(setDay(set, { ...flood, date: '2026-02-30' })).toMatchObject({
      refused: true,
      code: 'calendar.date_invalid',
    });
  });

  it('sets the hours, and refuses hours that overlap', () => {
    const settings = { ...NEW_CALENDAR.settings, hours: [{ from: '09:00', to: '17:00' }], weekStart: 5 } as const;
    const set = after(NEW_CALENDAR, setSettings(NEW_CALENDAR, settings));
    expect(workingCalendar(calendarDataOf(set, base)).minutesPerDay).toBe(480);
    expect(set.settings.weekStart).toBe(5);
    expect(setSettings(set, settings)).toMatchObject({ refused: true, code: 'calendar.nothing_changed' });
    expect(setSettings(set, { ...settings, hours: [] })).toMatchObject({ refused: true, code: 'calendar.hours_empty' });
  });

  it('imports only what changes, and only days of the year or the week before it', () => {
    expect(importYear(imported, { year: 2027, days: notice2027, fileName: 'again' })).toMatchObject({
      code: 'calendar.nothing_changed',
    });
    const more = importYear(imported, { year: 2027, days: [...notice2027, off('2026-12-31', '元旦')], fileName: 'b' });
    expect(more).toMatchObject({ events: [{ days: [{ date: '2026-12-31' }] }] });
    for (const date of ['2026-12-24', '2028-01-01']) {
      const decision = importYear(NEW_CALENDAR, { year: 2027, days: [off(date, '元旦')], fileName: 'c' });
      expect(decision).toMatchObject({ refused: true, code: 'calendar.day_of_other_year' });
    }
  });
});
