import * as campaigns from '@duban/contract/campaigns';
import { ProblemError } from '@duban/contract/client';
import { listUnits } from '@duban/contract/organisation';
import { expect, test } from 'vitest';
import { testWorld } from '../testing/world.ts';

const world = testWorld();
const asDispatcher = () => world.as('shenzhiyu');

async function unitId(name: string): Promise<string> {
  const { units } = await asDispatcher().call(listUnits, {});
  return units.find((unit) => unit.name === name)!.id;
}

const housing = () => unitId('青砚区住房和城乡建设局');

async function facts(over: object = {}) {
  return {
    name: '老旧小区改造',
    purpose: '改善安居环境',
    parentId: null,
    leadUnitId: await housing(),
    startsOn: '2026-03-02',
    finishBy: '2026-12-31',
    statedParts: 9,
    statedProjects: 440,
    statedQualifier: null,
    tag: null,
    bases: [
      {
        title: '国务院常务会议',
        organ: '国务院',
        documentNumber: '',
        level: 'central' as const,
        dateText: '2019年6月19日',
        year: 2019,
        month: 6,
        day: 19,
        documentId: null,
      },
      {
        title: '专题调研',
        organ: '',
        documentNumber: '',
        level: 'county' as const,
        dateText: '5月21日',
        year: null,
        month: 5,
        day: 21,
        documentId: null,
      },
    ],
    ...over,
  };
}

const create = async (over: object = {}, who = 'shenzhiyu') =>
  world.as(who).call(campaigns.createCampaign, await facts(over));

async function refusal(call: Promise<unknown>): Promise<string> {
  const error = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof ProblemError ? error.problem.code : 'accepted';
}

test('a campaign is written down, given a part, started, and its history tells it', async () => {
  const made = await create();
  expect(made.number).toMatch(/^ZX-2026-\d{3}$/);
  await create({ name: '供水管网改造', parentId: made.id, statedParts: null, statedProjects: null, bases: [] });
  await asDispatcher().call(campaigns.startCampaign, {
    id: made.id,
    version: made.version,
    note: '区政府常务会议决定',
  });
  const found = await world.as('qinyusheng').call(campaigns.getCampaign, { id: made.id });
  expect(found).toMatchObject({
    state: 'running',
    parts: { stated: 9, known: 1, unnamed: 8 },
    projects: { total: 0, said: { stated: 440, known: 0, unnamed: 440 } },
    bases: [{ dateText: '2019年6月19日' }, { dateText: '5月21日', year: null, month: 5, day: 21 }],
  });
  expect(found.elapsed!.numerator).toBe(7);
  expect(found.history.map(({ type, note }) => [type, note])).toEqual([
    ['campaign.created', ''],
    ['campaign.started', '区政府常务会议决定'],
  ]);
  expect(found.actions.every(({ refusal: no }) => no?.code === 'campaign.role_needed')).toBe(true);
});

test('leaders plan for their own unit and those below it, handlers do not plan', async () => {
  expect(await refusal(create({}, 'xunyaoguang'))).toBe('accepted');
  expect(await refusal(create({ leadUnitId: await unitId('青砚区商务局') }, 'xunyaoguang'))).toBe(
    'campaign.role_needed',
  );
  expect(await refusal(create({}, 'liangdaizong'))).toBe('accepted');
  expect(await refusal(create({}, 'hejingcheng'))).toBe('session.forbidden');
});

test('what makes no sense is refused', async () => {
  expect(await refusal(create({ finishBy: '2026-01-01' }))).toBe('campaign.span_reversed');
  expect(await refusal(create({ parentId: crypto.randomUUID() }))).toBe('record.not_found');
  expect(await refusal(create({ leadUnitId: crypto.randomUUID() }))).toBe('record.not_found');
  await create({ tag: '老旧小区' });
  expect(await refusal(create({ tag: '老旧小区' }))).toBe('campaign.tag_taken');
});

test('a campaign never becomes a part of one of its own parts', async () => {
  const whole = await create();
  const part = await create({ parentId: whole.id });
  const change = async (over: object) =>
    asDispatcher().call(campaigns.changeCampaign, { ...whole, ...(await facts(over)), note: '调整' });
  expect(await refusal(change({ parentId: part.id }))).toBe('campaign.parent_own_part');
  expect(await refusal(change({ parentId: whole.id }))).toBe('campaign.parent_own_part');
  const changed = await change({ name: '城镇老旧小区改造' });
  expect(await refusal(change({ name: '又改' }))).toBe('record.stale');
  expect(await asDispatcher().call(campaigns.getCampaign, { id: whole.id })).toMatchObject({
    name: '城镇老旧小区改造',
    version: changed.version,
  });
});

test('what has ended is left alone until it is reopened', async () => {
  const made = await create();
  const step = { id: made.id, note: '收官' };
  const started = await asDispatcher().call(campaigns.startCampaign, { ...step, version: made.version });
  const closed = await asDispatcher().call(campaigns.closeCampaign, { ...step, version: started.version });
  const again = { ...step, version: closed.version };
  expect(await refusal(asDispatcher().call(campaigns.startCampaign, again))).toBe('campaign.wrong_state');
  expect(await refusal(asDispatcher().call(campaigns.changeCampaign, { ...again, ...(await facts()) }))).toBe(
    'campaign.ended',
  );
  expect(await asDispatcher().call(campaigns.reopenCampaign, again)).toMatchObject({ state: 'running' });
});
