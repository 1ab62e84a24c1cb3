import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CalendarDay, calendarVersion, whyNotCalendarDay, withDays, withHours } from './calendar-data.ts';
import { addDays } from './civil-date.ts';
import { stateCouncilDays } from './state-council-years.ts';
import {
  addWorkingDays,
  dayStatus,
  isProvisional,
  isWorkingDay,
  nextWorkingDay,
  workingCalendar,
  workingDaysBetween,
} from './working-calendar.ts';
import { whyNotWorkingHours, workingMinutesPerDay } from './working-hours.ts';

const published = stateCouncilDays();
const calendar = workingCalendar(published);
const anyDate = fc.integer({ min: 0, max: 8395 }).map((days) => addDays('2004-01-01', days));

describe('a published year', () => {
  it.each([
    ['2026-02-12', true, 'plain_working_day', null],
    ['2026-02-14', true, 'shifted_working_day', '春节'],
    ['2026-02-16', false, 'holiday', '春节'],
    ['2026-03-07', false, 'weekend', null],
    ['2026-09-20', true, 'shifted_working_day', '国庆节'],
    ['2026-10-10', true, 'shifted_working_day', '国庆节'],
  ])('%s: working %s, %s, %s', (date, working, reason, name) => {
    expect(dayStatus(calendar, date)).toEqual({ date, working, reason, name, provisional: false });
    expect(isWorkingDay(calendar, date)).toBe(working);
  });

  it('has 248 working days in 2026', () => {
    expect(workingDaysBetween(calendar, '2025-12-31', '2026-12-31')).toBe(248);
  });
});

describe('a year that is not published', () => {
  it.each([
    ['2027-01-01', false, 'feast', '元旦'],
    ['2027-04-05', false, 'feast', '清明'],
    ['2027-10-01', false, 'feast', '国庆节'],
    ['2027-10-02', false, 'feast', '国庆节'],
    ['2027-02-06', false, 'weekend', null],
    ['2027-02-08', true, 'plain_working_day', null],
  ])('%s: working %s, %s, %s, provisional', (date, working, reason, name) => {
    expect(dayStatus(calendar, date)).toEqual({ date, working, reason, name, provisional: true });
  });

  it('leaves the end of the year before open, because its notice may shift days there', () => {
    expect(isProvisional(calendar, '2026-12-27')).toBe(false);
    expect(isProvisional(calendar, '2026-12-28')).toBe(true);
    expect(isProvisional(calendar, '2025-12-31')).toBe(false);
  });

  it('is certain once it is published', () => {
    const next = workingCalendar(withDays(published, { days: [], years: [2027] }));
    expect(isProvisional(next, '2026-12-31')).toBe(false);
    expect(isProvisional(next, '2027-06-01')).toBe(false);
    expect(isWorkingDay(next, '2027-01-01')).toBe(true);
    expect(isProvisional(next, '2027-12-28')).toBe(true);
  });
});

