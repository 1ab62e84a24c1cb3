import { publishYear } from '@duban/calendar/publish-year';
import type * as contract from '@duban/contract/calendar';
import type { Input, Reply } from '@duban/contract/endpoint';
import type { Ctx } from '../kernel/context.ts';
import { unwrap } from '../kernel/problem.ts';
import { headOf } from './calendar.queries.ts';
import { appendToCalendar, lockCalendar } from './calendar.store.ts';
import { publishedYears } from './published-years.ts';

export async function publishCalendarYear(
  ctx: Ctx,
  { version, year, source }: Input<typeof contract.publishCalendarYear>,
): Promise<Reply<typeof contract.publishCalendarYear>> {
  const found = await lockCalendar(ctx, version);
  const events = unwrap(publishYear(found.record, { year, source }, publishedYears));
  return headOf(await appendToCalendar(ctx, found, events));
}
