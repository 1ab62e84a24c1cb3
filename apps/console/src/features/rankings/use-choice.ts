import { useWeekStart } from '../../data/week-start.ts';
import { serverNow } from '../../data/server-clock.ts';
import { useFormats } from '../../i18n/formats.ts';
import { type Choice, choiceOf, type RankingSearch } from './ranking-search.ts';

/** The choice of the address, once it is known on which day weeks begin. */
export function useChoice(search: RankingSearch): { choice: Choice | null; today: string } {
  const formats = useFormats();
  const weekStart = useWeekStart();
  const today = formats.date(new Date(serverNow()).toISOString());
  return { choice: weekStart === undefined ? null : choiceOf(search, today, weekStart), today };
}
