import { assertNever } from '@duban/kit/assert-never';
import { type Refusal, refuse } from '@duban/kit/refusal';
import type { Plan, PlanLink, PlanProject, PlanRow } from './plan.ts';

/**
 * What people do to a plan, many changes at a time. An edit is judged by what it leaves behind, on the page before it
 * is sent and on the server before it is kept; taking back is sending what was there before.
 */
export type PlanEdit =
  | { readonly kind: 'add_row'; readonly row: PlanRow }
  | { readonly kind: 'change_row'; readonly id: string; readonly change: RowChange }
  /** with everything that stands in them, and their links */
  | { readonly kind: 'remove_rows'; readonly ids: readonly string[] }
  | {
      readonly kind: 'move_rows';
      readonly ids: readonly string[];
      readonly sectionId: string | null;
      /** of the first; the others follow it */
      readonly position: number;
    }
  | { readonly kind: 'add_link'; readonly link: PlanLink }
  | { readonly kind: 'change_link'; readonly of: LinkName; readonly change: LinkChange }
  | { readonly kind: 'remove_link'; readonly of: LinkName }
  | { readonly kind: 'project_dates'; readonly projectId: string; readonly change: ProjectDates };

export type RowChange = Partial<Omit<PlanRow, 'id' | 'projectId'>>;
export type LinkName = Pick<PlanLink, 'fromId' | 'toId' | 'kind'>;
export type LinkChange = Partial<Pick<PlanLink, 'kind' | 'lag' | 'lagTime' | 'rigid'>>;
export type ProjectDates = Partial<Pick<PlanProject, 'startsOn' | 'finishBy'>>;

/** What those who do the work may say about it themselves: when it began and ended, and how much is left. */
export const progressFields: readonly (keyof RowChange)[] = ['startedOn', 'finishedOn', 'remaining', 'stage'];

export function isProgress(edit: PlanEdit): boolean {
  return (
    edit.kind === 'change_row' &&
    Object.keys(edit.change).every((field) => progressFields.includes(field as keyof RowChange))
  );
}

type Working = {
  readonly rows: Map<string, PlanRow>;
  readonly links: Map<string, PlanLink>;
  readonly projects: Map<string, PlanProject>;
};

/** @returns the next plan, the given one stays as it is; or the first edit that makes no sense, counted from 1 */
export function editPlan(plan: Plan, edits: readonly PlanEdit[]): Plan | Refusal {
  const working: Working = {
    rows: new Map(plan.rows.map((row) => [row.id, row])),
    links: new Map(plan.links.map((link) => [nameOf(link), link])),
    projects: new Map(plan.projects.map((project) => [project.id, project])),
  };
  for (const [at, edit] of edits.entries()) {
    const fault = apply(working, edit);
    if (fault) return refuse(fault, { edit: at + 1 });
  }
  return {
    ...plan,
    projects: [...working.projects.values()],
    rows: [...working.rows.values()],
    links: [...working.links.values()],
  };
}

type Fault =
  | 'plan.row_unknown'
  | 'plan.row_exists'
  | 'plan.link_unknown'
  | 'plan.link_exists'
  | 'plan.not_section'
  | 'plan.section_linked'
  | 'plan.milestone_days'
  | 'plan.facts_reversed'
  | 'plan.project_unknown';

function apply(working: Working, edit: PlanEdit): Fault | null {
  switch (edit.kind) {
    case 'add_row':
      return addRow(working, edit.row);
    case 'change_row':
      return changeRow(working, edit.id, edit.change);
    case 'remove_rows':
      return removeRows(working, edit.ids);
    case 'move_rows':
      return moveRows(working, edit);
    case 'add_link':
      return addLink(working, edit.link);
    case 'change_link':
      return changeLink(working, edit.of, edit.change);
    case 'remove_link':
      return working.links.delete(nameOf(edit.of)) ? null : 'plan.link_unknown';
    case 'project_dates':
      return changeDates(working, edit.projectId, edit.change);
    default:
      return assertNever(edit);
  }
}

function addRow({ rows, projects }: Working, row: PlanRow): Fault | null {
  if (rows.has(row.id)) return 'plan.row_exists';
  if (!projects.has(row.projectId)) return 'plan.project_unknown';
  const fault = faultOf(rows, row);
  if (!fault) rows.set(row.id, row);
  return fault;
}

