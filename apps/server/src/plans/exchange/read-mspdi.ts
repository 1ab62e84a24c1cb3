import type { CivilDate } from '@duban/calendar/civil-date';
import type { Activity, ActivityProgress, FixedDate, Link } from '@duban/plans/network/activity';
import type { PlanCalendar } from '@duban/plans/network/plan-calendar';
import { type Refusal, refuse } from '@duban/kit/refusal';
import type { ImportNote, ImportedPlan } from './imported-plan.ts';
import { readCalendars } from './mspdi-calendars.ts';
import { readCrews } from './mspdi-crews.ts';
import { type ProjectTask, readTask } from './mspdi-tasks.ts';
import { MINUTES_PER_DAY, isElapsed, isPercent, wholeDays } from './mspdi-units.ts';
import { type OutlinedTask, type TaskOutline, taskOutline } from './task-outline.ts';
import { type XmlElement, readXmlRecords } from './xml-records.ts';

/**
 * Reads a plan out of Microsoft Project XML (MSPDI). Tasks that others lie below become sections; where such a task is
 * linked itself, a milestone stands for its beginning or its end. Everything that our plan cannot say exactly is noted.
 */
const ELAPSED_CALENDAR: PlanCalendar = { id: 'elapsed', name: '日历天', week: 'every_day' };
const STANDARD: PlanCalendar = { id: 'standard', name: 'Standard', week: [1, 2, 3, 4, 5], holidays: 'worked' };

type Records = {
  readonly project: Map<string, string>;
  readonly calendars: XmlElement[];
  readonly tasks: ProjectTask[];
  readonly resources: XmlElement[];
  readonly assignments: XmlElement[];
};

/** @param today without it, the plan's own start or the last actual date, whichever is later */
export function readMspdi(xml: string, today?: CivilDate): ImportedPlan | Refusal {
  const records = readRecords(xml);
  if ('refused' in records) return records;
  const { project } = records;
  const start = project.get('StartDate')?.slice(0, 10);
  if (start === undefined) return refuse('plan_file.no_start');
  const notes: ImportNote[] = [];
  const tasks = records.tasks.filter((task) => task.uid !== '0' && task.level > 0);
  const minutesPerDay = Number(project.get('MinutesPerDay')) || MINUTES_PER_DAY;
  const used = new Set([project.get('CalendarUID') ?? '', ...tasks.flatMap(({ calendarUid }) => calendarUid ?? [])]);
  const read = readCalendars(records.calendars, used);
  notes.push(...read.notes);
  const calendars = read.calendars.some(({ id }) => id === project.get('CalendarUID'))
    ? [...read.calendars]
    : [STANDARD, ...read.calendars];
  if (tasks.some(({ elapsed }) => elapsed)) calendars.push(ELAPSED_CALENDAR);
  const outline = taskOutline(tasks);
  for (const { id, task } of outline.inactive) notes.push({ code: 'inactive', id, name: task.name, value: task.uid });
  const activities = outline.leaves.map((leaf) => activityOf(leaf, { minutesPerDay, calendars, notes }));
  const links = linksOf(outline, { minutesPerDay, notes });
  if ('refused' in links) return links;
  for (const { id, task } of outline.summaries) {
    if (task.constraint) notes.push({ code: 'summary_constraint', id, name: task.name, value: task.constraint.date });
  }
  const whole = records.tasks.find(({ uid }) => uid === '0');
  const finishBy =
    whole?.deadline ?? (project.get('ScheduleFromStart') === '0' ? project.get('FinishDate')?.slice(0, 10) : null);
  const actuals = tasks.flatMap(({ actualStart, actualFinish }) => [actualStart ?? [], actualFinish ?? []].flat());
  return {
    name: project.get('Title') ?? project.get('Name') ?? '',
    network: {
      today: today ?? [start, ...actuals].reduce((a, b) => (a > b ? a : b)),
      ...(finishBy ? { finishBy } : {}),
      calendars,
      activities: [...activities, ...outline.milestones],
      links: [...links, ...outline.milestoneLinks],
    },
    needs: readCrews(
      records.resources,
      records.assignments,
      new Map(outline.leaves.map(({ id, task }) => [task.uid, id])),
      notes,
    ),
    notes,
  };
}

