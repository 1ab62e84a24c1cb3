import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { todayOf } from './today.ts';

/** 2026-0000123: the year in Beijing and a number that never repeats. Gaps are possible and mean nothing. */
export async function nextNumber(ctx: Ctx): Promise<string> {
  const { rows } = await sql<{ next: number }>`select nextval('case_numbers') as next`.execute(ctx.tx);
  return `${todayOf(ctx).slice(0, 4)}-${String(rows[0]?.next).padStart(7, '0')}`;
}
