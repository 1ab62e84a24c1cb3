import * as contract from '@duban/contract/calendar';
import { defineModule, route } from '../kernel/module.ts';
import { getCalendarYear, listCalendarChanges, listCalendarYears } from './calendar.queries.ts';
import { computeDeadline } from './compute-deadline.ts';
import { exportCalendarYear } from './export-calendar-year.ts';
import { importCalendarYear, prepareCalendarYear } from './import-calendar-year.ts';
import { publishCalendarYear } from './publish-calendar-year.ts';
import { resetCalendarDay } from './reset-calendar-day.ts';
import { setCalendarDay } from './set-calendar-day.ts';
import { setCalendarSettings } from './set-calendar-settings.ts';

/**
 * The working calendar of a jurisdiction.
 *
 * Other slices take `currentCalendar(tx, jurisdictionId)` from here: the calendar to compute deadlines with, and the
 * weekday on which weeks begin. A slice that keeps deadlines reacts to every type in `calendarEvents` with a job of its
 * own that computes its open deadlines anew (`@duban/calendar/recompute`): the calendar does not know who keeps any.
 */
export { currentCalendar } from './current-calendar.ts';
export { CALENDAR_EVENTS as calendarEvents } from '@duban/calendar/calendar-record';

export const calendarModule = defineModule({
  name: 'calendar',
  routes: [
    route(contract.listCalendarYears, listCalendarYears),
    route(contract.getCalendarYear, getCalendarYear),
    route(contract.listCalendarChanges, listCalendarChanges),
    route(contract.exportCalendarYear, exportCalendarYear),
    route(contract.computeDeadline, computeDeadline),
    route(contract.setCalendarDay, setCalendarDay),
    route(contract.resetCalendarDay, resetCalendarDay),
    route(contract.importCalendarYear, importCalendarYear, { prepare: prepareCalendarYear }),
    route(contract.publishCalendarYear, publishCalendarYear),
    route(contract.setCalendarSettings, setCalendarSettings),
  ],
});
