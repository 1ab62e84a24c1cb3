import { deactivatePerson, endPosition, getPerson } from '@duban/contract/people';
import { beforeEach, expect, test } from 'vitest';
import { testWorld } from '../testing/world.ts';
import { foundTestDistrict, type TestDistrict } from './testing.ts';
import { codeOf } from './testing-sign-in.ts';

const world = testWorld({ commits: true });
let jia: TestDistrict;

beforeEach(async () => {
  jia = await foundTestDistrict(world, 'jia');
});

test('two security administrators who remove each other at once do not leave the district without one', async () => {
  const [one, other] = ['jia.security_admin', 'jia.street_security'] as const;
  // The second becomes an administrator of the whole district as well, by a position in the government.
  await world.database
    .updateTable('positions')
    .set({ unit_id: jia.department })
    .where('person_id', '=', jia.people[other]!)
    .execute();
  const [first, second] = [
    await world.as(one).call(getPerson, { id: jia.people[one]! }),
    await world.as(one).call(getPerson, { id: jia.people[other]! }),
  ];
  const results = await Promise.all([
    codeOf(world.as(one).call(deactivatePerson, { id: second.id, version: second.version })),
    codeOf(
      world.as(other).call(endPosition, {
        id: first.id,
        version: first.version,
        positionId: first.positions[0]!.id,
        on: '2026-03-10',
      }),
    ),
  ]);
  expect(results.filter((code) => code === 'accepted')).toHaveLength(1);
  const left = await world.database
    .selectFrom('positions')
    .innerJoin('people', 'people.id', 'positions.person_id')
    .select('positions.id')
    .where('positions.jurisdiction_id', '=', jia.id)
    .where('positions.role', '=', 'security_admin')
    .where('positions.valid_to', 'is', null)
    .where('people.deactivated_at', 'is', null)
    .execute();
  expect(left).toHaveLength(1);
});
