import { parseArgs } from 'node:util';
import { TIME_ZONE, instantOf } from '@duban/calendar/beijing-time';
import { HORIZON } from '@duban/calendar/calendar-data';
import { parseCivilDate } from '@duban/calendar/civil-date';
import { type Deadline, deadline } from '@duban/calendar/deadline';
import { stateCouncilDays } from '@duban/calendar/state-council-years';
import { CLOCK_KINDS, type TimeLimit, isClockKind, whyNotTimeLimit } from '@duban/calendar/time-limit';
import { parseTimeLimit } from '@duban/calendar/time-limit-text';
import { workingCalendar } from '@duban/calendar/working-calendar';
import { type CommandResult, done, failed } from '../cli/command.ts';

/**
 * `duban calendar add DATE AMOUNT CLOCK [--json]`: a deadline from the published years, without a database. DATE may
 * carry a time (`2026-02-12T09:30`, Beijing unless an offset is given); AMOUNT and CLOCK may be one Chinese text
 * (`5个工作日`). An answer that rests on an unpublished year is marked.
 */
export function calendarCommand(args: readonly string[]): CommandResult {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { json: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const [verb, from = '', ...limitWords] = positionals;
  if (verb !== 'add' || limitWords.length < 1 || limitWords.length > 2) return failed(USAGE, 2);
  const start = readStart(from);
  if (start === null) return failed(`不是有效的日期或时间 / not a date or time: ${from}\n${USAGE}`, 2);
  const limit = readLimit(limitWords);
  if (limit === null) return failed(`不是有效的时限 / not a time limit: ${limitWords.join(' ')}\n${USAGE}`, 2);
  try {
    const due = deadline(start, limit, workingCalendar(stateCouncilDays()));
    return done(values.json ? JSON.stringify({ from, ...limit, ...due, at: due.at.toString() }) : lineOf(due, limit));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return failed(
      `日历范围为 ${HORIZON.first} 至 ${HORIZON.last} / the calendar reaches from ${HORIZON.first} to ${HORIZON.last}`,
      2,
    );
  }
}

const USAGE = `duban calendar add DATE AMOUNT CLOCK [--json]
  DATE   2026-02-12 | 2026-02-12T09:30 | 2026-02-12T01:30Z
  CLOCK  ${CLOCK_KINDS.join(' | ')}
  duban calendar add 2026-02-12 5 working-days
  duban calendar add 2026-02-12T09:30 2紧急工作时`;

function readStart(text: string): Temporal.Instant | null {
  if (parseCivilDate(text) !== null) return instantOf(text);
  if (!/^\d{4}-\d{2}-\d{2}T/.test(text)) return null;
  try {
    if (/(Z|[+-]\d{2}:?\d{2})$/.test(text)) return Temporal.Instant.from(text);
    return Temporal.PlainDateTime.from(text).toZonedDateTime(TIME_ZONE).toInstant();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function readLimit(words: readonly string[]): TimeLimit | null {
  const [amount = '', clock] = words;
  if (clock === undefined) {
    const parsed = parseTimeLimit(amount);
    return 'refused' in parsed ? null : parsed;
  }
  if (!isClockKind(clock) || !/^\d+(\.\d+)?$/.test(amount)) return null;
  const limit = { amount: Number(amount), clock };
  return whyNotTimeLimit(limit) === null ? limit : null;
}

/** The date for clocks of days, the Beijing wall-clock time for clocks of hours. */
function lineOf(due: Deadline, { clock }: TimeLimit): string {
  const runsByDate = clock === 'natural-days' || clock === 'working-days' || clock === 'months';
  const wall = due.at.toZonedDateTimeISO(TIME_ZONE).toString({ smallestUnit: 'minute', timeZoneName: 'never' });
  return `${runsByDate ? due.date : wall}${due.provisional ? ' 暂定 provisional' : ''}`;
}
