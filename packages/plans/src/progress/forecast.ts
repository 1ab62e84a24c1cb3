import { HORIZON } from '@duban/calendar/calendar-data';
import { type CivilDate, parseCivilDate } from '@duban/calendar/civil-date';
import { type WorkingCalendar, addWorkingDays, workingDaysBetween } from '@duban/calendar/working-calendar';
import { type Refusal, refuse } from '@duban/kit/refusal';
import { quantile } from './dispersion.ts';
import { type Stretch, simulate } from './simulate.ts';
import type { CurvePoint } from './s-curve.ts';

/**
 * Whether a unit will be finished by the date, from nothing but its own readings 预测. Its past stretches between two
 * readings are drawn again and again and laid end to end until the rest is done. Each of many trials first weighs the
 * stretches at random (the Bayesian bootstrap: Rubin, The Annals of Statistics 9(1), 1981, after Efron 1979), so that a
 * short history gives a wide answer. It assumes that the unit works on as it worked; it knows no plans and no promises.
 */
export type Forecast = {
  readonly method: 'bayesian_bootstrap';
  /** the share of all simulated futures that are finished by the date */
  readonly probability: number;
  /** between which shares nine in ten of the weighings lie: how much the history leaves open */
  readonly interval: { readonly level: 0.9; readonly from: number; readonly to: number };
  /** when it will be done: as likely sooner as later, and four in five futures between the other two; null: not in sight */
  readonly finish: {
    readonly early: CivilDate | null;
    readonly median: CivilDate | null;
    readonly late: CivilDate | null;
  };
  /** the forecast S-curve, beginning with the last reading: tenth, half and nine tenths of the futures */
  readonly curve: readonly {
    readonly asOf: CivilDate;
    readonly low: number;
    readonly median: number;
    readonly high: number;
  }[];
  readonly readings: number;
  /** readings without a known amount, which were passed over */
  readonly unknown: number;
  readonly futures: number;
};

/** Five stretches between readings: fewer say next to nothing about how a unit works. */
export const LEAST_READINGS = 6;

const WEIGHINGS = 300;
const FUTURES_EACH = 60;

export type ForecastQuestion = {
  /** cumulative readings, oldest first; two of one day count as the later one */
  readonly readings: readonly CurvePoint[];
  /** what shall be reached; null when nobody knows */
  readonly total: number | null;
  readonly finishBy: CivilDate;
  /** whole number; the same seed gives the same forecast */
  readonly seed: number;
  /** days for which the curve is wanted, ascending; those before the last reading are left out */
  readonly curveDays?: readonly CivilDate[];
};

/** @returns a refusal where a forecast would be an invention: an unknown total or too few readings */
export function forecast(question: ForecastQuestion, calendar: WorkingCalendar): Forecast | Refusal {
  const { total, finishBy, seed, curveDays = [] } = question;
  if (total === null) return refuse('forecast.total_unknown');
  const fault = whyNotQuestion(question);
  if (fault) return fault;
  const known = knownReadings(question.readings, calendar);
  if (known.length < LEAST_READINGS) {
    return refuse('forecast.too_few_readings', { count: known.length, least: LEAST_READINGS });
  }
  const last = known.at(-1)!;
  const days = curveDays.filter((day) => day > last.asOf);
  const answer = simulate({
    stretches: stretchesOf(known, calendar),
    rest: Math.max(0, total - last.amount),
    workingDays: workingDaysBetween(calendar, last.asOf, finishBy),
    curveAt: days.map((day) => workingDaysBetween(calendar, last.asOf, day)),
    seed,
    weighings: WEIGHINGS,
    futuresEach: FUTURES_EACH,
  });
  const shares = answer.shares.toSorted();
  const finish = answer.finishes.toSorted();
  return {
    method: 'bayesian_bootstrap',
    probability: answer.shares.reduce((sum, share) => sum + share, 0) / shares.length,
    interval: { level: 0.9, from: quantile(shares, 0.05), to: quantile(shares, 0.95) },
    finish: {
      early: dateAfter(last.asOf, finish, 0.1, calendar),
      median: dateAfter(last.asOf, finish, 0.5, calendar),
      late: dateAfter(last.asOf, finish, 0.9, calendar),
    },
    curve: [
      { asOf: last.asOf, low: last.amount, median: last.amount, high: last.amount },
      ...days.map((asOf, at) => {
        const gained = answer.curves[at]!.toSorted();
        const [low, median, high] = [0.1, 0.5, 0.9].map((share) => last.amount + quantile(gained, share));
        return { asOf, low: low!, median: median!, high: high! };
      }),
    ],
    readings: known.length,
    unknown: question.readings.filter(({ amount }) => amount === null).length,
    futures: WEIGHINGS * FUTURES_EACH,
  };
}

/** Dates far enough from the end of the calendars that ten years of futures fit in. */
const LAST_DATE = '2080-12-31';

function whyNotQuestion({ readings, total, finishBy, curveDays = [] }: ForecastQuestion): Refusal | null {
  if (total !== null && !isAmount(total)) return refuse('forecast.amount_invalid', { row: 0, amount: String(total) });
  for (const date of [finishBy, ...curveDays])
    if (!isDate(date)) return refuse('forecast.date_invalid', { row: 0, date });
  for (const [at, { asOf, amount }] of readings.entries()) {
    const row = at + 1;
    if (!isDate(asOf)) return refuse('forecast.date_invalid', { row, date: asOf });
    if (amount !== null && !isAmount(amount)) return refuse('forecast.amount_invalid', { row, amount: String(amount) });
    if (at > 0 && asOf < readings[at - 1]!.asOf) return refuse('forecast.readings_out_of_order', { row });
  }
  return null;
}

function isDate(date: CivilDate): boolean {
  return parseCivilDate(date) !== null && date >= HORIZON.first && date <= LAST_DATE;
}

function isAmount(amount: number): boolean {
  return Number.isFinite(amount) && amount >= 0 && amount <= 1e12;
}

type KnownReading = { readonly asOf: CivilDate; readonly amount: number };

/** Readings between which no working day lies are one: the later stands. */
function knownReadings(readings: readonly CurvePoint[], calendar: WorkingCalendar): readonly KnownReading[] {
  const known: KnownReading[] = [];
  for (const { asOf, amount } of readings) {
    if (amount === null) continue;
    const before = known.at(-1);
    if (before && workingDaysBetween(calendar, before.asOf, asOf) === 0) known.pop();
    known.push({ asOf, amount });
  }
  return known;
}

function stretchesOf(known: readonly KnownReading[], calendar: WorkingCalendar): readonly Stretch[] {
  return known.slice(1).map(({ asOf, amount }, at) => ({
    days: workingDaysBetween(calendar, known[at]!.asOf, asOf),
    gained: amount - known[at]!.amount,
  }));
}

function dateAfter(
  from: CivilDate,
  finishes: ArrayLike<number>,
  share: number,
  calendar: WorkingCalendar,
): CivilDate | null {
  // The nearest future below or at the share: dates are not averaged, and one that is not in sight has none.
  const days = finishes[Math.floor((finishes.length - 1) * share)]!;
  return Number.isFinite(days) ? addWorkingDays(calendar, from, Math.ceil(days)) : null;
}
