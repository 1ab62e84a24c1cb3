import { addAttachment } from '@duban/contract/attachments';
import { submitResult } from '@duban/contract/case-handling';
import * as cases from '@duban/contract/cases';
import { importStandards, listStandards } from '@duban/contract/standards';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { replay } from '@duban/cases/evolve';
import { sql } from 'kysely';
import { contentStoreIn, useContentStore } from '../adapters/content-store.ts';
import type { Tx } from '../kernel/database.ts';
import { testWorld } from '../testing/world.ts';
import { caseHistory, lockCaseForJob } from './case.store.ts';
import { caseDesk, sheetOf, testClass } from './testing.ts';

const world = testWorld();
const desk = caseDesk(world);
const refused = (code: string) => ({ problem: expect.objectContaining({ code }) });
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duban-files-'));
  useContentStore(contentStoreIn(folder));
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(() => desk.standards());

const head = ['小类代码', '小类名称', '立案条件代码', '立案条件', '签收时限', '处置时限', '结案条件', '结案凭据'];
const row = (condition: string, evidence: string) => [
  testClass,
  '占道经营',
  condition,
  `情形${condition}`,
  '2工作时',
  '3工作日',
  '撤除',
  evidence,
];
const table = { name: '按风险', basis: '示例', validFrom: '2026-03-05' } as const;
const importing = async (
  rows: readonly string[][],
  how: { mode: 'all' | 'check'; replaces: 'table' | 'rows'; validFrom?: string },
) =>
  desk
    .as('dispatcher')
    .call(
      importStandards,
      { ...table, ...how },
      { file: { name: 'a.xlsx', content: new Blob([await sheetOf([head, ...rows])]) } },
    );

async function attach(at: { id: string; version: number }, kind: 'before' | 'after') {
  const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#884422' } })
    .png()
    .toBuffer();
  const file = { name: '现场.png', content: new Blob([new Uint8Array(bytes)]) };
  return desk.as('officer').call(addAttachment, { ...at, kind }, { file });
}

const solved = { outcome: 'solved', statement: '摊位已撤除' } as const;

test('middle risk: solved needs a picture before and one after; the page says which is missing', async () => {
  await importing([row('1', '整改前后照片'), row('2', '')], { mode: 'all', replaces: 'rows' });
  const at = await desk.accepted();
  expect((await desk.view(at.id, 'officer')).evidence).toBe('picture_pair');
  const bare = desk.as('officer').call(submitResult, { ...at, ...solved });
  await expect(bare).rejects.toMatchObject({
    problem: expect.objectContaining({
      code: 'case.pictures_missing',
      title: expect.stringContaining('整改前、整改后'),
    }),
  });
  const second = await attach(await attach(at, 'before'), 'after');
  const submitted = await desk.as('officer').call(submitResult, { id: at.id, version: second.version, ...solved });
  expect(submitted.state).toBe('awaiting_check');
});

test('high risk: only who was there lets it pass', async () => {
  await importing([row('1', '现场核查')], { mode: 'all', replaces: 'rows' });
  const at = await desk.submitted();
  const check = { ...at, result: 'passed' } as const;
  const inspector = desk.as('inspector');
  await expect(inspector.call(cases.recordPreClosureCheck, check)).rejects.toMatchObject(
    refused('case.field_check_needed'),
  );
  await inspector.call(cases.recordPreClosureCheck, { ...check, onSite: true });
  expect((await desk.view(at.id)).preClosureCheck).toMatchObject({ result: 'passed', onSite: true });
});

test('a case keeps to what was asked for when it was dispatched', async () => {
  const at = await desk.accepted();
  await importing([row('1', '整改前后照片')], { mode: 'all', replaces: 'rows' });
  expect((await desk.as('officer').call(submitResult, { ...at, ...solved })).state).toBe('awaiting_check');
});

test('pictures cannot be demanded for everything, by one table or row by row; nothing is written', async () => {
  const all = [row('1', '整改前后照片'), row('2', '整改前后照片')];
  const whole = { mode: 'check', replaces: 'table' } as const;
  await expect(importing(all, whole)).rejects.toMatchObject(refused('standards.pictures_for_all'));
  await expect(importing(all, { ...whole, mode: 'all' })).rejects.toMatchObject(refused('standards.pictures_for_all'));
  await importing([row('1', '整改前后照片'), row('2', '文字说明')], { mode: 'all', replaces: 'table' });
  const how = { mode: 'check', replaces: 'rows', validFrom: '2026-03-06' } as const;
  const last = importing([row('2', '整改前后照片')], how);
  await expect(last).rejects.toMatchObject(refused('standards.pictures_for_all'));
  const { rows } = await desk.as('officer').call(listStandards, { on: '2026-03-10', classCode: testClass });
  expect(rows.map(({ evidence }) => evidence)).toEqual(['picture_pair', 'statement']);
});

test('a row from before evidence was asked for is read as its history replays, and can be worked on', async () => {
  const pictured = await attach(await desk.accepted(), 'before');
  world.setNow('2026-03-10T03:00:00Z');
  const submitted = await desk.as('officer').call(submitResult, { ...(await attach(pictured, 'after')), ...solved });
  const { id, version } = await desk
    .as('inspector')
    .call(cases.recordPreClosureCheck, { ...submitted, result: 'passed' });
  await sql`update cases set details = ((details - 'evidence') #- '{preClosureCheck,onSite}')
      || jsonb_build_object('attachments', (select jsonb_agg(one - 'at' order by place)
        from jsonb_array_elements(details -> 'attachments') with ordinality as listed (one, place)))
    where id = ${id}`.execute(world.database);
  const tx = world.database as Tx;
  const { jurisdictionId } = await desk.view(id);
  const read = await lockCaseForJob(tx, jurisdictionId, id);
  const history = await caseHistory({ tx } as Parameters<typeof caseHistory>[0], jurisdictionId, id);
  expect(read).toEqual(replay(history));
  expect(read).toMatchObject({ evidence: 'statement', preClosureCheck: { onSite: false } });
  expect(new Set(read?.attachments.map(({ at }) => at)).size).toBe(2);
  await desk.as('dispatcher').call(cases.closeOutCase, { id, version });
  expect((await desk.view(id)).state).toBe('closed');
});
