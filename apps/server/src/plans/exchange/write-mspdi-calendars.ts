import { type CivilDate, addDays, weekdayOf } from '@duban/calendar/civil-date';
import type { WorkingCalendar } from '@duban/calendar/working-calendar';
import { dayTable } from '@duban/plans/network/day-table';
import { type PlanCalendar, dayNumberOf } from '@duban/plans/network/plan-calendar';
import { type XmlNode, node } from './xml-text.ts';

/**
 * Plan calendars for Microsoft Project: the plain week, and every day of the plan on which the calendar departs from it
 * as an exception (holidays, shifted working days, stops). Beyond the plan's own dates nothing is written.
 */
export function calendarElements(
  calendars: readonly PlanCalendar[],
  office: WorkingCalendar,
  first: CivilDate,
  last: CivilDate,
): readonly XmlNode[] {
  return calendars.map((calendar, at) => {
    const { before } = dayTable(calendar, office);
    const worksOn = (date: CivilDate) => before[dayNumberOf(date) + 1]! > before[dayNumberOf(date)]!;
    const week = weekOf(calendar);
    return node('Calendar', [
      node('UID', at + 1),
      node('Name', calendar.name === '' ? calendar.id : calendar.name),
      node('IsBaseCalendar', 1),
      node('BaseCalendarUID', -1),
      node(
        'WeekDays',
        [1, 2, 3, 4, 5, 6, 7].map((type) => weekDay(type, week.has(type === 1 ? 7 : type - 1))),
      ),
      node(
        'Exceptions',
        stretches(first, last, (date) => (worksOn(date) === week.has(weekdayOf(date)) ? null : worksOn(date))).map(
          ({ from, to, works }) => exception(from, to, works),
        ),
      ),
    ]);
  });
}

function weekOf({ week }: PlanCalendar): ReadonlySet<number> {
  if (week === 'office') return new Set([1, 2, 3, 4, 5]);
  return new Set(week === 'every_day' ? [1, 2, 3, 4, 5, 6, 7] : week);
}

type Stretch = { readonly from: CivilDate; to: CivilDate; readonly works: boolean };

/** A month around the plan, so that small changes in the other program still meet the right days. */
const MARGIN = 31;

function stretches(
  first: CivilDate,
  last: CivilDate,
  departs: (date: CivilDate) => boolean | null,
): readonly Stretch[] {
  const found: Stretch[] = [];
  const end = addDays(last, MARGIN);
  for (let date = addDays(first, -MARGIN); date <= end; date = addDays(date, 1)) {
    const works = departs(date);
    if (works === null) continue;
    const before = found.at(-1);
    if (before && before.works === works && addDays(before.to, 1) === date) before.to = date;
    else found.push({ from: date, to: date, works });
  }
  return found;
}

function weekDay(type: number, works: boolean): XmlNode {
  return node('WeekDay', [
    node('DayType', type),
    node('DayWorking', works ? 1 : 0),
    ...(works ? [workingTimes()] : []),
  ]);
}

function exception(from: CivilDate, to: CivilDate, works: boolean): XmlNode {
  return node('Exception', [
    node('EnteredByOccurrences', 0),
    node('TimePeriod', [node('FromDate', `${from}T00:00:00`), node('ToDate', `${to}T23:59:00`)]),
    node('Occurrences', 1),
    node('Name', works ? '上班' : '停工'),
    node('Type', 1),
    node('DayWorking', works ? 1 : 0),
    ...(works ? [workingTimes()] : []),
  ]);
}

/** Eight hours, as the durations assume. */
function workingTimes(): XmlNode {
  const time = (from: string, to: string) => node('WorkingTime', [node('FromTime', from), node('ToTime', to)]);
  return node('WorkingTimes', [time('08:00:00', '12:00:00'), time('13:00:00', '17:00:00')]);
}
