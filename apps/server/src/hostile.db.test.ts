import { isCommand } from '@duban/contract/endpoint';
import { endpoints } from '@duban/contract/endpoints';
import { cast } from '@duban/demo/cast';
import { roles } from '@duban/kit/actor';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { nearly } from './testing/nasty.ts';
import { testWorld } from './testing/world.ts';

// Every endpoint, as somebody who may call it, with requests that are nearly right and values that break software:
// a Problem in every case, never a failure of the server's own.

const world = testWorld();
const none = z.object({});

test.each(endpoints.map((endpoint) => [endpoint.name, endpoint] as const))('%s', async (_name, endpoint) => {
  const role = typeof endpoint.allow === 'string' ? roles[0] : endpoint.allow[0]!;
  const account =
    endpoint.allow === 'public'
      ? null
      : cast.find((member) => (member.roles as readonly string[]).includes(role))!.account;
  const request = fc.record({
    params: nearly(endpoint.params ?? none),
    query: nearly(endpoint.query ?? none),
    body: nearly(endpoint.body ?? none),
  });
  await fc.assert(
    fc.asyncProperty(request, async ({ params, query, body }) => {
      const reply = await world.fetchAs(account)(addressOf(endpoint.path, params, query), {
        method: endpoint.method,
        ...(isCommand(endpoint) ? commandOf(endpoint.upload !== undefined, body) : {}),
      });
      const answer = reply.ok ? '' : await reply.text();
      expect(reply.status, answer).toBeLessThan(500);
      if (!reply.ok) expect(reply.headers.get('content-type')).toContain('application/problem+json');
    }),
    { numRuns: 25, seed: 20260310, endOnFailure: true },
  );
});

function addressOf(path: string, params: unknown, query: unknown): string {
  const named = path.replace(/:(\w+)/g, (_, name: string) =>
    wellFormed((params as Record<string, unknown>)[name] ?? 'x'),
  );
  const search = Object.entries(query as object)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${wellFormed(value)}`);
  return `http://test/api${named}?${search.join('&')}`;
}

/** A lone surrogate cannot be written into an address at all. */
function wellFormed(value: unknown): string {
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return encodeURIComponent(text.toWellFormed().slice(0, 3000)) || '%20';
}

function commandOf(upload: boolean, body: unknown): RequestInit {
  if (!upload) {
    return {
      headers: { 'idempotency-key': randomUUID(), 'content-type': 'application/json' },
      body: JSON.stringify(body),
    };
  }
  const form = new FormData();
  form.append('fields', JSON.stringify(body));
  form.append('file', new Blob(['PK\u0003\u0004 not really']), '../../名.xlsx');
  return { headers: { 'idempotency-key': randomUUID() }, body: form };
}
