import * as handling from '@duban/contract/case-handling';
import * as cases from '@duban/contract/cases';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testWorld } from '../testing/world.ts';
import { caseDesk } from './testing.ts';

const world = testWorld({ commits: true });
const desk = caseDesk(world);

const outcomes = async (calls: readonly Promise<unknown>[]) =>
  (await Promise.allSettled(calls)).map((one) => (one.status === 'fulfilled' ? 'done' : one.reason.problem?.code));

test('two close-outs at once: one happens, the other is told that it came too late', async () => {
  await desk.standards();
  const checked = await desk.checked();
  const close = (who: 'dispatcher' | 'otherDispatcher') => desk.as(who).call(cases.closeOutCase, checked);
  expect((await outcomes([close('dispatcher'), close('otherDispatcher')])).sort()).toEqual(['done', 'record.stale']);
  const { history } = await desk.view(checked.id);
  expect(history.filter(({ type }) => type === 'case.closed_out')).toHaveLength(1);
});

test('a key sent five times at once acts once and answers the same', async () => {
  await desk.standards();
  const found = await desk.accepted();
  const call = () => desk.as('officer').call(cases.commentOnCase, { ...found, text: '今日处置' }, { key: 'same' });
  const replies = await Promise.all(Array.from({ length: 5 }, call));
  expect(new Set(replies.map(({ version }) => version))).toEqual(new Set([found.version + 1]));
  expect((await desk.view(found.id)).version).toBe(found.version + 1);
});

test('two workers that run the same job at once: a case returns once, a limit is told once', async () => {
  await desk.standards();
  const asked = await desk
    .as('officer')
    .call(handling.requestSuspension, { ...(await desk.accepted()), reason: '等材料', returnOn: '2026-03-12' });
  const endorsed = await desk.as('chief').call(handling.endorseRequest, asked);
  const suspended = await desk.as('dispatcher').call(handling.approveRequest, endorsed);
  const overdue = await desk.accepted();
  world.setNow('2026-03-20T02:00:00Z');
  await sql`select graphile_worker.add_job(name) from unnest(array['escalate-cases', 'escalate-cases',
    'resume-suspended-cases', 'resume-suspended-cases']) as name`.execute(world.database);
  await Promise.all([world.runJobs(), world.runJobs()]);
  const back = await desk.view(suspended.id);
  expect(back.history.filter(({ type }) => type === 'case.resumed')).toHaveLength(1);
  const { escalations } = await desk.view(overdue.id);
  expect(escalations.filter(({ code }) => code === 'overdue')).toHaveLength(1);
});

test('two merges into each other at once do not wait for ever, and do not both happen', async () => {
  await desk.standards();
  const [a, b] = [await desk.report(), await desk.report()];
  const merge = (from: typeof a, into: typeof a) =>
    desk.as('dispatcher').call(cases.mergeCase, { ...from, intoId: into.id });
  const [first, second] = await outcomes([merge(a, b), merge(b, a)]);
  expect([first, second].filter((outcome) => outcome === 'done')).toHaveLength(1);
});

test('numbers never repeat, however many report at once', async () => {
  await desk.standards();
  const reported = await Promise.all(Array.from({ length: 12 }, () => desk.report()));
  expect(new Set(reported.map(({ number }) => number)).size).toBe(12);
});
