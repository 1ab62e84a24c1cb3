import * as handling from '@duban/contract/case-handling';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import { expect, test, vi } from 'vitest';
import { newId } from '../kernel/context.ts';
import type { Tx } from '../kernel/database.ts';
import { testWorld } from '../testing/world.ts';
import { resumeSuspendedCases } from './resume-suspended-cases.job.ts';
import { caseDesk } from './testing.ts';

const world = testWorld();
const desk = caseDesk(world);

test('a suspended case that cannot come back is told to the log, and the others come back', async () => {
  await desk.standards();
  const suspended = async (returnOn: string): Promise<string> => {
    const suspension = { ...(await desk.accepted()), reason: '等雨季过去', returnOn };
    const asked = await desk.as('officer').call(handling.requestSuspension, suspension);
    const endorsed = await desk.as('chief').call(handling.endorseRequest, asked);
    return (await desk.as('dispatcher').call(handling.approveRequest, endorsed)).id;
  };
  const [broken, sound] = [await suspended('2026-06-01'), await suspended('2026-06-02')];
  await sql`update cases set details = details || '{"finishClock": null}' where id = ${broken}`.execute(world.database);
  world.setNow('2026-06-02T01:00:00Z');
  const error = vi.fn();
  const log = { error } as unknown as Logger;
  await resumeSuspendedCases({ tx: world.database as Tx, now: world.now, newId, log });
  expect((await desk.view(sound)).state).toBe('in_progress');
  expect(error.mock.calls).toEqual([
    [{ caseId: broken, code: 'case.wrong_state' }, 'a suspended case could not return on its date'],
  ]);
  const { rows } = await sql<{ id: string }>`select id from cases where state = 'suspended'`.execute(world.database);
  expect(rows).toEqual([{ id: broken }]);
});
