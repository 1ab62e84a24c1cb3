import { type CivilDate, addDays } from '@duban/calendar/civil-date';
import type { FixedDateKind, LinkKind } from '@duban/plans/network/activity';
import { isInHorizon } from '@duban/plans/network/plan-calendar';
import { type Refusal, refuse } from '@duban/kit/refusal';
import { LINK_TYPES, durationMinutes, isElapsed } from './mspdi-units.ts';
import { type XmlElement, childText, childrenNamed } from './xml-records.ts';

/** A `Task` element as numbers and dates, before it is known what it becomes in our plan. */
export type ProjectTask = {
  readonly uid: string;
  readonly name: string;
  readonly level: number;
  readonly wbs: string;
  readonly summary: boolean;
  readonly active: boolean;
  readonly manual: boolean;
  readonly minutes: number;
  readonly elapsed: boolean;
  readonly calendarUid: string | null;
  readonly start: CivilDate | null;
  readonly constraint: { readonly kind: FixedDateKind | 'as_late_as_possible'; readonly date: CivilDate } | null;
  readonly deadline: CivilDate | null;
  readonly actualStart: CivilDate | null;
  readonly actualFinish: CivilDate | null;
  readonly remainingMinutes: number | null;
  readonly links: readonly ProjectLink[];
};

export type ProjectLink = {
  readonly from: string;
  readonly kind: LinkKind;
  /** tenths of minutes, or per cent of the predecessor's duration */
  readonly lag: number;
  readonly format: number;
};

const CONSTRAINT_KINDS: Readonly<Record<string, FixedDateKind>> = {
  '2': 'start_on',
  '3': 'finish_on',
  '4': 'start_no_earlier',
  '5': 'start_no_later',
  '6': 'finish_no_earlier',
  '7': 'finish_no_later',
};

/** @returns null for an empty row of the table */
export function readTask(element: XmlElement): ProjectTask | Refusal | null {
  if (isTrue(element, 'IsNull')) return null;
  const uid = childText(element, 'UID') ?? '';
  const name = childText(element, 'Name') ?? '';
  const invalid = (field: string, value: string) =>
    refuse('plan_file.element_invalid', { task: name, uid, element: field, value: value.slice(0, 60) });
  if (!/^\d+$/.test(uid)) return invalid('UID', uid);
  const level = Number(childText(element, 'OutlineLevel') ?? '1');
  if (!Number.isInteger(level) || level < 0) return invalid('OutlineLevel', childText(element, 'OutlineLevel') ?? '');
  const duration = childText(element, 'Duration') ?? (isTrue(element, 'Milestone') ? 'PT0H0M0S' : '');
  const summary = isTrue(element, 'Summary');
  const minutes = durationMinutes(duration);
  if (minutes === null && !summary) return invalid('Duration', duration);
  const remaining = childText(element, 'RemainingDuration');
  const remainingMinutes = remaining === undefined ? null : durationMinutes(remaining);
  if (remaining !== undefined && remainingMinutes === null) return invalid('RemainingDuration', remaining);
  for (const field of ['ConstraintDate', 'Deadline', 'ActualStart', 'ActualFinish']) {
    const date = childText(element, field);
    if (date !== undefined && !isInHorizon(date.slice(0, 10))) return invalid(field, date);
  }
  const links: ProjectLink[] = [];
  for (const link of childrenNamed(element, 'PredecessorLink')) {
    const read = readLink(link, name, uid);
    if ('refused' in read) return read;
    links.push(read);
  }
  const calendarUid = childText(element, 'CalendarUID') ?? '-1';
  return {
    uid,
    name,
    level,
    wbs: childText(element, 'WBS') ?? childText(element, 'OutlineNumber') ?? '',
    summary,
    active: childText(element, 'Active') !== '0',
    manual: isTrue(element, 'Manual'),
    minutes: minutes ?? 0,
    elapsed: isElapsed(Number(childText(element, 'DurationFormat') ?? '7')),
    calendarUid: calendarUid === '-1' ? null : calendarUid,
    start: dateIn(element, 'Start'),
    constraint: readConstraint(element),
    deadline: dateIn(element, 'Deadline'),
    actualStart: dateIn(element, 'ActualStart'),
    actualFinish: dateIn(element, 'ActualFinish'),
    remainingMinutes,
    links,
  };
}

function readLink(link: XmlElement, task: string, uid: string): ProjectLink | Refusal {
  const from = childText(link, 'PredecessorUID') ?? '';
  if (isTrue(link, 'CrossProject')) {
    return refuse('plan_file.external_task', { task, value: childText(link, 'CrossProjectName') ?? from });
  }
  const kind = LINK_TYPES[Number(childText(link, 'Type') ?? '1')];
  const lag = Number(childText(link, 'LinkLag') ?? '0');
  const format = Number(childText(link, 'LagFormat') ?? '7');
  if (!kind || !Number.isFinite(lag) || !Number.isInteger(format)) {
    const value = link.children.map((child) => `${child.name} ${child.text}`).join(', ');
    return refuse('plan_file.element_invalid', { task, uid, element: 'PredecessorLink', value: value.slice(0, 120) });
  }
  return { from, kind, lag, format };
}

/** A start in the evening means the next morning, a finish in the morning the evening before. */
function readConstraint(element: XmlElement): ProjectTask['constraint'] {
  const type = childText(element, 'ConstraintType') ?? '0';
  const text = childText(element, 'ConstraintDate');
  if (type === '1') return { kind: 'as_late_as_possible', date: '' };
  const kind = CONSTRAINT_KINDS[type];
  if (!kind || text === undefined) return null;
  const date = text.slice(0, 10);
  const time = text.slice(11, 16);
  if (kind.startsWith('start') && time >= '17:00') return { kind, date: addDays(date, 1) };
  if (kind.startsWith('finish') && time !== '' && time <= '08:00') return { kind, date: addDays(date, -1) };
  return { kind, date };
}

export function dateIn(element: XmlElement, field: string): CivilDate | null {
  const date = childText(element, field)?.slice(0, 10);
  return date !== undefined && isInHorizon(date) ? date : null;
}

export function isTrue(element: XmlElement, field: string): boolean {
  const text = childText(element, field);
  return text === '1' || text === 'true';
}
