import * as campaigns from '@duban/contract/campaigns';
import { ProblemError } from '@duban/contract/client';
import { listUnits } from '@duban/contract/organisation';
import * as plans from '@duban/contract/plans';
import * as projects from '@duban/contract/projects';
import { beforeEach, expect, test } from 'vitest';
import type { z } from 'zod';
import { testWorld } from '../testing/world.ts';

type PlanEdit = z.input<typeof plans.PlanEdit>;

const world = testWorld();
const asDispatcher = () => world.as('shenzhiyu');
let campaignId: string;
let id: string;
let lineUnitId: string;
let territorialUnitId: string;

beforeEach(async () => {
  const { units } = await asDispatcher().call(listUnits, {});
  const unitId = (name: string) => units.find((unit) => unit.name === name)!.id;
  lineUnitId = unitId('青砚区住房和城乡建设局');
  territorialUnitId = unitId('青砚区鹭桥街道办事处');
  const span = { startsOn: '2026-03-02', finishBy: '2026-12-31' };
  const about = { purpose: '', parentId: null, statedParts: null, statedProjects: null, statedQualifier: null };
  const campaign = { name: '老旧小区改造', leadUnitId: lineUnitId, tag: null, bases: [], ...about, ...span };
  campaignId = (await asDispatcher().call(campaigns.createCampaign, campaign)).id;
  id = await createProject('金桂小区改造');
});

async function createProject(name: string): Promise<string> {
  const made = await asDispatcher().call(projects.createProject, {
    campaignId,
    name,
    description: '',
    placeText: '',
    point: null,
    lineUnitId,
    territorialUnitId,
    responsibleLeaderId: null,
    responsiblePersonId: null,
    startsOn: '2026-03-16',
    finishBy: '2026-10-30',
    taskId: null,
  });
  return made.id;
}

const row = (name: string, over: Partial<plans.PlanRowInput> = {}): plans.PlanRowInput => ({
  id: crypto.randomUUID(),
  projectId: id,
  sectionId: null,
  position: 1,
  name,
  kind: 'activity',
  duration: 10,
  shortest: null,
  calendarId: null,
  fixedDates: [],
  rigid: false,
  stage: null,
  lineUnitId: null,
  territorialUnitId: null,
  responsiblePersonId: null,
  startedOn: null,
  finishedOn: null,
  remaining: null,
  gate: null,
  replacesId: null,
  replacesDaysBefore: null,
  ...over,
});
const link = (from: plans.PlanRowInput, to: plans.PlanRowInput) => ({
  fromId: from.id,
  toId: to.id,
  kind: 'finish_start' as const,
  lag: 0,
  lagTime: 'working' as const,
  rigid: false,
});

/** @param edits as they are sent; the server says what is wrong with them */
const edit = (planVersion: number, edits: object[], who = 'shenzhiyu', of = id) =>
  world.as(who).call(plans.editPlan, { id: of, planVersion, edits: edits as PlanEdit[], note: '' });
const add = (...rows: plans.PlanRowInput[]) => rows.map((one) => ({ kind: 'add_row', row: one }));
const join = (from: plans.PlanRowInput, to: plans.PlanRowInput) => ({ kind: 'add_link', link: link(from, to) });
const read = () => asDispatcher().call(plans.getProjectPlan, { id });

async function refusal(call: Promise<unknown>): Promise<string> {
  const error = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof ProblemError ? error.problem.code : 'accepted';
}

test('rows and links are kept as they were entered, and the history says who changed them', async () => {
  const works = row('施工', { kind: 'section', duration: 0 });
  const design = row('设计', { gate: { argue: 3, coordinate: 2, approve: 1 } });
  const build = row('管网改造', {
    sectionId: works.id,
    fixedDates: [{ kind: 'start_no_earlier', date: '2026-04-01' }],
  });
  const { planVersion } = await edit(1, [...add(works, design, build), join(design, build)]);
  expect(planVersion).toBe(2);
  const plan = await read();
  expect(plan.rows.toSorted((a, b) => a.name.localeCompare(b.name))).toEqual(
    [works, design, build].toSorted((a, b) => a.name.localeCompare(b.name)),
  );
  expect(plan.links).toEqual([link(design, build)]);
  expect(plan.projects[0]).toMatchObject({ id, planVersion: 2 });
  const { history } = await asDispatcher().call(projects.getProject, { id });
  expect(history.at(-1)!.type).toBe('project.plan_edited');
});

