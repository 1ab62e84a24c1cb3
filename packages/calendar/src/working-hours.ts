import { type Refusal, refuse } from '@duban/kit/refusal';

/** One stretch of work within a day, wall-clock time in Beijing, `HH:MM`; `to` may be `24:00`. */
export type WorkingSession = { readonly from: string; readonly to: string };

/** The sessions of every working day, in order. */
export type WorkingHours = readonly WorkingSession[];

/** 08:00-12:00 and 14:00-18:00, the example of the urban-management standards; each jurisdiction sets its own. */
export const DEFAULT_WORKING_HOURS: WorkingHours = [
  { from: '08:00', to: '12:00' },
  { from: '14:00', to: '18:00' },
];

/** A session in minutes since midnight. */
export type SessionMinutes = { readonly from: number; readonly to: number };

const CLOCK_SHAPE = /^([01]\d|2[0-3]):([0-5]\d)$/;

/** @returns minutes since midnight, or null when the text is not a time of day */
export function parseClockTime(text: string): number | null {
  if (text === '24:00') return 24 * 60;
  const found = CLOCK_SHAPE.exec(text);
  return found ? Number(found[1]) * 60 + Number(found[2]) : null;
}

/** 600 → `10:00` */
export function clockText(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** Hours are at least one session, each with a beginning before its end, in order and without overlap. */
export function whyNotWorkingHours(hours: WorkingHours): Refusal | null {
  if (hours.length === 0) return refuse('calendar.hours_empty');
  let before = 0;
  for (const session of hours) {
    const from = parseClockTime(session.from);
    const to = parseClockTime(session.to);
    if (from === null || to === null || from >= to || from < before) {
      return refuse('calendar.hours_invalid', { session: `${session.from}-${session.to}` });
    }
    before = to;
  }
  return null;
}

/** @throws RangeError when the hours were not checked with `whyNotWorkingHours` */
export function sessionMinutesOf(hours: WorkingHours): readonly SessionMinutes[] {
  if (whyNotWorkingHours(hours) !== null) throw new RangeError('working hours out of order');
  return hours.map(({ from, to }) => ({ from: parseClockTime(from) as number, to: parseClockTime(to) as number }));
}

/** Working minutes in one working day. */
export function workingMinutesPerDay(hours: WorkingHours): number {
  return sessionMinutesOf(hours).reduce((sum, { from, to }) => sum + to - from, 0);
}
