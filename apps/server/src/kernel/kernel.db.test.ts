import { endpoint } from '@duban/contract/endpoint';
import { ProblemError } from '@duban/contract/client';
import type { Actor } from '@duban/kit/actor';
import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { testWorld } from '../testing/world.ts';
import { appendEvents } from './history.ts';
import { defineModule, publicRoute, route } from './module.ts';
import { problem } from './problem.ts';
import { firstBrokenRecord } from './verify.ts';

const record = '01990000-0000-7000-8000-00000000000a';

const writeNote = endpoint({
  name: 'writeNote',
  summary: 'appends one event',
  method: 'POST',
  path: '/v1/notes/:id',
  allow: 'signed_in',
  params: z.object({ id: z.uuid() }),
  body: z.object({ text: z.string().min(1), fail: z.boolean().default(false) }),
  reply: z.object({ version: z.int() }),
});
const onlyLeaders = endpoint({
  name: 'onlyLeaders',
  summary: 'is for leaders',
  method: 'GET',
  path: '/v1/leaders-only',
  allow: ['leader'],
  reply: z.object({}),
});
const greet = endpoint({
  name: 'greet',
  summary: 'greets',
  method: 'GET',
  path: '/v1/greet',
  allow: 'public',
  query: z.object({ times: z.coerce.number().int().max(3).default(1) }),
  reply: z.object({ times: z.int() }),
});
const sendFile = endpoint({
  name: 'sendFile',
  summary: 'takes a file',
  method: 'POST',
  path: '/v1/files',
  allow: 'signed_in',
  body: z.object({ title: z.string() }),
  reply: z.object({ title: z.string(), size: z.int() }),
  upload: { maxBytes: 1000 },
});

const seen: string[] = [];
const notes = defineModule({
  name: 'notes',
  routes: [
    route(writeNote, async (ctx, { id, text, fail }) => {
      const version = await appendEvents(ctx, {
        recordType: 'note',
        recordId: id,
        jurisdictionId: ctx.actor.jurisdictionId,
        events: [{ type: 'note.written', data: { text } }],
      });
      if (fail) throw problem('record.stale');
      return { version };
    }),
    route(onlyLeaders, async () => ({})),
    publicRoute(greet, async (_ctx, { times }) => ({ times })),
    route(sendFile, async (_ctx, { title }, size: number) => ({ title, size }), {
      prepare: async (_input, file) => file?.bytes.length ?? 0,
    }),
  ],
  reactions: { 'note.written': ['notes.count'] },
  jobs: { 'notes.count': async (_ctx, payload) => void seen.push(payload.recordId) },
});

const id = '01990000-0000-7000-8000-000000000001';
const kernel: Actor = {
  personId: id,
  name: 'Kernel',
  unitId: id,
  unitLine: [id],
  jurisdictionId: id,
  roles: ['dispatcher'],
};
const world = testWorld({ actors: { kernel }, modules: [notes] });
const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => 'accepted',
    (error: unknown) => (error instanceof ProblemError ? error.problem.code : String(error)),
  );

test('a command appends to the history, and its reaction is a job of the same transaction', async () => {
  seen.length = 0;
  expect(await world.as('kernel').call(writeNote, { id: record, text: 'first' })).toEqual({ version: 1 });
  expect(await world.as('kernel').call(writeNote, { id: record, text: 'second' })).toEqual({ version: 2 });
  await world.runJobs();
  expect(seen).toEqual([record, record]);
});

test('a refused command leaves nothing behind: no event, no job, no key', async () => {
  seen.length = 0;
  expect(await codeOf(world.as('kernel').call(writeNote, { id: record, text: 'x', fail: true }))).toBe('record.stale');
  await world.runJobs();
  expect(seen).toEqual([]);
  expect(await world.database.selectFrom('history').selectAll().where('record_type', '=', 'note').execute()).toEqual(
    [],
  );
  expect(await world.database.selectFrom('idempotency_keys').selectAll().execute()).toEqual([]);
});

