import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, dateAt, instantOf, timeOfDayAt } from './beijing-time.ts';
import {
  addDays,
  addMonths,
  dateOfEpochDay,
  daysInMonth,
  epochDayOf,
  parseCivilDate,
  weekdayOf,
} from './civil-date.ts';

const anyEpochDay = fc.integer({ min: epochDayOf('1600-01-01'), max: epochDayOf('2400-12-31') });
const anyMillisecond = fc.integer({
  min: Date.parse('2000-01-01T00:00:00Z'),
  max: Date.parse('2099-12-31T23:59:59Z'),
});

describe('a civil date', () => {
  it('is the same day as Temporal has it', () => {
    fc.assert(
      fc.property(anyEpochDay, (epochDay) => {
        const expected = Temporal.PlainDate.from('1970-01-01').add({ days: epochDay });
        expect(dateOfEpochDay(epochDay)).toBe(expected.toString());
        expect(epochDayOf(dateOfEpochDay(epochDay))).toBe(epochDay);
        expect(weekdayOf(dateOfEpochDay(epochDay))).toBe(expected.dayOfWeek);
      }),
    );
  });

  it('moves by months as Temporal has it: to the corresponding day, else the last', () => {
    fc.assert(
      fc.property(anyEpochDay, fc.integer({ min: -240, max: 240 }), (epochDay, months) => {
        const date = dateOfEpochDay(epochDay);
        expect(addMonths(date, months)).toBe(Temporal.PlainDate.from(date).add({ months }).toString());
      }),
    );
  });

  it.each([
    '2026-02-30',
    '2025-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '26-4-1',
    '2026-4-1',
    '',
    ' 2026-04-01',
  ])('%j does not exist', (text) => expect(parseCivilDate(text)).toBeNull());

  it.each(['2024-02-29', '2000-02-29', '2026-12-31'])('%s exists', (text) => expect(parseCivilDate(text)).toBe(text));

  it('knows the leap days', () => {
    expect([1900, 2000, 2024, 2026].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 29, 28]);
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28');
  });
});

describe('Beijing time', () => {
  it('is what the zone database says, over the whole horizon', () => {
    fc.assert(
      fc.property(anyMillisecond, (milliseconds) => {
        const instant = Temporal.Instant.fromEpochMilliseconds(milliseconds);
        const wall = instant.toZonedDateTimeISO('Asia/Shanghai');
        expect(dateAt(instant)).toBe(wall.toPlainDate().toString());
        const sinceMidnight = wall.toPlainTime().since(Temporal.PlainTime.from('00:00'));
        expect(timeOfDayAt(milliseconds)).toBe(sinceMidnight.total('milliseconds'));
      }),
    );
  });

  it('ends a day where the next begins', () => {
    expect(instantOf('2026-12-31', 1440).equals(instantOf('2027-01-01'))).toBe(true);
    expect(instantOf('2026-01-02').epochMilliseconds - instantOf('2026-01-01').epochMilliseconds).toBe(DAY);
  });

  it('does not ask what zone the machine is in', () => {
    const kept = process.env.TZ;
    try {
      for (const zone of ['America/New_York', 'Europe/London', 'Australia/Lord_Howe', 'Asia/Urumqi']) {
        process.env.TZ = zone;
        expect(dateAt(Temporal.Instant.from('2026-03-29T16:00:00Z'))).toBe('2026-03-30');
        expect(dateAt(Temporal.Instant.from('2026-03-29T15:59:59Z'))).toBe('2026-03-29');
      }
    } finally {
      if (kept === undefined) delete process.env.TZ;
      else process.env.TZ = kept;
    }
  });
});
