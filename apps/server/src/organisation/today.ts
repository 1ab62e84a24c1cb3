import type { JobCtx } from '../kernel/context.ts';

/** The day on the calendar of the whole country; periods of units and positions begin and end with it. */
export function todayOf(ctx: Pick<JobCtx, 'now'>): string {
  return ctx.now().toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString();
}
