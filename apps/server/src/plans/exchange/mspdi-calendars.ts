import { type CivilDate, type Weekday, addDays } from '@duban/calendar/civil-date';
import { type PlanCalendar, isInHorizon } from '@duban/plans/network/plan-calendar';
import { type XmlElement, childText, childrenNamed } from './xml-records.ts';
import type { ImportNote } from './imported-plan.ts';

/**
 * Calendars of Microsoft Project: a week of seven days, exceptions over stretches of dates, and inheritance from a base
 * calendar. Hours are read only as far as they say whether a day is worked: our plans count in days.
 */
export type ReadCalendars = { readonly calendars: readonly PlanCalendar[]; readonly notes: readonly ImportNote[] };

type Week = Map<Weekday, boolean>;

/** A stretch of more dates than this is a mistake in the file, and is kept as a stop instead of single days. */
const MOST_DAYS = 4000;

/** @param used UIDs of the calendars that the project or a task names */
export function readCalendars(elements: readonly XmlElement[], used: ReadonlySet<string>): ReadCalendars {
  const byUid = new Map(elements.map((element) => [childText(element, 'UID') ?? '', element]));
  const notes: ImportNote[] = [];
  const calendars = [...used].flatMap((uid) => {
    const element = byUid.get(uid);
    return element ? [readCalendar(uid, element, byUid, notes)] : [];
  });
  return { calendars, notes };
}

function readCalendar(
  uid: string,
  element: XmlElement,
  byUid: ReadonlyMap<string, XmlElement>,
  notes: ImportNote[],
): PlanCalendar {
  const name = childText(element, 'Name') ?? uid;
  const line = ancestry(element, byUid);
  const week = new Map<Weekday, boolean>([1, 2, 3, 4, 5, 6, 7].map((day) => [day as Weekday, day <= 5]));
  const days = new Map<CivilDate, boolean>();
  for (const calendar of line) {
    for (const weekDay of childrenNamed(childOf(calendar, 'WeekDays'), 'WeekDay')) readWeekDay(weekDay, week, days);
    for (const exception of childrenNamed(childOf(calendar, 'Exceptions'), 'Exception')) {
      const type = childText(exception, 'Type') ?? '1';
      if (type === '1') readStretch(exception, days);
      else
        notes.push({
          code: 'recurring_exception',
          id: uid,
          name,
          value: childText(exception, 'Name') ?? `Type ${type}`,
        });
    }
  }
  const worked = [...week].filter(([, works]) => works).map(([day]) => day);
  return {
    id: uid,
    name,
    // A calendar whose week is all off works on its exceptions alone.
    ...(worked.length > 0
      ? { week: worked, holidays: 'worked' as const }
      : { week: 'every_day' as const, stops: [{ kind: 'other' as const, name, from: '01-01', to: '12-31' }] }),
    days: [...days].map(([date, works]) => ({ date, works })).sort((a, b) => (a.date < b.date ? -1 : 1)),
  };
}

/** The calendar and what it rests on, the base first. A calendar that rests on itself counts once. */
function ancestry(element: XmlElement, byUid: ReadonlyMap<string, XmlElement>): readonly XmlElement[] {
  const line: XmlElement[] = [];
  for (let at: XmlElement | undefined = element; at && !line.includes(at);) {
    line.unshift(at);
    const base: string = childText(at, 'BaseCalendarUID') ?? '-1';
    at = base === '-1' || base === '0' ? undefined : byUid.get(base);
  }
  return line;
}

/** DayType 1 is Sunday … 7 Saturday; 0 is a stretch of dates, as before Project 2007. */
function readWeekDay(weekDay: XmlElement, week: Week, days: Map<CivilDate, boolean>): void {
  const type = Number(childText(weekDay, 'DayType'));
  if (type === 0) return readStretch(weekDay, days);
  if (!Number.isInteger(type) || type < 1 || type > 7) return;
  week.set((type === 1 ? 7 : type - 1) as Weekday, childText(weekDay, 'DayWorking') === '1');
}

function readStretch(element: XmlElement, days: Map<CivilDate, boolean>): void {
  const period = childOf(element, 'TimePeriod');
  const from = childText(period, 'FromDate')?.slice(0, 10) ?? '';
  const to = childText(period, 'ToDate')?.slice(0, 10) ?? '';
  if (!isInHorizon(from) || !isInHorizon(to)) return;
  const works = childText(element, 'DayWorking') === '1';
  for (let date = from, count = 0; date <= to && count < MOST_DAYS; date = addDays(date, 1), count++) {
    days.set(date, works);
  }
}

function childOf(element: XmlElement, name: string): XmlElement {
  return element.children.find((child) => child.name === name) ?? { name, text: '', children: [] };
}
