import { dateAt } from '@duban/calendar/beijing-time';
import type { JobCtx } from '../kernel/context.ts';

/** The date on the wall in Beijing. */
export function todayOf(ctx: Pick<JobCtx, 'now'>): string {
  return dateAt(ctx.now());
}
