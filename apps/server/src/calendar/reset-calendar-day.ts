import { resetDay } from '@duban/calendar/calendar-record';
import type * as contract from '@duban/contract/calendar';
import type { Input, Reply } from '@duban/contract/endpoint';
import type { Ctx } from '../kernel/context.ts';
import { unwrap } from '../kernel/problem.ts';
import { headOf } from './calendar.queries.ts';
import { appendToCalendar, lockCalendar } from './calendar.store.ts';

export async function resetCalendarDay(
  ctx: Ctx,
  { version, date }: Input<typeof contract.resetCalendarDay>,
): Promise<Reply<typeof contract.resetCalendarDay>> {
  const found = await lockCalendar(ctx, version);
  return headOf(await appendToCalendar(ctx, found, unwrap(resetDay(found.record, date))));
}
