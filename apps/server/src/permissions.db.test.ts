import { cast } from '@duban/demo/cast';
import { endpoints } from '@duban/contract/endpoints';
import { type Role, roles } from '@duban/kit/actor';
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { testWorld } from './testing/world.ts';

// The table of docs/permissions.md, run over HTTP: every route × every role, and nobody. Who may not call is told so
// before the request is looked at; who may call gets past that point, whatever the empty request then leads to.

const world = testWorld();
const somebodyWith = (role: Role) => cast.find((member) => member.roles.every((own: Role) => own === role))!.account;
const nobody = null;

const cases = endpoints.flatMap((endpoint) =>
  [...roles, nobody].map((role) => [endpoint.name, role, endpoint] as const),
);

test.each(cases)('%s as %s', async (_name, role, endpoint) => {
  const address = endpoint.path.replace(/:\w+/g, '01990000-0000-7000-8000-00000000dead');
  const reply = await world.fetchAs(role && somebodyWith(role))(`http://test/api${address}`, {
    method: endpoint.method,
    headers: { 'idempotency-key': randomUUID(), 'content-type': 'application/json' },
    body: endpoint.method === 'GET' ? undefined : '{}',
  });
  const { allow } = endpoint;
  const open = allow === 'public' || (role !== nobody && (allow === 'signed_in' || allow.includes(role)));
  if (open) expect([401, 403, 500]).not.toContain(reply.status);
  else
    expect([reply.status, (await reply.json()).code]).toEqual(
      role === nobody ? [401, 'session.required'] : [403, 'session.forbidden'],
    );
});
