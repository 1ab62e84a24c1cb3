import { listAccess, listAudit } from '@duban/contract/audit';
import { issuePasswords, revokePersonSessions } from '@duban/contract/accounts';
import {
  addPosition,
  changePerson,
  changePosition,
  createPerson,
  deactivatePerson,
  endPosition,
  erasePerson,
  getPerson,
  listPeople,
  readPhone,
} from '@duban/contract/people';
import { changePassword, chooseUnit, exportOwnData, getMe } from '@duban/contract/session';
import { beforeEach, expect, test } from 'vitest';
import { testWorld } from '../testing/world.ts';
import { allowedFailures } from './limits.ts';
import { foundTestDistrict, type TestDistrict, testPassword } from './testing.ts';
import { codeOf } from './testing-sign-in.ts';

const world = testWorld();
let jia: TestDistrict;
let yi: TestDistrict;

beforeEach(async () => {
  jia = await foundTestDistrict(world, 'jia');
  yi = await foundTestDistrict(world, 'yi');
});

const admin = () => world.as('jia.security_admin');
const position = (unitId: string, role: string) => ({ unitId, role: role as 'handler', title: '科员' });
const add = (of: object) =>
  admin().call(createPerson, {
    name: '新来的',
    account: 'jia.newcomer',
    positions: [position(jia.department, 'handler')],
    ...of,
  });

test('a person is added with account and positions, and can act for any of the units', async () => {
  const { id } = await add({
    account: 'JIA.Newcomer',
    positions: [position(jia.department, 'handler'), position(jia.street, 'inspector')],
  });
  const person = await admin().call(getPerson, { id });
  expect(person).toMatchObject({
    account: 'jia.newcomer',
    state: 'invited',
    hasPhone: false,
    mustChangePassword: true,
  });
  const me = await world.as('jia.newcomer').call(getMe, {});
  expect([me.unit.id, me.roles, me.positions.length]).toEqual([jia.department, ['handler'], 2]);
  expect(await world.as('jia.newcomer').call(chooseUnit, { unitId: jia.street })).toEqual({ unitId: jia.street });
  expect(await codeOf(world.as('jia.newcomer').call(chooseUnit, { unitId: jia.otherStreet }))).toBe(
    'position.not_held',
  );
});

test.each([
  ['a taken account', { account: 'yi.handler' }, 'account.taken'],
  [
    'two administrations',
    (d: TestDistrict) => ({ positions: [position(d.id, 'system_admin'), position(d.id, 'audit_admin')] }),
    'position.separated',
  ],
  [
    'a CPPCC role in a department',
    (d: TestDistrict) => ({ positions: [position(d.department, 'cppcc_member')] }),
    'position.wrong_unit',
  ],
  [
    'the same position twice',
    (d: TestDistrict) => ({ positions: [position(d.id, 'leader'), position(d.id, 'leader')] }),
    'position.exists',
  ],
  ['a unit elsewhere', () => ({ positions: [position(yi.department, 'handler')] }), 'record.not_found'],
  [
    'before the unit was',
    (d: TestDistrict) => ({ positions: [{ ...position(d.id, 'leader'), validFrom: '2019-01-01' }] }),
    'unit.closed',
  ],
  [
    'an end before the beginning',
    (d: TestDistrict) => ({ positions: [{ ...position(d.id, 'leader'), validTo: '2026-03-10' }] }),
    'position.wrong_period',
  ],
  ['a weak password', { password: 'short' }, 'password.too_short'],
  ['an account with spaces', { account: 'a b c' }, 'request.invalid'],
  ['no position', { positions: [] }, 'request.invalid'],
])('%s is refused, and nobody is added', async (_name, of, code) => {
  expect(await codeOf(add(typeof of === 'function' ? of(jia) : of))).toBe(code);
  const left = await world.database.selectFrom('people').select('id').where('name', '=', '新来的').execute();
  expect(left).toEqual([]);
});

