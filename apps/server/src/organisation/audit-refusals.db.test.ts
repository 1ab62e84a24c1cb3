import { unlockAccount } from '@duban/contract/accounts';
import { listAudit } from '@duban/contract/audit';
import { getUnit, listUnits, renameUnit } from '@duban/contract/organisation';
import { createPerson } from '@duban/contract/people';
import { expect, test } from 'vitest';
import { testWorld } from '../testing/world.ts';

const world = testWorld();
const refusals = async () => (await world.as('hangmingjian').call(listAudit, { result: 'refused', limit: 10 })).rows;

test('a command that is refused by its rule is in the audit, and nothing else of it', async () => {
  const { units } = await world.as('tongshouyi').call(listUnits, {});
  const [first, second] = units.filter(({ kind }) => kind === 'department');
  const { id, version } = await world.as('tongshouyi').call(getUnit, { id: first!.id });
  const taken = { id, version, name: second!.name, shortName: '同名局', aliases: [], code: null };
  await expect(world.as('tongshouyi').call(renameUnit, taken)).rejects.toThrow();
  expect(await refusals()).toMatchObject([
    {
      event: 'unit.renamed',
      reason: 'unit.name_taken',
      result: 'refused',
      subject: first!.name,
      person: { name: '佟守驿' },
    },
  ]);
});

test('so is one that the role does not allow, before anything of it was read', async () => {
  const person = { name: '张三', account: 'zhangsan' };
  await expect(world.as('tangjinchu').call(createPerson, person as never)).rejects.toMatchObject({
    problem: { code: 'session.forbidden' },
  });
  expect(await refusals()).toMatchObject([
    { event: 'person.added', reason: 'session.forbidden', person: { name: '唐槿初' }, subjectId: null },
  ]);
});

test('what nobody asked to be written down is not: a refused look, a field that cannot be read', async () => {
  await expect(world.as('tangjinchu').call(listAudit, {})).rejects.toThrow();
  await expect(world.as('cenanzhi').call(unlockAccount, { id: 'nobody' } as never)).rejects.toThrow();
  expect(await refusals()).toEqual([]);
});
