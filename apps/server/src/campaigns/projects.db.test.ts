import * as campaigns from '@duban/contract/campaigns';
import { ProblemError } from '@duban/contract/client';
import { listUnits } from '@duban/contract/organisation';
import { getMe } from '@duban/contract/session';
import * as projects from '@duban/contract/projects';
import { beforeEach, expect, test } from 'vitest';
import { testWorld } from '../testing/world.ts';

const world = testWorld();
const asDispatcher = () => world.as('shenzhiyu');
let campaignId: string;
let unitIds: ReadonlyMap<string, string>;

beforeEach(async () => {
  const { units } = await asDispatcher().call(listUnits, {});
  unitIds = new Map(units.map(({ name, id }) => [name, id]));
  const made = await asDispatcher().call(campaigns.createCampaign, {
    name: '老旧小区改造',
    purpose: '',
    parentId: null,
    leadUnitId: unitIds.get('青砚区住房和城乡建设局')!,
    startsOn: '2026-03-02',
    finishBy: '2026-12-31',
    statedParts: null,
    statedProjects: 440,
    statedQualifier: null,
    tag: null,
    bases: [],
  });
  campaignId = made.id;
});

const facts = (over: object = {}) => ({
  name: '金桂小区改造',
  description: '',
  placeText: '金桂小区',
  point: null,
  lineUnitId: unitIds.get('青砚区住房和城乡建设局')!,
  territorialUnitId: unitIds.get('青砚区鹭桥街道办事处')!,
  responsibleLeaderId: null,
  responsiblePersonId: null,
  startsOn: '2026-03-16',
  finishBy: '2026-10-30',
  taskId: null,
  ...over,
});
const create = (over: object = {}, who = 'shenzhiyu') =>
  world.as(who).call(projects.createProject, { campaignId, ...facts(over) });
const read = (id: string, who = 'shenzhiyu') => world.as(who).call(projects.getProject, { id });

async function refusal(call: Promise<unknown>): Promise<string> {
  const error = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof ProblemError ? error.problem.code : 'accepted';
}

test('a project goes from the plan to its completion, which its own units cannot confirm', async () => {
  const made = await create();
  expect(made.number).toMatch(/^XM-2026-\d{5}$/);
  const street = world.as('tangjinchu');
  let at = await street.call(projects.beginProject, { id: made.id, version: made.version, note: '进场施工' });
  at = {
    ...at,
    ...(await street.call(projects.reachStage, { id: made.id, version: at.version, stage: 'begun', note: '' })),
  };
  const step = { id: made.id, version: at.version, note: '通过验收' };
  expect(await refusal(street.call(projects.completeProject, step))).toBe('project.role_needed');
  expect(await refusal(world.as('xunyaoguang').call(projects.completeProject, step))).toBe('project.own_work');
  await asDispatcher().call(projects.completeProject, step);
  expect(await read(made.id)).toMatchObject({ state: 'completed', stage: 'begun', completedOn: '2026-03-10' });
  expect((await read(made.id)).history.map(({ type }) => type)).toEqual([
    'project.created',
    'project.begun',
    'project.stage_reached',
    'project.completed',
  ]);
});

test('it lies within its campaign, and names units and people who are there', async () => {
  expect(await refusal(create({ finishBy: '2027-01-01' }))).toBe('project.after_campaign');
  expect(await refusal(create({ finishBy: '2026-03-01' }))).toBe('project.span_reversed');
  expect(await refusal(create({ lineUnitId: crypto.randomUUID() }))).toBe('project.unit_unknown');
  expect(await refusal(create({ responsiblePersonId: crypto.randomUUID() }))).toBe('project.person_unknown');
  expect(await refusal(create({ taskId: crypto.randomUUID() }))).toBe('record.not_found');
  expect(await refusal(create({ name: '' }))).toBe('request.invalid');
});

test('who plans: dispatchers and leaders of the units in charge', async () => {
  expect(await refusal(create({}, 'xunyaoguang'))).toBe('accepted');
  expect(await refusal(create({}, 'luoyanxing'))).toBe('project.role_needed');
  expect(await refusal(create({}, 'tangjinchu'))).toBe('session.forbidden');
});

test('handlers see the projects of their line, everybody else all of them', async () => {
  const made = await create();
  const listed = async (who: string) =>
    (await world.as(who).call(projects.listProjects, { campaignId })).rows.map(({ id }) => id);
  expect(await listed('tangjinchu')).toEqual([made.id]);
  expect(await listed('yubeichen')).toEqual([]);
  expect(await listed('qinyusheng')).toEqual([made.id]);
  expect(await refusal(read(made.id, 'yubeichen'))).toBe('record.not_found');
});

test('the list goes by the last day, page by page, and is narrowed', async () => {
  const names = ['甲小区', '乙小区', '丙小区'];
  for (const [at, name] of names.entries()) await create({ name, finishBy: `2026-0${9 - at}-15` });
  const list = (query: object) => asDispatcher().call(projects.listProjects, { campaignId, ...query });
  const first = await list({ limit: 2 });
  expect(first.rows.map(({ name }) => name)).toEqual(['丙小区', '乙小区']);
  expect((await list({ limit: 2, after: first.next! })).rows.map(({ name }) => name)).toEqual(['甲小区']);
  expect((await list({ text: '乙' })).rows.map(({ name }) => name)).toEqual(['乙小区']);
  world.setNow('2026-08-01T02:00:00Z');
  expect((await list({ overdue: 'true' })).rows.map(({ name }) => name)).toEqual(['丙小区']);
  const [row] = (await asDispatcher().call(campaigns.listCampaigns, {})).rows;
  expect(row!.projects).toMatchObject({ total: 3, open: 3, overdue: 1, said: { stated: 440, known: 3, unnamed: 437 } });
});

test('a campaign does not close over an open project, and takes none when it has ended', async () => {
  await create();
  const at = await asDispatcher().call(campaigns.getCampaign, { id: campaignId });
  const step = { id: campaignId, note: '收官' };
  const started = await asDispatcher().call(campaigns.startCampaign, { ...step, version: at.version });
  expect(await refusal(asDispatcher().call(campaigns.closeCampaign, { ...step, version: started.version }))).toBe(
    'campaign.projects_open',
  );
  await asDispatcher().call(campaigns.withdrawCampaign, { ...step, version: started.version });
  expect(await refusal(create())).toBe('campaign.ended');
});

test('the vocabulary of stages is edited, but not from under the projects', async () => {
  const { personId } = { personId: (await asDispatcher().call(getMe, {})).person.id };
  const made = await create({ responsiblePersonId: personId });
  expect((await asDispatcher().call(projects.listStages, {})).stages.length).toBeGreaterThan(5);
  await asDispatcher().call(projects.reachStage, { id: made.id, version: made.version, stage: 'clearing', note: '' });
  const own = [{ code: 'survey', name: '摸底', countsAs: 'not_started' as const }];
  expect(await refusal(asDispatcher().call(projects.setStages, { stages: own }))).toBe('stage.in_use');
  const kept = [...own, { code: 'clearing', name: '征收拆迁', countsAs: 'started' as const }];
  await asDispatcher().call(projects.setStages, { stages: kept });
  expect(await asDispatcher().call(projects.listStages, {})).toEqual({ stages: kept });
  const now = await read(made.id);
  expect(now.responsiblePerson?.id).toBe(personId);
  expect(
    await refusal(
      asDispatcher().call(projects.reachStage, { id: made.id, version: now.version, stage: 'design', note: '' }),
    ),
  ).toBe('project.stage_unknown');
});
