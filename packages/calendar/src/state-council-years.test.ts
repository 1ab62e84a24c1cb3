import { describe, expect, it } from 'vitest';
import { whyNotCalendarDay } from './calendar-data.ts';
import { weekdayOf } from './civil-date.ts';
import { stateCouncilDays } from './state-council-years.ts';

const published = stateCouncilDays();
const rowsOf = (year: number, kind: string) =>
  published.days.filter((day) => day.date.startsWith(`${year}-`) && day.kind === kind).map(({ date }) => date);

describe('the published years', () => {
  it('reach from 2004 to 2026 without a gap', () => {
    expect(published.years).toEqual(Array.from({ length: 23 }, (_, index) => 2004 + index));
  });

  it('give 2026 its six working weekends', () => {
    expect(rowsOf(2026, 'workday')).toEqual([
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
    ]);
  });

  it('give 2026 its 33 days off', () => {
    expect(rowsOf(2026, 'holiday')).toHaveLength(33);
  });

  it('hold one sound row per date, ascending', () => {
    const dates = published.days.map(({ date }) => date);
    expect(dates).toEqual([...new Set(dates)].sort());
    expect(published.days.map(whyNotCalendarDay).filter(Boolean)).toEqual([]);
  });

  it('shift work only onto weekends', () => {
    const shifted = published.days.filter(({ kind }) => kind === 'workday');
    expect(shifted.filter(({ date }) => weekdayOf(date) <= 5)).toEqual([]);
  });

  it('know the days that a later notice took from the year before', () => {
    expect(published.days.filter(({ date }) => date > '2018-12-15' && date < '2019-01-05')).toMatchObject([
      { date: '2018-12-29', kind: 'workday', name: '元旦' },
      { date: '2018-12-30', kind: 'holiday' },
      { date: '2018-12-31', kind: 'holiday' },
      { date: '2019-01-01', kind: 'holiday' },
    ]);
  });
});
