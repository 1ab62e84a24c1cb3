import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { type CalendarData, type CalendarDay, type DayKind, EMPTY_CALENDAR } from './calendar-data.ts';

/**
 * The yearly arrangements of the State Council as the `chinese-days` library carries them. Only its data file is used:
 * its functions answer for a year it does not know as if nothing were unusual about it, and that is the error this
 * package exists to prevent.
 */
export const STATE_COUNCIL_SOURCE = 'chinese-days 1.5.7';

/** @returns the published years with their days off and shifted working days, default hours */
export function stateCouncilDays(): CalendarData {
  const days = [...rowsOf(published.holidays, 'holiday'), ...rowsOf(published.workdays, 'workday')];
  days.sort((a, b) => (a.date < b.date ? -1 : 1));
  const years = [...new Set(days.filter(({ kind }) => kind === 'holiday').map(({ date }) => Number(date.slice(0, 4))))];
  return { ...EMPTY_CALENDAR, years, days };
}

/** A label of the library reads `English,中文,number of statutory days`. */
function rowsOf(labels: Readonly<Record<string, string>>, kind: DayKind): CalendarDay[] {
  return Object.entries(labels).map(([date, label]) => {
    const name = label.split(',')[1];
    if (name === undefined) throw new Error(`unexpected label of ${date} in ${STATE_COUNCIL_SOURCE}: ${label}`);
    return { date, kind, name, source: STATE_COUNCIL_SOURCE };
  });
}