describe('the table over the published years', () => {
  const flood: CalendarDay = { date: '2026-07-15', kind: 'holiday', name: '防汛停工', source: '区政府通知' };

  it('replaces a day and leaves the rest', () => {
    const changed = workingCalendar(
      withDays(published, { days: [flood, { ...flood, date: '2026-02-16', kind: 'workday' }] }),
    );
    expect(dayStatus(changed, '2026-07-15')).toMatchObject({ working: false, reason: 'holiday', name: '防汛停工' });
    expect(isWorkingDay(changed, '2026-02-16')).toBe(true);
    expect(isWorkingDay(changed, '2026-02-17')).toBe(false);
    expect(isWorkingDay(calendar, '2026-07-15')).toBe(true);
  });

  it('changes the version when an answer can change, and only then', () => {
    expect(calendarVersion(withDays(published, { days: [flood] }))).not.toBe(calendarVersion(published));
    expect(calendarVersion(withDays(published, { days: [], years: [2027] }))).not.toBe(calendarVersion(published));
    expect(calendarVersion(withHours(published, [{ from: '09:00', to: '17:00' }]))).not.toBe(
      calendarVersion(published),
    );
    expect(calendarVersion(withHours(published, published.hours, 'midnight'))).not.toBe(calendarVersion(published));
    const renamed = published.days.map((day) => ({ ...day, source: 'typed in again' }));
    expect(calendarVersion({ ...published, days: renamed })).toBe(calendarVersion(published));
  });

  it('gives no two single-day changes the same version', () => {
    const kinds = ['holiday', 'workday'] as const;
    const versions = kinds.flatMap((kind) =>
      Array.from({ length: 730 }, (_, at) =>
        calendarVersion(withDays(published, { days: [{ ...flood, kind, date: addDays('2027-01-01', at) }] })),
      ),
    );
    expect(new Set(versions).size).toBe(1460);
  });

  it.each([
    [{ ...flood, date: '2026-02-30' }, 'calendar.date_invalid'],
    [{ ...flood, date: '1999-12-31' }, 'calendar.date_out_of_range'],
    [{ ...flood, date: '2100-01-01' }, 'calendar.date_out_of_range'],
    [{ ...flood, name: ' ' }, 'calendar.day_name_missing'],
    [{ ...flood, kind: 'halfday' as 'holiday' }, 'calendar.day_kind_unknown'],
  ])('refuses %j with %s', (day, code) => {
    expect(whyNotCalendarDay(day)).toMatchObject({ refused: true, code });
    expect(() => withDays(published, { days: [day] })).toThrow(code);
  });
});

describe('counting working days', () => {
  it('is taken back by subtracting', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 2000 }), (date, count) => {
        const start = nextWorkingDay(calendar, date);
        expect(addWorkingDays(calendar, addWorkingDays(calendar, start, count), -count)).toBe(start);
      }),
    );
  });

  it('agrees with walking day by day', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 60 }), (date, count) => {
        let walked = date;
        for (let left = count; left > 0;) {
          walked = addDays(walked, 1);
          if (isWorkingDay(calendar, walked)) left -= 1;
        }
        expect(addWorkingDays(calendar, date, count)).toBe(walked);
        expect(workingDaysBetween(calendar, date, walked)).toBe(count);
        expect(workingDaysBetween(calendar, walked, date)).toBe(-count);
      }),
    );
  });

  it('answers nothing outside the horizon', () => {
    expect(() => isWorkingDay(calendar, '2100-01-01')).toThrow(RangeError);
    expect(() => addWorkingDays(calendar, '2099-12-30', 10)).toThrow(RangeError);
    expect(() => addWorkingDays(calendar, '2000-01-05', -10)).toThrow(RangeError);
    expect(() => isWorkingDay(calendar, '2026-02-30')).toThrow(RangeError);
  });
});

describe('working hours', () => {
  it.each([
    [[], 'calendar.hours_empty'],
    [[{ from: '08:00', to: '08:00' }], 'calendar.hours_invalid'],
    [[{ from: '12:00', to: '08:00' }], 'calendar.hours_invalid'],
    [[{ from: '8:00', to: '12:00' }], 'calendar.hours_invalid'],
    [[{ from: '08:00', to: '25:00' }], 'calendar.hours_invalid'],
    [
      [
        { from: '08:00', to: '12:00' },
        { from: '11:00', to: '18:00' },
      ],
      'calendar.hours_invalid',
    ],
  ])('%j is refused with %s', (hours, code) => {
    expect(whyNotWorkingHours(hours)).toMatchObject({ refused: true, code });
  });

  it('may reach to midnight', () => {
    expect(whyNotWorkingHours([{ from: '00:00', to: '24:00' }])).toBeNull();
    expect(workingMinutesPerDay([{ from: '00:00', to: '24:00' }])).toBe(1440);
  });
});
