import { cast } from '@duban/demo/cast';
import { endpoints } from '@duban/contract/endpoints';
import type { Allow } from '@duban/contract/roles';
import { type Role, roles } from '@duban/kit/actor';
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { testWorld } from './testing/world.ts';

// The table of docs/permissions.md, run over HTTP: every route × every role, and nobody. Who may not call is told so
// before the request is looked at; who may call gets past that point, whatever the empty request then leads to.

const world = testWorld();
const somebodyWith = (role: Role) => cast.find((member) => member.roles.every((own: Role) => own === role))!.account;
const nobody = null;

const answers = (allow: Allow) =>
  [...roles, nobody].map((role) => {
    const open = allow === 'public' || (role !== nobody && (allow === 'signed_in' || allow.includes(role)));
    return [role, open ? 'may call' : role === nobody ? 'session.required' : 'session.forbidden'];
  });

test.each(endpoints.map((endpoint) => [endpoint.name, endpoint] as const))('%s', async (_name, endpoint) => {
  const address = endpoint.path.replace(/:\w+/g, '01990000-0000-7000-8000-00000000dead');
  const given: unknown[] = [];
  for (const role of [...roles, nobody]) {
    const reply = await world.fetchAs(role && somebodyWith(role))(`http://test/api${address}`, {
      method: endpoint.method,
      headers: { 'idempotency-key': randomUUID(), 'content-type': 'application/json' },
      body: endpoint.method === 'GET' ? undefined : '{}',
    });
    const refusal = [401, 403].includes(reply.status) ? (await reply.json()).code : 'may call';
    given.push([role, reply.status >= 500 ? reply.status : refusal]);
  }
  expect(given).toEqual(answers(endpoint.allow));
});
