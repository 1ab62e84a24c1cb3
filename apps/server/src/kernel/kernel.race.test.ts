import { endpoint } from '@duban/contract/endpoint';
import { ProblemError } from '@duban/contract/client';
import type { Actor } from '@duban/kit/actor';
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { testWorld } from '../testing/world.ts';
import { appendEvents } from './history.ts';
import { defineModule, route } from './module.ts';
import { firstBrokenRecord } from './verify.ts';

const record = '01990000-0000-7000-8000-00000000000b';

const addMark = endpoint({
  name: 'addMark',
  summary: 'appends one event, slowly',
  method: 'POST',
  path: '/v1/marks',
  allow: 'signed_in',
  body: z.object({ mark: z.string() }),
  reply: z.object({ version: z.int() }),
});

const marks = defineModule({
  name: 'marks',
  routes: [
    route(addMark, async (ctx, { mark }) => {
      const version = await appendEvents(ctx, {
        recordType: 'mark',
        recordId: record,
        jurisdictionId: ctx.actor.jurisdictionId,
        events: [{ type: 'mark.added', data: { mark } }],
      });
      await wait(30);
      return { version };
    }),
  ],
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
const world = testWorld({ actors: { kernel }, modules: [marks], commits: true });

test('one key sent five times at once acts once, and all five get the same reply', async () => {
  const key = randomUUID();
  const replies = await Promise.all(
    Array.from({ length: 5 }, () => world.as('kernel').call(addMark, { mark: 'once' }, { key })),
  );
  expect(replies).toEqual(Array.from({ length: 5 }, () => ({ version: 1 })));
  expect(
    await world.database.selectFrom('history').selectAll().where('record_type', '=', 'mark').execute(),
  ).toHaveLength(1);
});

test('appending to one record at once without a lock: one wins, the others are told, the chain is whole', async () => {
  const outcomes = await Promise.allSettled(
    Array.from({ length: 4 }, (_, i) => world.as('kernel').call(addMark, { mark: String(i) })),
  );
  const refused = outcomes.filter((outcome) => outcome.status === 'rejected').map((outcome) => outcome.reason);
  expect(refused.every((error) => error instanceof ProblemError && error.problem.code === 'record.stale')).toBe(true);
  const events = await world.database
    .selectFrom('history')
    .select('sequence')
    .where('record_type', '=', 'mark')
    .orderBy('sequence')
    .execute();
  expect(events.map((event) => event.sequence)).toEqual(
    Array.from({ length: outcomes.length - refused.length }, (_, i) => i + 1),
  );
  expect(await firstBrokenRecord(world.database as never)).toBeNull();
});
