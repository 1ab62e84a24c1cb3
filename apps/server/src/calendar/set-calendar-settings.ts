import { setSettings } from '@duban/calendar/calendar-record';
import type * as contract from '@duban/contract/calendar';
import type { Input, Reply } from '@duban/contract/endpoint';
import type { Ctx } from '../kernel/context.ts';
import { unwrap } from '../kernel/problem.ts';
import { headOf } from './calendar.queries.ts';
import { appendToCalendar, lockCalendar } from './calendar.store.ts';

export async function setCalendarSettings(
  ctx: Ctx,
  { version, hours, dayEnds, weekStart }: Input<typeof contract.setCalendarSettings>,
): Promise<Reply<typeof contract.setCalendarSettings>> {
  const found = await lockCalendar(ctx, version);
  const events = unwrap(setSettings(found.record, { hours, dayEnds, weekStart }));
  return headOf(await appendToCalendar(ctx, found, events));
}