test('rows are changed, moved and removed, with what hangs on them', async () => {
  const [section, first, second] = [row('拆迁', { kind: 'section', duration: 0 }), row('评估'), row('拆除')];
  await edit(1, [...add(section, first, second), join(first, second)]);
  await edit(2, [
    { kind: 'move_rows', ids: [first.id, second.id], sectionId: section.id, position: 5 },
    { kind: 'change_row', id: second.id, change: { duration: 7, gate: null } },
    { kind: 'project_dates', projectId: id, change: { finishBy: '2026-11-30' } },
  ]);
  const moved = await read();
  expect(moved.rows.filter(({ sectionId }) => sectionId === section.id).map(({ name }) => name)).toEqual([
    '评估',
    '拆除',
  ]);
  expect(moved.projects[0]!.finishBy).toBe('2026-11-30');
  await edit(3, [{ kind: 'remove_rows', ids: [section.id] }]);
  expect(await read()).toMatchObject({ rows: [], links: [] });
});

test('all or none: a circle is refused with the chain, and nothing of the edit is kept', async () => {
  const [first, second] = [row('评估'), row('拆除')];
  const circle = edit(1, [...add(first, second), join(first, second), join(second, first)]);
  expect(await refusal(circle)).toBe('network.cycle');
  expect((await read()).rows).toEqual([]);
});

test('an older plan is refused, and so is what makes no sense', async () => {
  const first = row('评估');
  await edit(1, add(first));
  expect(await refusal(edit(1, add(row('又一项'))))).toBe('record.stale');
  expect(await refusal(edit(2, add(first)))).toBe('plan.row_exists');
  expect(await refusal(edit(2, [{ kind: 'change_row', id: crypto.randomUUID(), change: { duration: 3 } }]))).toBe(
    'plan.row_unknown',
  );
  expect(await refusal(edit(2, [{ kind: 'change_row', id: first.id, change: { stage: 'flying' } }]))).toBe(
    'project.stage_unknown',
  );
  expect(await refusal(edit(2, [{ kind: 'project_dates', projectId: id, change: { finishBy: '2027-03-01' } }]))).toBe(
    'project.after_campaign',
  );
});

test('links run between projects of a campaign; rows are edited where they belong', async () => {
  const other = await createProject('供水管道改造');
  const mine = row('路面恢复');
  const theirs = row('管道铺设', { projectId: other });
  await edit(1, add(theirs), 'shenzhiyu', other);
  expect(await refusal(edit(1, add(theirs)))).toBe('plan.row_exists');
  expect(await refusal(edit(1, [{ kind: 'change_row', id: theirs.id, change: { duration: 3 } }]))).toBe(
    'plan.elsewhere',
  );
  await edit(1, [...add(mine), join(theirs, mine)]);
  const whole = await asDispatcher().call(plans.getCampaignPlan, { id: campaignId });
  expect(whole.links).toEqual([link(theirs, mine)]);
  expect(await refusal(edit(2, [join(mine, theirs)]))).toBe('plan.elsewhere');
});

test('who works on it says how far it is, and plans nothing', async () => {
  const first = row('评估');
  await edit(1, add(first));
  const progress = { kind: 'change_row', id: first.id, change: { startedOn: '2026-03-09', remaining: 4 } };
  expect(await refusal(edit(2, [{ ...progress, change: { duration: 3 } }], 'tangjinchu'))).toBe('project.role_needed');
  await edit(2, [progress], 'tangjinchu');
  expect((await read()).rows[0]).toMatchObject({ startedOn: '2026-03-09', remaining: 4 });
  expect(await refusal(edit(3, [progress], 'yubeichen'))).toBe('record.not_found');
});

test('an id of another campaign is refused, and nothing there is written over', async () => {
  const [campaign, first] = [campaignId, row('评估')];
  await edit(1, add(first));
  const before = await read();
  const other = await asDispatcher().call(campaigns.createCampaign, {
    name: '拆违整治',
    purpose: '',
    parentId: null,
    leadUnitId: lineUnitId,
    startsOn: '2026-03-02',
    finishBy: '2026-12-31',
    statedParts: null,
    statedProjects: null,
    statedQualifier: null,
    tag: null,
    bases: [],
  });
  campaignId = other.id;
  const elsewhere = await createProject('河滨路拆违');
  const stolen = { ...first, projectId: elsewhere, name: '改掉' };
  expect(await refusal(edit(1, add(stolen), 'shenzhiyu', elsewhere))).toBe('plan.row_taken');
  campaignId = campaign;
  expect(await read()).toEqual(before);
});

test('rows name units and people of the jurisdiction who are there', async () => {
  expect(await refusal(edit(1, add(row('评估', { lineUnitId: crypto.randomUUID() }))))).toBe('project.unit_unknown');
  expect(await refusal(edit(1, add(row('评估', { responsiblePersonId: crypto.randomUUID() }))))).toBe(
    'project.person_unknown',
  );
});
