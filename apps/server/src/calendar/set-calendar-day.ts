import { setDay } from '@duban/calendar/calendar-record';
import type * as contract from '@duban/contract/calendar';
import type { Input, Reply } from '@duban/contract/endpoint';
import type { Ctx } from '../kernel/context.ts';
import { unwrap } from '../kernel/problem.ts';
import { headOf } from './calendar.queries.ts';
import { appendToCalendar, lockCalendar } from './calendar.store.ts';

export async function setCalendarDay(
  ctx: Ctx,
  { version, date, kind, name, source }: Input<typeof contract.setCalendarDay>,
): Promise<Reply<typeof contract.setCalendarDay>> {
  const found = await lockCalendar(ctx, version);
  return headOf(await appendToCalendar(ctx, found, unwrap(setDay(found.record, { date, kind, name, source }))));
}
