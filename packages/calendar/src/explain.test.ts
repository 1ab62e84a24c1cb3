import { describe, expect, it } from 'vitest';
import { instantOf } from './beijing-time.ts';
import { explainDeadline } from './explain.ts';
import { stateCouncilDays } from './state-council-years.ts';
import type { ClockKind } from './time-limit.ts';
import { workingCalendar } from './working-calendar.ts';

const calendar = workingCalendar(stateCouncilDays());
const told = (start: string, amount: number, clock: ClockKind, pauseFrom?: string, pauseUntil?: string) => {
  const pauses =
    pauseFrom && pauseUntil ? [{ from: instantOf(pauseFrom, 600), until: instantOf(pauseUntil, 600) }] : [];
  const { notes } = explainDeadline(instantOf(start, 600), { amount, clock }, calendar, pauses);
  return notes.map(({ date, role, count, name }) =>
    [date.slice(5), role, count, name].filter((x) => x !== null).join(' '),
  );
};

describe('the explanation of a deadline', () => {
  it('says of every date why it was counted or skipped', () => {
    expect(told('2026-02-12', 5, 'working-days')).toEqual([
      '02-12 start',
      '02-13 counted 1',
      '02-14 counted 2 春节',
      ...['15', '16', '17', '18', '19', '20', '21', '22', '23'].map((day) => `02-${day} off 春节`),
      '02-24 counted 3',
      '02-25 counted 4',
      '02-26 counted 5',
    ]);
  });

  it('shows how a last day off rolls on', () => {
    expect(told('2026-06-17', 3, 'natural-days')).toEqual([
      '06-17 start',
      '06-18 counted 1',
      '06-19 counted 2 端午',
      '06-20 counted 3 端午',
      '06-21 rolled_over 端午',
      '06-22 rolled_over',
    ]);
  });

  it('shows the days of a pause', () => {
    expect(told('2026-03-02', 2, 'working-days', '2026-03-03', '2026-03-05')).toEqual([
      '03-02 start',
      '03-03 paused',
      '03-04 paused',
      '03-05 counted 1',
      '03-06 counted 2',
    ]);
  });

  it('does not number the dates of clocks of hours', () => {
    expect(told('2026-03-06', 12, 'working-hours')).toEqual(['03-06 start', '03-07 off', '03-08 off', '03-09 counted']);
  });
});