test('nobody changes the own permissions, and the last security administrator stays', async () => {
  const own = await admin().call(getPerson, { id: jia.people['jia.security_admin']! });
  const { id, version } = own;
  const positionId = own.positions[0]!.id;
  expect(await codeOf(admin().call(addPosition, { id, version, ...position(jia.id, 'leader') }))).toBe('position.own');
  expect(await codeOf(admin().call(endPosition, { id, version, positionId, on: '2026-03-10' }))).toBe('position.own');
  expect(await codeOf(admin().call(deactivatePerson, { id, version }))).toBe('position.own');
  expect(await codeOf(admin().call(issuePasswords, { people: [{ id, password: 'Once-Only-Words-42' }] }))).toBe(
    'position.own',
  );

  const street = await admin().call(getPerson, { id: jia.people['jia.street_security']! });
  await admin().call(deactivatePerson, { id: street.id, version: street.version });
  const second = await add({ account: 'jia.second', positions: [position(jia.id, 'security_admin')] });
  const bySecond = world.as('jia.second');
  await bySecond.call(endPosition, { id, version, positionId, on: '2026-03-10' });
  expect(await codeOf(world.as('jia.security_admin').call(listPeople, {}))).toBe('session.required');
  const third = await bySecond.call(createPerson, {
    name: '第三位',
    account: 'jia.third',
    positions: [{ ...position(jia.id, 'security_admin'), validFrom: '2026-03-20' }],
  });
  const of = await bySecond.call(getPerson, { id: second.id });
  world.setNow('2026-03-25T02:00:00Z');
  expect(
    await codeOf(
      world
        .as('jia.third')
        .call(endPosition, { id: second.id, version: of.version, positionId: of.positions[0]!.id, on: '2026-03-19' }),
    ),
  ).toBe('position.last_security_admin');
  expect(third.id).toBeTruthy();
});

test('titles and last days change; unit and role do not', async () => {
  const id = jia.people['jia.handler']!;
  const before = await admin().call(getPerson, { id });
  const positionId = before.positions[0]!.id;
  const { version } = await admin().call(changePosition, {
    id,
    positionId,
    version: before.version,
    title: '副科长',
    validTo: '2026-06-01',
  });
  const after = await admin().call(getPerson, { id });
  expect(after.positions[0]).toMatchObject({ title: '副科长', validTo: '2026-06-01' });
  expect(await codeOf(admin().call(changePosition, { id, positionId, version: before.version, title: 'x' }))).toBe(
    'record.stale',
  );
  expect(await codeOf(admin().call(changePosition, { id, positionId, version, validTo: '2019-06-01' }))).toBe(
    'position.wrong_period',
  );
  world.setNow('2026-06-02T02:00:00Z');
  expect(await codeOf(world.as('jia.handler').call(getMe, {}))).toBe('session.required');
});

test('people are listed page by page, by unit, role, state and words', async () => {
  const names: string[] = [];
  let after: string | undefined;
  do {
    const page = await admin().call(listPeople, { limit: 5, ...(after && { after }) });
    expect(page.people.length).toBeLessThanOrEqual(5);
    names.push(...page.people.map((person) => person.account));
    after = page.next ?? undefined;
  } while (after);
  expect(new Set(names).size).toBe(names.length);
  expect(names.sort()).toEqual(Object.keys(jia.people).sort());
  const found = async (query: object) =>
    (await admin().call(listPeople, query)).people.map((person) => person.account).sort();
  expect(await found({ unitId: jia.street })).toEqual(['jia.street_handler', 'jia.street_security']);
  expect(await found({ role: 'handler' })).toEqual(['jia.handler', 'jia.other_handler', 'jia.street_handler']);
  expect(await found({ text: 'AUDIT' })).toEqual(['jia.audit_admin']);
  expect(await found({ text: '%' })).toEqual([]);
  expect(await found({ state: 'locked' })).toEqual([]);
  expect(await codeOf(admin().call(listPeople, { after: 'nonsense' }))).toBe('request.invalid');
});

test('who sees whom: the own subtree, an administrator the own territory, nobody another jurisdiction', async () => {
  const seen = async (account: string) =>
    (await world.as(account).call(listPeople, {})).people.map((person) => person.account);
  expect((await seen('jia.street_handler')).sort()).toEqual(['jia.street_handler', 'jia.street_security']);
  expect(await seen('jia.street_security')).not.toContain('jia.other_handler');
  expect((await seen('jia.system_admin')).length).toBe(Object.keys(jia.people).length);
  const foreign = yi.people['yi.handler']!;
  for (const account of ['jia.security_admin', 'jia.leader']) {
    expect(await codeOf(world.as(account).call(getPerson, { id: foreign }))).toBe('record.not_found');
    expect(await codeOf(world.as(account).call(readPhone, { id: foreign, purpose: '联系' }))).toBe('record.not_found');
  }
  expect(await codeOf(admin().call(revokePersonSessions, { id: foreign }))).toBe('record.not_found');
  expect(await codeOf(admin().call(changePerson, { id: foreign, version: 2, name: 'x' }))).toBe('record.not_found');
});

test('an administrator of a street changes nobody who also works elsewhere', async () => {
  const street = world.as('jia.street_security');
  const id = jia.people['jia.street_handler']!;
  const before = await street.call(getPerson, { id });
  const named = await street.call(changePerson, { id, version: before.version, name: '改名' });
  expect(
    await codeOf(street.call(addPosition, { id, version: named.version, ...position(jia.otherStreet, 'handler') })),
  ).toBe('position.outside');
  const { version } = await admin().call(addPosition, {
    id,
    version: named.version,
    ...position(jia.otherStreet, 'handler'),
  });
  expect(await codeOf(street.call(changePerson, { id, version, name: '再改' }))).toBe('person.outside');
  expect(await codeOf(street.call(issuePasswords, { people: [{ id, password: 'Once-Only-Words-42' }] }))).toBe(
    'person.outside',
  );
});

