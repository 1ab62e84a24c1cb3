import { CLOCK_KINDS, type TimeLimit } from '@duban/calendar/time-limit';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { after, calendar, start } from './cases.example.ts';
import {
  extendClock,
  isPassed,
  isRunning,
  openPause,
  pauseClock,
  remainingOf,
  resumeClock,
  startClock,
  stopClock,
} from './clock.ts';
import { lightOf } from './lights.ts';

const limits = fc.record({ clock: fc.constantFrom(...CLOCK_KINDS), amount: fc.integer({ min: 1, max: 30 }) });
const moments = fc.integer({ min: 0, max: 365 * 24 * 60 }).map((minutes) => start.add({ minutes }));
const hours = fc.integer({ min: 0, max: 24 * 40 });
const compare = Temporal.Instant.compare;

describe('laws of every clock', () => {
  test('the warning lies between the start and the end', () => {
    fc.assert(
      fc.property(limits, moments, (limit, at) => {
        const clock = startClock(limit, at, calendar);
        expect(compare(clock.startedAt, clock.warnAt)).toBeLessThanOrEqual(0);
        expect(compare(clock.warnAt, clock.dueAt)).toBeLessThanOrEqual(0);
      }),
    );
  });

  test('a pause never brings the end forward, and a pause of nothing changes nothing', () => {
    fc.assert(
      fc.property(limits, moments, hours, hours, (limit, at, wait, length) => {
        const clock = startClock(limit, at, calendar);
        const from = at.add({ hours: wait });
        const back = resumeClock(
          pauseClock(clock, 'check', from, null, calendar),
          from.add({ hours: length }),
          calendar,
        );
        expect(compare(back.dueAt, clock.dueAt)).toBeGreaterThanOrEqual(0);
        if (length === 0) expect(back.dueAt).toBe(clock.dueAt);
        if (compare(from, clock.dueAt) > 0) expect(back.dueAt).toBe(clock.dueAt);
      }),
    );
  });

  test('while paused without a planned end the deadline stands as it was', () => {
    fc.assert(
      fc.property(limits, moments, hours, (limit, at, wait) => {
        const clock = startClock(limit, at, calendar);
        expect(pauseClock(clock, 'check', at.add({ hours: wait }), null, calendar).dueAt).toBe(clock.dueAt);
      }),
    );
  });

  test('a pause that ends as planned leaves the deadline that was shown', () => {
    fc.assert(
      fc.property(limits, moments, hours, hours, (limit, at, wait, length) => {
        const from = at.add({ hours: wait });
        const planned = from.add({ hours: length });
        const paused = pauseClock(startClock(limit, at, calendar), 'suspension', from, planned, calendar);
        expect(resumeClock(paused, planned, calendar).dueAt).toBe(paused.dueAt);
      }),
    );
  });

  test('an extension never shortens, and equals twice the limit from the start', () => {
    fc.assert(
      fc.property(limits, moments, (limit, at) => {
        const clock = startClock(limit, at, calendar);
        const longer = extendClock(clock, calendar);
        expect(compare(longer.dueAt, clock.dueAt)).toBeGreaterThanOrEqual(0);
        expect(longer.dueAt).toBe(startClock({ ...limit, amount: limit.amount * 2 }, at, calendar).dueAt);
      }),
    );
  });

  test('something is left before the end and nothing after it', () => {
    fc.assert(
      fc.property(limits, moments, hours, (limit, at, wait) => {
        const clock = startClock(limit, at, calendar);
        const now = at.add({ hours: wait });
        if (isPassed(clock, now)) expect(remainingOf(clock, now, calendar)).toBeLessThanOrEqual(0);
        else expect(remainingOf(clock, now, calendar)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('lights', () => {
  const limit: TimeLimit = { amount: 8, clock: 'hours' };
  const clock = startClock(limit, start, calendar);

  test.each([
    [0, 'green'],
    [5.9, 'green'],
    [6, 'yellow'],
    [8, 'yellow'],
    [8.1, 'red'],
  ] as const)('after %s of 8 hours it is %s', (hour, light) => {
    expect(lightOf(clock, after(hour))).toBe(light);
  });

  test('paused in time it is paused for ever; paused too late it stays red', () => {
    expect(lightOf(pauseClock(clock, 'check', after(7), null, calendar), after(100))).toBe('paused');
    expect(lightOf(pauseClock(clock, 'check', after(9), null, calendar), after(100))).toBe('red');
  });

  test('stopped, it has no light; without a clock neither', () => {
    expect(lightOf(stopClock(clock, after(1).toString()), after(100))).toBe('off');
    expect(lightOf(null, start)).toBe('off');
  });

  test('every pause keeps its reason, and stopping ends the open one without giving time', () => {
    const paused = pauseClock(clock, 'check', after(1), null, calendar);
    expect([isRunning(clock), isRunning(paused), openPause(paused)?.reason]).toEqual([true, false, 'check']);
    const stopped = stopClock(paused, after(30).toString());
    expect(stopped).toMatchObject({
      dueAt: clock.dueAt,
      stoppedAt: after(30).toString(),
      pauses: [{ reason: 'check', until: after(30).toString() }],
    });
    expect(stopClock(stopped, after(40).toString())).toBe(stopped);
  });
});
