import type { CivilDate } from '@duban/calendar/civil-date';
import type { Actor } from '@duban/kit/actor';
import { hasRole } from '@duban/kit/actor';
import { type Refusal, refuse } from '@duban/kit/refusal';

/**
 * A project 项目 of a campaign: one line unit 条 leads it and sets the standard, at most one territorial unit 块 carries it
 * out, a leader and a person answer for it by name. Its stage says in the words of the trade how far it is; its state
 * says what may be done to it.
 */
export const projectStates = {
  planned: { 'zh-CN': '未开工', en: 'planned', open: true },
  under_way: { 'zh-CN': '实施中', en: 'under way', open: true },
  suspended: { 'zh-CN': '已暂停', en: 'suspended', open: true },
  completed: { 'zh-CN': '已完成', en: 'completed', open: false },
  withdrawn: { 'zh-CN': '已撤销', en: 'withdrawn', open: false },
} as const;
export type ProjectState = keyof typeof projectStates;
export const allProjectStates = Object.keys(projectStates) as ProjectState[];
export const openProjectStates = allProjectStates.filter((state) => projectStates[state].open);

export const projectVerbs = {
  begin: { 'zh-CN': '开工', en: 'begin' },
  suspend: { 'zh-CN': '暂停', en: 'suspend' },
  resume: { 'zh-CN': '复工', en: 'resume' },
  complete: { 'zh-CN': '确认完成', en: 'confirm completion' },
  reopen: { 'zh-CN': '退回继续', en: 'reopen' },
  withdraw: { 'zh-CN': '撤销', en: 'withdraw' },
} as const;
export type ProjectVerb = keyof typeof projectVerbs;
export const allProjectVerbs = Object.keys(projectVerbs) as ProjectVerb[];

/** From which states a verb leads where. Everything else is refused. */
export const projectTransitions: Readonly<
  Record<ProjectVerb, { readonly from: readonly ProjectState[]; readonly to: ProjectState }>
> = {
  begin: { from: ['planned'], to: 'under_way' },
  suspend: { from: ['planned', 'under_way'], to: 'suspended' },
  resume: { from: ['suspended'], to: 'under_way' },
  complete: { from: ['under_way'], to: 'completed' },
  reopen: { from: ['completed'], to: 'under_way' },
  withdraw: { from: ['planned', 'under_way', 'suspended'], to: 'withdrawn' },
};

export type Project = {
  readonly state: ProjectState;
  readonly lineUnitId: string;
  readonly territorialUnitId: string | null;
};

/** Who stands where: the lines of the units that lead the campaign and the project, each from the unit upwards. */
export type ProjectLines = { readonly campaignLead: readonly string[]; readonly line: readonly string[] };

/** Dispatchers plan everywhere; leaders what their unit, or one below it, leads: the campaign or the project. */
export function mayPlanProject(by: Actor, { campaignLead, line }: ProjectLines): boolean {
  if (hasRole(by, 'dispatcher')) return true;
  return hasRole(by, 'leader') && (campaignLead.includes(by.unitId) || line.includes(by.unitId));
}

/** Does the person act for a unit of the project, or for one below it? The government is everybody's and nobody's own. */
export function isOwnProject(project: Project, by: Pick<Actor, 'unitLine' | 'unitId' | 'jurisdictionId'>): boolean {
  const line = by.unitLine.filter((unitId) => unitId === by.unitId || unitId !== by.jurisdictionId);
  return line.some((unitId) => unitId === project.lineUnitId || unitId === project.territorialUnitId);
}

/** Why this cannot be done to the project now; null when it is possible. Completion is confirmed by somebody else. */
export function whyNotProject(verb: ProjectVerb, project: Project, by: Actor, lines: ProjectLines): Refusal | null {
  const unitWork = verb === 'begin' || verb === 'suspend' || verb === 'resume';
  const may = mayPlanProject(by, lines) || (unitWork && hasRole(by, 'handler') && isOwnProject(project, by));
  if (!may) return refuse('project.role_needed');
  if (!projectTransitions[verb].from.includes(project.state)) {
    return refuse('project.wrong_state', { project_state: project.state, project_verb: verb });
  }
  if (verb === 'complete' && isOwnProject(project, by)) return refuse('project.own_work');
  return null;
}

export function whyNotChangeProject(project: Project, by: Actor, lines: ProjectLines): Refusal | null {
  if (!mayPlanProject(by, lines)) return refuse('project.role_needed');
  return projectStates[project.state].open ? null : refuse('project.ended', { project_state: project.state });
}

/** A project stays within the days of its campaign: otherwise the campaign would end before what it is made of. */
export function whyNotSpan(
  span: { readonly startsOn: CivilDate; readonly finishBy: CivilDate },
  campaign: { readonly finishBy: CivilDate },
): Refusal | null {
  if (span.startsOn > span.finishBy) {
    return refuse('project.span_reversed', { first: span.startsOn, last: span.finishBy });
  }
  return span.finishBy > campaign.finishBy
    ? refuse('project.after_campaign', { last: span.finishBy, campaign_last: campaign.finishBy })
    : null;
}
