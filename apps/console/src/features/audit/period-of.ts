import type { AuditSearch } from './audit-search.ts';

/** Two days, both included, as instants in the time of the district. */
export function instantsOf({ from, to }: Pick<AuditSearch, 'from' | 'to'>): { from?: string; to?: string } {
  const midnight = (day: string, after = 0) =>
    new Date(Date.parse(`${day}T00:00:00+08:00`) + after * 86_400_000).toISOString();
  return { ...(from ? { from: midnight(from) } : {}), ...(to ? { to: midnight(to, 1) } : {}) };
}