test('the same key and body act once and answer the same; another body under the key is refused', async () => {
  const key = randomUUID();
  const first = await world.as('kernel').call(writeNote, { id: record, text: 'once' }, { key });
  expect(await world.as('kernel').call(writeNote, { id: record, text: 'once' }, { key })).toEqual(first);
  expect(await codeOf(world.as('kernel').call(writeNote, { id: record, text: 'other' }, { key }))).toBe(
    'request.key_reused',
  );
  expect(
    await world.database.selectFrom('history').selectAll().where('record_type', '=', 'note').execute(),
  ).toHaveLength(1);
});

test('a command without a key is refused', async () => {
  const reply = await world.fetchAs('kernel')(`http://test/api/v1/notes/${record}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"text":"x"}',
  });
  expect([reply.status, (await reply.json()).code]).toEqual([400, 'request.key_missing']);
});

test('who may call is decided before anything is read', async () => {
  expect(await codeOf(world.anonymous.call(onlyLeaders, {}))).toBe('session.required');
  expect(await codeOf(world.as('kernel').call(onlyLeaders, {}))).toBe('session.forbidden');
  expect(await world.anonymous.call(greet, { times: 2 })).toEqual({ times: 2 });
});

test('bad input names the field, in the language of the caller', async () => {
  const reply = await world.fetchAs(null)('http://test/api/v1/greet?times=9', { headers: { 'accept-language': 'en' } });
  const body = await reply.json();
  expect(reply.headers.get('content-type')).toContain('application/problem+json');
  expect(body).toMatchObject({ status: 400, code: 'request.invalid', fields: [{ path: 'times' }] });
  expect(body.title).toMatch(/^The request is not valid: times: Too big/);
  const chinese = await (await world.fetchAs(null)('http://test/api/v1/greet?times=9')).json();
  expect(chinese.title).toMatch(/^提交的内容有误：times: 数值过大/);
});

test.each([
  ['not JSON', '{"text":', 400],
  ['an array', '[]', 400],
  ['too much', JSON.stringify({ text: 'x'.repeat(1_100_000) }), 413],
  ['a prototype', '{"__proto__":{"x":1},"text":"x"}', 400],
])('hostile body, %s: a Problem, never a 5xx', async (_name, body, status) => {
  const reply = await world.fetchAs('kernel')(`http://test/api/v1/notes/${record}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body,
  });
  expect(reply.status).toBe(status);
  expect(reply.headers.get('content-type')).toContain('application/problem+json');
});

test('a file within its limit arrives whole, a larger one is refused', async () => {
  const send = (size: number) =>
    world
      .as('kernel')
      .call(sendFile, { title: 't' }, { file: { name: 'a.bin', content: new Blob([new Uint8Array(size)]) } });
  expect(await send(900)).toEqual({ title: 't', size: 900 });
  expect(await codeOf(send(5000))).toBe('request.too_large');
});

test('the database itself refuses to change, delete or empty the history', async () => {
  await world.as('kernel').call(writeNote, { id: record, text: 'first' });
  for (const statement of [`update history set type = 'x'`, 'delete from history', 'truncate history']) {
    await sql`savepoint attempt`.execute(world.database);
    await expect(sql.raw(statement).execute(world.database)).rejects.toThrow('append-only');
    await sql`rollback to savepoint attempt`.execute(world.database);
  }
});

test.each([
  ['a changed byte', `update history set data = '{"text": "forged"}' where sequence = 2`, 'hash', 2],
  ['a changed time', `update history set at = at + interval '1 ms' where sequence = 1`, 'hash', 1],
  ['a row taken out', 'delete from history where sequence = 2', 'sequence', 3],
])('%s is found by verify', async (_name, forgery, reason, sequence) => {
  for (const text of ['a', 'b', 'c']) await world.as('kernel').call(writeNote, { id: record, text });
  expect(await firstBrokenRecord(world.database as never)).toBeNull();
  await sql`alter table history disable trigger user`.execute(world.database);
  await sql.raw(forgery).execute(world.database);
  expect(await firstBrokenRecord(world.database as never)).toMatchObject({ recordId: record, reason, sequence });
});