test('a telephone number is shown on demand, and who looked is on record', async () => {
  const id = jia.people['jia.handler']!;
  const { version } = await admin().call(getPerson, { id });
  await admin().call(changePerson, { id, version, phone: '0531 8000 0000' });
  expect(JSON.stringify(await admin().call(getPerson, { id }))).not.toContain('8000');
  expect(await world.as('jia.system_admin').call(readPhone, { id, purpose: '通知停机' })).toEqual({
    phone: '0531 8000 0000',
  });
  expect(await codeOf(world.as('jia.system_admin').call(readPhone, { id, purpose: ' ' }))).toBe('request.invalid');
  const { rows } = await world.as('jia.audit_admin').call(listAccess, {});
  expect(rows).toMatchObject([
    { reader: { name: '甲区system_admin' }, subject: { id }, data: 'phone', purpose: '通知停机' },
  ]);
  expect((await world.as('yi.audit_admin').call(listAccess, {})).rows).toEqual([]);
});

test('who has left can be erased: the history stays, the name is gone everywhere', async () => {
  const id = jia.people['jia.handler']!;
  const { version } = await admin().call(getPerson, { id });
  expect(await codeOf(admin().call(erasePerson, { id, version }))).toBe('person.still_active');
  const left = await admin().call(deactivatePerson, { id, version });
  await admin().call(erasePerson, { id, version: left.version });
  const person = await admin().call(getPerson, { id });
  expect([person.name, person.account.startsWith('erased.')]).toEqual(['（已删除）', true]);
  for (const table of ['history', 'administrative_audit', 'people', 'auth_users', 'access_log'] as const) {
    expect(JSON.stringify(await world.database.selectFrom(table).selectAll().execute())).not.toMatch(
      /甲区handler|jia\.handler/,
    );
  }
  const events = (await world.as('jia.audit_admin').call(listAudit, {})).rows.map((row) => row.event);
  expect(events.slice(0, 2)).toEqual(['person.erased', 'person.deactivated']);
});

test('everybody gets the own data as a file', async () => {
  const file = await world.as('jia.handler').download(exportOwnData, {});
  const data = JSON.parse(await file.text());
  expect(data).toMatchObject({ person: { name: '甲区handler' }, account: { account: 'jia.handler' } });
  expect(data.positions).toHaveLength(1);
});

test('the audit is bounded by jurisdiction and can be narrowed and paged', async () => {
  const { id } = await add({});
  await admin().call(issuePasswords, { people: [{ id, password: 'Once-Only-Words-42' }] });
  const auditor = world.as('jia.audit_admin');
  const { rows, next } = await auditor.call(listAudit, { limit: 1 });
  expect(rows.map((row) => row.event)).toEqual(['person.password_issued']);
  expect(rows[0]!.subject).toBe('新来的');
  const rest = await auditor.call(listAudit, { after: next! });
  expect(rest.rows.map((row) => row.event)).toEqual(['person.added']);
  expect((await auditor.call(listAudit, { event: 'person.added' })).rows).toHaveLength(1);
  expect((await auditor.call(listAudit, { personId: id })).rows).toHaveLength(2);
  expect((await world.as('yi.audit_admin').call(listAudit, {})).rows).toEqual([]);
});

test('a password never appears in what is kept', async () => {
  const password = 'Once-Only-Words-42';
  const { id } = await add({ password });
  await admin().call(issuePasswords, { people: [{ id, password: 'Other-Only-Words-43' }] });
  for (const table of ['history', 'administrative_audit', 'idempotency_keys', 'auth_accounts', 'auth_users'] as const) {
    expect(JSON.stringify(await world.database.selectFrom(table).selectAll().execute())).not.toMatch(/Only-Words/);
  }
});

test('the own password cannot be guessed from an open session', async () => {
  const handler = world.as('jia.handler');
  const guess = (current: string) => codeOf(handler.call(changePassword, { current, next: 'Fresh-Pear-Tree-9' }));
  for (let n = 0; n < allowedFailures; n++) expect(await guess(`wrong ${n}`)).toBe('password.wrong');
  expect(await guess(testPassword)).toBe('account.locked');
  expect(
    await codeOf(world.as('jia.leader').call(changePassword, { current: testPassword, next: 'Fresh-Pear-Tree-9' })),
  ).toBe('accepted');
});
