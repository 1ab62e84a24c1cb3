import type { CalendarDay } from '@duban/calendar/calendar-data';
import { withDays } from '@duban/calendar/calendar-data';
import { instantOf } from '@duban/calendar/beijing-time';
import { stateCouncilDays } from '@duban/calendar/state-council-years';
import { workingCalendar } from '@duban/calendar/working-calendar';
import { expect, test } from 'vitest';
import type { Case } from './case.ts';
import { calendar } from './cases.example.ts';
import { startClock, stopClock } from './clock.ts';
import { evolve } from './evolve.ts';
import { recomputeLimits } from './recompute-limits.ts';

const at = instantOf('2026-12-30', 600);
const held = {
  id: 'case',
  version: 4,
  state: 'in_progress',
  acceptClock: stopClock(startClock({ amount: 5, clock: 'working-days' }, at, calendar), at.toString()),
  finishClock: startClock({ amount: 5, clock: 'working-days' }, at, calendar),
  dispute: null,
} as unknown as Case;

const day = (date: string, kind: CalendarDay['kind']): CalendarDay => ({ date, kind, name: '元旦', source: '通知' });
const published = (...days: CalendarDay[]) => workingCalendar(withDays(stateCouncilDays(), { days, years: [2027] }));
const after = (found: Case, of: ReturnType<typeof published>): Case => {
  const event = recomputeLimits(found, of);
  if (!event) throw new Error('nothing was recomputed');
  const recorded = { caseId: 'case', jurisdictionId: 'district', at: at.toString(), actorId: null, unitId: null };
  return evolve(found, { ...event, ...recorded, sequence: found.version + 1 });
};

test('a year that is published later moves the end, and both moments are kept', () => {
  const next = published(day('2027-01-01', 'holiday'), day('2027-01-04', 'holiday'));
  expect(recomputeLimits(held, next)).toMatchObject({
    type: 'case.limits_recomputed',
    data: {
      changes: [{ clock: 'finish', kind: 'later', before: '2027-01-07T10:00:00Z', computed: '2027-01-08T10:00:00Z' }],
    },
  });
  expect(after(held, next).finishClock).toMatchObject({ dueDate: '2027-01-08', provisional: false });
});

test('an earlier end is told and does not take effect', () => {
  const next = published(day('2027-01-03', 'workday'));
  const event = recomputeLimits(held, next);
  expect(event?.data).toMatchObject({
    changes: [{ kind: 'earlier', before: '2027-01-07T10:00:00Z', computed: '2027-01-05T10:00:00Z' }],
  });
  const { finishClock } = after(held, next);
  expect(finishClock).toMatchObject({ dueDate: '2027-01-07', provisional: false, calendarVersion: next.version });
});

test('done twice it does nothing the second time', () => {
  for (const next of [published(day('2027-01-03', 'workday')), published(day('2027-01-01', 'holiday'))]) {
    expect(recomputeLimits(after(held, next), next)).toBeNull();
  }
});

test('clocks that stopped, and clocks that come out the same, are left alone', () => {
  expect(recomputeLimits(held, calendar)).toBeNull();
  const certain = { ...held, finishClock: startClock({ amount: 5, clock: 'hours' }, at, calendar) } as Case;
  expect(recomputeLimits(certain, published(day('2027-01-01', 'holiday')))).toBeNull();
  const moved = after(held, published(day('2027-01-01', 'holiday'), day('2027-01-04', 'holiday')));
  expect(moved.acceptClock).toEqual(held.acceptClock);
});

test('an organ that decides a dispute is given the same', () => {
  const dispute = {
    reason: 'r',
    decidingUnit: { id: 'organ', line: [] },
    clock: startClock({ amount: 5, clock: 'working-days' }, at, calendar),
    raised: { at: at.toString(), personId: null, unitId: null },
  };
  const disputed = { ...held, state: 'disputed', finishClock: null, dispute } as unknown as Case;
  const next = published(day('2027-01-01', 'holiday'), day('2027-01-04', 'holiday'));
  expect(after(disputed, next).dispute).toMatchObject({ reason: 'r', clock: { dueDate: '2027-01-08' } });
});
