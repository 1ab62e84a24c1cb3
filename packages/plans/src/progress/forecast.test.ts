import { stateCouncilDays } from '@duban/calendar/state-council-years';
import { addWorkingDays, workingCalendar } from '@duban/calendar/working-calendar';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Forecast, type ForecastQuestion, LEAST_READINGS, forecast } from './forecast.ts';
import type { CurvePoint } from './s-curve.ts';

const office = workingCalendar(stateCouncilDays());
const start = '2026-03-02';

/** Readings every five working days, each with what was gained since the last. */
function readings(gains: readonly number[]): CurvePoint[] {
  let amount = 0;
  const first = { asOf: start, amount };
  return [
    first,
    ...gains.map((gain, at) => ({ asOf: addWorkingDays(office, start, (at + 1) * 5), amount: (amount += gain) })),
  ];
}

function foreseen(over: Partial<ForecastQuestion>): Forecast {
  const answer = forecast(
    { readings: readings([10, 10, 10, 10, 10, 10]), total: 100, finishBy: '2026-06-30', seed: 1, ...over },
    office,
  );
  if ('refused' in answer) throw new Error(answer.code);
  return answer;
}

describe('a unit that works like a clock', () => {
  // 60 of 100 after six weeks; 40 more take four weeks: twenty working days after 14 April
  const last = readings([10, 10, 10, 10, 10, 10]).at(-1)!.asOf;
  const done = addWorkingDays(office, last, 20);

  test('is done on the day that its pace says', () => {
    const answer = foreseen({ finishBy: done });
    expect(answer.finish).toEqual({ early: done, median: done, late: done });
    expect(answer.probability).toBe(1);
    expect(answer.interval).toEqual({ level: 0.9, from: 1, to: 1 });
    expect(answer).toMatchObject({ readings: 7, unknown: 0, method: 'bayesian_bootstrap' });
  });

  test('and not a day earlier', () => {
    expect(foreseen({ finishBy: addWorkingDays(office, done, -1) }).probability).toBe(0);
  });

  test('its curve is a line to the total and stays there', () => {
    const days = [5, 10, 20, 40].map((count) => addWorkingDays(office, last, count));
    expect(
      foreseen({ curveDays: ['2026-03-10', ...days] }).curve.map(({ low, median, high }) => [low, median, high]),
    ).toEqual([
      [60, 60, 60],
      [70, 70, 70],
      [80, 80, 80],
      [100, 100, 100],
      [100, 100, 100],
    ]);
  });
});

describe('a unit that works by fits and starts', () => {
  const gains = [2, 25, 0, 4, 20, 3];

  test('gets a spread instead of a date, the same for the same seed', () => {
    const answer = foreseen({ readings: readings(gains), finishBy: '2026-05-15' });
    expect(answer.finish.early! < answer.finish.median! && answer.finish.median! < answer.finish.late!).toBe(true);
    expect(answer.probability).toBeGreaterThan(0.2);
    expect(answer.probability).toBeLessThan(0.9);
    expect(answer.interval.from).toBeLessThan(answer.probability);
    expect(answer.interval.to).toBeGreaterThan(answer.probability);
    expect(foreseen({ readings: readings(gains), finishBy: '2026-05-15' })).toEqual(answer);
    expect(foreseen({ readings: readings(gains), finishBy: '2026-05-15', seed: 2 })).not.toEqual(answer);
  });

  test('a longer history of the same kind leaves less open', () => {
    const width = ({ interval }: Forecast) => interval.to - interval.from;
    const long = [...gains, ...gains, ...gains, ...gains];
    const short = foreseen({
      readings: readings(gains),
      total: 54 + 60,
      finishBy: addWorkingDays(office, start, 30 + 35),
    });
    const wide = foreseen({
      readings: readings(long),
      total: 54 * 4 + 60,
      finishBy: addWorkingDays(office, start, 120 + 35),
    });
    expect(width(wide)).toBeLessThan(width(short));
  });

  test('more time never makes it less likely, and shares are shares', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(30), { minLength: LEAST_READINGS, maxLength: 9 }),
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 1, max: 90 }),
        (of, rest, days) => {
          const total = of.reduce((sum, gain) => sum + gain, 0) + rest;
          const last = readings(of).at(-1)!.asOf;
          const by = (count: number) =>
            foreseen({ readings: readings(of), total, finishBy: addWorkingDays(office, last, count) });
          const [sooner, later] = [by(days), by(days + 10)];
          expect(later.probability).toBeGreaterThanOrEqual(sooner.probability);
          expect(sooner.probability).toBeGreaterThanOrEqual(0);
          expect(later.probability).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 20 },
    );
  });
});