function readRecords(xml: string): Records | Refusal {
  const records: Records = { project: new Map(), calendars: [], tasks: [], resources: [], assignments: [] };
  let fault: Refusal | null = null;
  const plain = ['Name', 'Title', 'StartDate', 'FinishDate', 'ScheduleFromStart', 'CalendarUID', 'MinutesPerDay'];
  const root = readXmlRecords(xml, {
    ...Object.fromEntries(
      plain.map((name) => [`Project/${name}`, ({ text }: XmlElement) => void records.project.set(name, text.trim())]),
    ),
    'Project/Calendars/Calendar': (element) => void records.calendars.push(element),
    'Project/Tasks/Task': (element) => {
      const task = readTask(element);
      if (task === null) return;
      if ('refused' in task) fault ??= task;
      else records.tasks.push(task);
    },
    'Project/Resources/Resource': (element) => void records.resources.push(element),
    'Project/Assignments/Assignment': (element) => void records.assignments.push(element),
  });
  if (typeof root !== 'string') return root;
  if (root !== 'Project') return refuse('plan_file.not_mspdi', { found: root });
  return fault ?? records;
}

type Reading = { readonly minutesPerDay: number; readonly notes: ImportNote[] };

function activityOf(
  { id, task, section }: OutlinedTask,
  { minutesPerDay, calendars, notes }: Reading & { readonly calendars: readonly PlanCalendar[] },
): Activity {
  const perDay = task.elapsed ? 24 * 60 : minutesPerDay;
  const { days, exact } = wholeDays(task.minutes, perDay);
  if (!exact) notes.push({ code: 'duration_rounded', id, name: task.name, value: `${task.minutes / 60} h` });
  const calendar = task.elapsed ? ELAPSED_CALENDAR.id : (task.calendarUid ?? undefined);
  return {
    id,
    name: task.name,
    duration: days,
    section,
    calendar: calendars.some((one) => one.id === calendar) ? calendar : undefined,
    fixed: fixedDates(id, task, notes),
    progress: progressOf(task, days, perDay),
  };
}

function fixedDates(id: string, task: ProjectTask, notes: ImportNote[]): readonly FixedDate[] | undefined {
  const fixed: FixedDate[] = [];
  const { constraint, deadline, manual, start, actualStart } = task;
  if (manual && start && !actualStart) {
    fixed.push({ kind: 'start_on', date: start });
    notes.push({ code: 'manually_scheduled', id, name: task.name, value: start });
  } else if (constraint?.kind === 'as_late_as_possible') {
    notes.push({ code: 'as_late_as_possible', id, name: task.name, value: '' });
  } else if (constraint) fixed.push({ kind: constraint.kind, date: constraint.date });
  if (deadline) fixed.push({ kind: 'finish_no_later', date: deadline });
  return fixed.length > 0 ? fixed : undefined;
}

function progressOf(task: ProjectTask, days: number, perDay: number): ActivityProgress | undefined {
  const { actualStart, actualFinish, remainingMinutes } = task;
  if (!actualStart) return undefined;
  if (actualFinish) return { started: actualStart, finished: actualFinish };
  const remaining = remainingMinutes === null ? 0 : wholeDays(remainingMinutes, perDay).days;
  return days === 0 || remaining === 0 ? { started: actualStart } : { started: actualStart, remaining };
}

function linksOf(
  { leaves, summaries, endsOf }: TaskOutline,
  { minutesPerDay, notes }: Reading,
): readonly Link[] | Refusal {
  const links: Link[] = [];
  for (const { id, task } of [...leaves, ...summaries]) {
    for (const { from, kind, lag, format } of task.links) {
      const source = endsOf.get(from);
      if (!source) {
        const { name, uid } = task;
        return refuse('plan_file.element_invalid', { task: name, uid, element: 'PredecessorUID', value: from });
      }
      const target = endsOf.get(task.uid)!;
      const minutes = isPercent(format) ? (source.minutes * lag) / 100 : lag / 10;
      const { days, exact } = wholeDays(minutes, isElapsed(format) ? 24 * 60 : minutesPerDay);
      if (!exact) notes.push({ code: 'lag_rounded', id, name: task.name, value: `${minutes / 60} h` });
      links.push({
        from: kind.startsWith('finish') ? source.finish : source.start,
        to: kind.endsWith('finish') ? target.finish : target.start,
        kind,
        lag: days,
        lagTime: isElapsed(format) ? 'calendar' : 'working',
      });
    }
  }
  return links;
}
