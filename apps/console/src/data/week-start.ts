import type { Weekday } from '@duban/calendar/civil-date';
import { listCalendarYears } from '@duban/contract/calendar';
import { useQueryOf } from './use-query-of.ts';

/** The day on which this jurisdiction cuts its weeks; undefined until it is known. */
export function useWeekStart(): Weekday | undefined {
  const { data, error } = useQueryOf(listCalendarYears, {}, { staleTime: 3_600_000 });
  return data?.settings.weekStart ?? (error ? 1 : undefined);
}
