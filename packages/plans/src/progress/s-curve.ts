import { type CivilDate, addDays } from '@duban/calendar/civil-date';
import type { Period } from '@duban/calendar/period';
import { type WorkingCalendar, addWorkingDays, workingDaysBetween } from '@duban/calendar/working-calendar';
import type { PeriodPlan } from '../periods/period-plan.ts';

/** A cumulative amount as of the close of a day. An unknown amount is null and stays so. */
export type CurvePoint = { readonly asOf: CivilDate; readonly amount: number | null };

/** The S-curve of the plan: what shall be done by the end of each of its periods, beginning with 0 on the day before. */
export function plannedCurve({ parts }: PeriodPlan): readonly { readonly asOf: CivilDate; readonly amount: number }[] {
  if (parts.length === 0) return [];
  let amount = 0;
  const start = { asOf: addDays(parts[0]!.period.first, -1), amount };
  return [start, ...parts.map((part) => ({ asOf: part.period.last, amount: (amount += part.amount) }))];
}

/**
 * What shall be done by the close of a day, between the ends of periods in equal shares per working day. A fraction of a
 * unit is possible there and is kept.
 */
export function plannedBy({ parts }: PeriodPlan, date: CivilDate, calendar: WorkingCalendar): number {
  let amount = 0;
  for (const part of parts) {
    if (part.period.last <= date) amount += part.amount;
    else if (part.period.first <= date) amount += part.amount * shareGone(part.period, date, calendar);
    else break;
  }
  return amount;
}

function shareGone({ first, last }: Period, date: CivilDate, calendar: WorkingCalendar): number {
  const before = addDays(first, -1);
  const all = workingDaysBetween(calendar, before, last);
  return all === 0 ? 0 : workingDaysBetween(calendar, before, date) / all;
}

export type ScheduleVariance = {
  /** working days; negative is behind the plan */
  readonly days: number;
  /** the working day at whose close the plan had the amount that is really done */
  readonly plannedOn: CivilDate;
};

/**
 * By how many days the work runs ahead of the plan or behind it: the day on which the plan has what is done, against the
 * day of the reading (earned schedule: Lipke, The Measurable News, 2003). Days say at the end of a project what a difference
 * of amounts cannot: how late it is.
 *
 * @returns null when the amount is unknown or the plan is empty
 */
export function scheduleVariance(
  plan: PeriodPlan,
  { asOf, amount }: CurvePoint,
  calendar: WorkingCalendar,
): ScheduleVariance | null {
  const curve = plannedCurve(plan);
  if (amount === null || curve.length === 0) return null;
  const plannedOn = dayOfAmount(plan, amount, calendar);
  return { days: workingDaysBetween(calendar, asOf, plannedOn), plannedOn };
}

/** The first working day at whose close the plan has the amount; the plan's last for more than it ever has. */
function dayOfAmount({ parts }: PeriodPlan, amount: number, calendar: WorkingCalendar): CivilDate {
  let sum = 0;
  let reached = addDays(parts[0]!.period.first, -1);
  if (amount <= 0) return reached;
  for (const part of parts) {
    if (part.amount === 0) continue;
    const before = addDays(part.period.first, -1);
    const days = workingDaysBetween(calendar, before, part.period.last);
    if (sum + part.amount >= amount) {
      if (days === 0) return part.period.last;
      return addWorkingDays(calendar, before, Math.max(1, Math.ceil(((amount - sum) * days) / part.amount)));
    }
    sum += part.amount;
    reached = part.period.last;
  }
  return reached;
}
