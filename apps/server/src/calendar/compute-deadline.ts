import { instantOf } from '@duban/calendar/beijing-time';
import { HORIZON } from '@duban/calendar/calendar-data';
import { parseCivilDate } from '@duban/calendar/civil-date';
import { explainDeadline } from '@duban/calendar/explain';
import { parseTimeLimit } from '@duban/calendar/time-limit-text';
import type * as contract from '@duban/contract/calendar';
import type { Input, Reply } from '@duban/contract/endpoint';
import type { Ctx } from '../kernel/context.ts';
import { demand, problem } from '../kernel/problem.ts';
import { currentCalendar } from './current-calendar.ts';

/** A query for the calculator: a limit from a date, and what the clock makes of every day. A date begins at 00:00. */
export async function computeDeadline(
  { tx, actor }: Ctx,
  { start, limit: text }: Input<typeof contract.computeDeadline>,
): Promise<Reply<typeof contract.computeDeadline>> {
  const limit = parseTimeLimit(text);
  if ('refused' in limit) {
    demand(limit);
    throw new Error('a refusal demanded is a problem thrown');
  }
  const { calendar } = await currentCalendar(tx, actor.jurisdictionId);
  const from = parseCivilDate(start) === null ? Temporal.Instant.from(start) : instantOf(start);
  try {
    const { deadline, notes } = explainDeadline(from, limit, calendar);
    return { ...deadline, at: deadline.at.toString(), limit, notes: [...notes] };
  } catch (error) {
    if (error instanceof RangeError) throw problem('calendar.start_out_of_range', HORIZON);
    throw error;
  }
}
