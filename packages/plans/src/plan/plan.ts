import type { CivilDate } from '@duban/calendar/civil-date';
import type { Activity, FixedDate, LagTime, LinkKind } from '../network/activity.ts';
import type { Gate, GateStep } from '../network/gates.ts';
import type { Network } from '../network/network.ts';
import type { ReplacementPair } from '../network/pairs.ts';
import type { PlanCalendar } from '../network/plan-calendar.ts';

/**
 * A plan 计划 as people enter it: projects with their days, rows in sections, links between rows. It holds no computed
 * dates; `networkOf` turns it into the network that they are computed from, on the server and on the page alike.
 */
export type Plan = {
  readonly projects: readonly PlanProject[];
  readonly rows: readonly PlanRow[];
  readonly links: readonly PlanLink[];
  /** the first is for rows and projects that name none */
  readonly calendars: readonly PlanCalendar[];
};

export type PlanProject = {
  readonly id: string;
  readonly startsOn: CivilDate;
  /** the last day */
  readonly finishBy: CivilDate;
  readonly calendarId: string | null;
};

export const planRowKinds = {
  section: { 'zh-CN': '分项', en: 'section' },
  activity: { 'zh-CN': '工作', en: 'activity' },
  milestone: { 'zh-CN': '里程碑', en: 'milestone' },
} as const;
export type PlanRowKind = keyof typeof planRowKinds;
export const allPlanRowKinds = Object.keys(planRowKinds) as PlanRowKind[];

export type PlanRow = {
  readonly id: string;
  readonly projectId: string;
  /** the section that it stands in; null: at the top of the project */
  readonly sectionId: string | null;
  /** order within the section; any number between two neighbours puts a row between them */
  readonly position: number;
  readonly name: string;
  readonly kind: PlanRowKind;
  /** working days of its calendar; 0 for sections and milestones */
  readonly duration: number;
  readonly shortest: number | null;
  readonly calendarId: string | null;
  readonly fixedDates: readonly FixedDate[];
  readonly rigid: boolean;
  readonly stage: string | null;
  readonly lineUnitId: string | null;
  readonly territorialUnitId: string | null;
  readonly responsiblePersonId: string | null;
  readonly startedOn: CivilDate | null;
  readonly finishedOn: CivilDate | null;
  /** working days still to go, as said by those who do it; null: the rest of the duration */
  readonly remaining: number | null;
  readonly gate: Readonly<Record<GateStep, number>> | null;
  /** the removal that this convenience work 便民 spares the residents the loss of */
  readonly replacesId: string | null;
  readonly replacesDaysBefore: number | null;
};

export type PlanLink = {
  readonly fromId: string;
  readonly toId: string;
  readonly kind: LinkKind;
  /** days; negative overlaps */
  readonly lag: number;
  readonly lagTime: LagTime;
  readonly rigid: boolean;
};

/**
 * The network of a plan, seen from a day. Every row keeps within the days of its project unless it has dates of its
 * own; `finishBy` is the last of all projects.
 */
export function networkOf({ projects, rows, links, calendars }: Plan, today: CivilDate): Network {
  const projectOf = new Map(projects.map((project) => [project.id, project]));
  const worked = rows.filter(({ kind }) => kind !== 'section');
  const finishBy = projects.reduce<CivilDate | undefined>(
    (last, project) => (last === undefined || project.finishBy > last ? project.finishBy : last),
    undefined,
  );
  return {
    calendars,
    activities: worked.map((row) => activityOf(row, projectOf.get(row.projectId))),
    links: links.map(({ fromId, toId, kind, lag, lagTime, rigid }) => ({
      from: fromId,
      to: toId,
      kind,
      lag,
      lagTime,
      rigid,
    })),
    gates: worked.flatMap(({ id, calendarId, gate }): Gate[] =>
      gate ? [{ before: id, steps: gate, ...(calendarId ? { calendar: calendarId } : {}) }] : [],
    ),
    pairs: worked.flatMap(({ id, replacesId, replacesDaysBefore }): ReplacementPair[] =>
      replacesId ? [{ removal: replacesId, replacement: id, daysBefore: replacesDaysBefore ?? 1 }] : [],
    ),
    today,
    ...(finishBy === undefined ? {} : { finishBy }),
  };
}

function activityOf(row: PlanRow, project: PlanProject | undefined): Activity {
  const calendar = row.calendarId ?? project?.calendarId;
  const progress = row.startedOn
    ? {
        started: row.startedOn,
        ...(row.finishedOn ? { finished: row.finishedOn } : {}),
        ...(row.remaining === null ? {} : { remaining: row.remaining }),
      }
    : undefined;
  return {
    id: row.id,
    name: row.name,
    duration: row.duration,
    fixed: [...row.fixedDates, ...datesOfProject(row, project)],
    ...(row.shortest === null ? {} : { shortest: row.shortest }),
    ...(calendar ? { calendar } : {}),
    ...(row.sectionId ? { section: row.sectionId } : {}),
    ...(row.rigid ? { rigid: true } : {}),
    ...(progress ? { progress } : {}),
  };
}

/** The days of the project bind a row where it has none of its own at that end. */
function datesOfProject({ fixedDates }: PlanRow, project: PlanProject | undefined): FixedDate[] {
  if (!project) return [];
  const has = (end: 'start' | 'finish') => fixedDates.some(({ kind }) => kind.startsWith(end));
  return [
    ...(has('start') ? [] : [{ kind: 'start_no_earlier', date: project.startsOn } as const]),
    ...(has('finish') ? [] : [{ kind: 'finish_no_later', date: project.finishBy } as const]),
  ];
}
