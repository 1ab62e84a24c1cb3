import { type DashboardCount, dashboardCounts, type RedReason, redReasons } from '@duban/rankings/red';
import { read } from '../../routes/search-format.ts';

/** Which number of the dashboard a list belongs to, as it stands in the address. */
export type DashboardCasesSearch = {
  readonly count?: DashboardCount;
  readonly reason?: RedReason;
  readonly unitId?: string;
  readonly holderId?: string;
  readonly after?: string;
};

export function readDashboardCasesSearch(raw: Record<string, unknown>): DashboardCasesSearch {
  const fields = {
    count: read.oneOf(raw.count, dashboardCounts),
    reason: read.oneOf(raw.reason, redReasons),
    unitId: read.text(raw.unitId),
    holderId: read.text(raw.holderId),
    after: read.text(raw.after),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