function changeRow({ rows, links }: Working, id: string, change: RowChange): Fault | null {
  const standing = rows.get(id);
  if (!standing) return 'plan.row_unknown';
  const row = { ...standing, ...change };
  const isLinked = () => [...links.values()].some(({ fromId, toId }) => fromId === id || toId === id);
  if (row.kind === 'section' && standing.kind !== 'section' && isLinked()) return 'plan.section_linked';
  if (row.kind !== 'section' && [...rows.values()].some(({ sectionId }) => sectionId === id)) return 'plan.not_section';
  const fault = faultOf(rows, row);
  if (!fault) rows.set(id, row);
  return fault;
}

function removeRows({ rows, links }: Working, ids: readonly string[]): Fault | null {
  if (ids.some((id) => !rows.has(id))) return 'plan.row_unknown';
  const gone = new Set(ids);
  for (let grown = -1; grown !== gone.size;) {
    grown = gone.size;
    for (const row of rows.values()) if (row.sectionId !== null && gone.has(row.sectionId)) gone.add(row.id);
  }
  for (const id of gone) rows.delete(id);
  for (const [name, { fromId, toId }] of links) if (gone.has(fromId) || gone.has(toId)) links.delete(name);
  for (const row of rows.values()) {
    if (row.replacesId !== null && gone.has(row.replacesId)) {
      rows.set(row.id, { ...row, replacesId: null, replacesDaysBefore: null });
    }
  }
  return null;
}

function moveRows(
  { rows }: Working,
  { ids, sectionId, position }: Extract<PlanEdit, { kind: 'move_rows' }>,
): Fault | null {
  for (const [at, id] of ids.entries()) {
    const standing = rows.get(id);
    if (!standing) return 'plan.row_unknown';
    // The others follow closely enough to stay before the next neighbour.
    const row = { ...standing, sectionId, position: position + at / (ids.length * 1024) };
    const fault = faultOf(rows, row);
    if (fault) return fault;
    rows.set(id, row);
  }
  return null;
}

function addLink(working: Working, link: PlanLink): Fault | null {
  if (working.links.has(nameOf(link))) return 'plan.link_exists';
  const ends = [working.rows.get(link.fromId), working.rows.get(link.toId)];
  if (ends.some((row) => !row)) return 'plan.row_unknown';
  if (ends.some((row) => row!.kind === 'section')) return 'plan.section_linked';
  working.links.set(nameOf(link), link);
  return null;
}

function changeLink({ links }: Working, of: LinkName, change: LinkChange): Fault | null {
  const standing = links.get(nameOf(of));
  if (!standing) return 'plan.link_unknown';
  const link = { ...standing, ...change };
  if (nameOf(link) !== nameOf(of) && links.has(nameOf(link))) return 'plan.link_exists';
  links.delete(nameOf(of));
  links.set(nameOf(link), link);
  return null;
}

function changeDates({ projects }: Working, id: string, change: ProjectDates): Fault | null {
  const standing = projects.get(id);
  if (!standing) return 'plan.project_unknown';
  projects.set(id, { ...standing, ...change });
  return null;
}

/** What a row alone can have wrong; what the network has wrong, `openDraft` says. */
function faultOf(rows: ReadonlyMap<string, PlanRow>, row: PlanRow): Fault | null {
  if (row.kind !== 'activity' && row.duration !== 0) return 'plan.milestone_days';
  if (row.startedOn !== null && row.finishedOn !== null && row.finishedOn < row.startedOn) return 'plan.facts_reversed';
  if (row.startedOn === null && (row.finishedOn !== null || row.remaining !== null)) return 'plan.facts_reversed';
  if (row.replacesId !== null && (row.replacesId === row.id || rows.get(row.replacesId)?.kind !== 'activity')) {
    return 'plan.row_unknown';
  }
  for (let above = row.sectionId, depth = 0; above !== null; depth++) {
    const section = rows.get(above);
    if (!section || section.kind !== 'section' || section.projectId !== row.projectId) return 'plan.not_section';
    if (above === row.id || depth > rows.size) return 'plan.not_section';
    above = section.sectionId;
  }
  return null;
}

const nameOf = ({ fromId, toId, kind }: LinkName): string => `${fromId} ${toId} ${kind}`;