describe('what is not foreseen', () => {
  test('a unit at a standstill is not in sight of its end', () => {
    const answer = foreseen({ readings: readings([0, 0, 0, 0, 0, 0]) });
    expect(answer.probability).toBe(0);
    expect(answer.finish).toEqual({ early: null, median: null, late: null });
  });

  test('what is done already is done', () => {
    const answer = foreseen({ total: 60, finishBy: '2026-12-31' });
    expect(answer.probability).toBe(1);
    expect(answer.finish.median).toBe(readings([10, 10, 10, 10, 10, 10]).at(-1)!.asOf);
  });

  test('nothing is invented for an unknown total or from too few readings', () => {
    const ask = (over: Partial<ForecastQuestion>) =>
      forecast(
        { readings: readings([10, 10, 10, 10, 10]), total: 100, finishBy: '2026-06-30', seed: 1, ...over },
        office,
      );
    expect(ask({})).toMatchObject({ readings: 6 });
    expect(ask({ total: null })).toMatchObject({ code: 'forecast.total_unknown' });
    expect(ask({ readings: readings([10, 10, 10, 10]) })).toMatchObject({
      code: 'forecast.too_few_readings',
      params: { count: 5, least: 6 },
    });
    const masked = readings([10, 10, 10, 10, 10]).with(2, { asOf: '2026-03-16', amount: null });
    expect(ask({ readings: masked })).toMatchObject({ code: 'forecast.too_few_readings', params: { count: 5 } });
    expect(ask({ readings: readings([10, 10, 10, 10, 10]).toReversed() })).toMatchObject({
      code: 'forecast.readings_out_of_order',
      params: { row: 2 },
    });
  });

  test.each<[string, Partial<ForecastQuestion>]>([
    ['forecast.amount_invalid', { total: -1 }],
    ['forecast.amount_invalid', { total: Number.POSITIVE_INFINITY }],
    ['forecast.amount_invalid', { readings: readings([1, 1, Number.NaN, 1, 1, 1]) }],
    ['forecast.date_invalid', { finishBy: '2026-02-30' }],
    ['forecast.date_invalid', { finishBy: '2099-01-01' }],
    ['forecast.date_invalid', { readings: [{ asOf: '1999-12-31', amount: 0 }, ...readings([1, 1, 1, 1, 1])] }],
    ['forecast.date_invalid', { curveDays: ['soon'] }],
  ])('%s for %o', (code, over) => {
    const asked = { readings: readings([1, 1, 1, 1, 1]), total: 100, finishBy: '2026-06-30', seed: 1, ...over };
    expect(forecast(asked, office)).toMatchObject({ refused: true, code });
  });

  test('an unknown reading is passed over: its stretch is part of a longer one', () => {
    const masked = readings([10, 10, 10, 10, 10, 10]).with(3, {
      asOf: addWorkingDays(office, start, 15),
      amount: null,
    });
    expect(foreseen({ readings: masked })).toMatchObject({ readings: 6, unknown: 1 });
  });

  test('two readings without a working day between are one', () => {
    const twice = [...readings([10, 10, 10, 10, 10]), { asOf: addWorkingDays(office, start, 25), amount: 51 }];
    expect(foreseen({ readings: twice })).toMatchObject({ readings: 6 });
  });
});
