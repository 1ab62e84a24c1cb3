import { ProblemError } from '@duban/contract/client';
import * as contract from '@duban/contract/calendar';
import type { Actor } from '@duban/kit/actor';
import { expect, test } from 'vitest';
import { testWorld } from '../testing/world.ts';

const jurisdictionId = '01990000-0000-7000-8000-000000000c02';
const administrator: Actor = {
  personId: '01990000-0000-7000-8000-000000000c21',
  name: 'administrator',
  unitId: jurisdictionId,
  unitLine: [jurisdictionId],
  jurisdictionId,
  roles: ['system_admin'],
};
const world = testWorld({ commits: true, actors: { tongshouyi: administrator } });

/** Five changes of the same version at once; what each came to. */
async function changeAtOnce(version: number): Promise<string[]> {
  const calls = [1, 2, 3, 4, 5].map((day) =>
    world
      .as('tongshouyi')
      .call(contract.setCalendarDay, {
        date: `2026-07-0${day}`,
        kind: 'holiday',
        name: '停工',
        source: `${version}`,
        version,
      })
      .then(
        () => 'accepted',
        (error: unknown) => {
          if (error instanceof ProblemError) return error.problem.code;
          throw error;
        },
      ),
  );
  return (await Promise.all(calls)).sort();
}

test('of changes made at once one wins and the others are told, also the very first time', async () => {
  const oneWins = ['accepted', 'record.stale', 'record.stale', 'record.stale', 'record.stale'];
  expect(await changeAtOnce(0)).toEqual(oneWins);
  expect(await changeAtOnce(1)).toEqual(oneWins);
  const { version, years } = await world.as('tongshouyi').call(contract.listCalendarYears, {});
  expect(version).toBe(2);
  const { ownRows } = years.find(({ year }) => year === 2026)!;
  expect([1, 2]).toContain(ownRows);
});
