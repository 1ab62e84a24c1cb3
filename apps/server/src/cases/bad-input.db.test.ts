import * as attachments from '@duban/contract/attachments';
import * as bulk from '@duban/contract/case-bulk';
import * as handling from '@duban/contract/case-handling';
import * as lists from '@duban/contract/case-lists';
import * as cases from '@duban/contract/cases';
import { type Endpoint, isCommand } from '@duban/contract/endpoint';
import * as places from '@duban/contract/places';
import * as standards from '@duban/contract/standards';
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { testWorld } from '../testing/world.ts';
import { caseDesk } from './testing.ts';

// Whatever is sent, the answer is a sentence and never a defect: no 5xx, and nothing half-written that would break the
// next request.
const world = testWorld();
const desk = caseDesk(world);

beforeEach(() => desk.standards());

const endpoints = [attachments, lists, cases, handling, bulk, places, standards]
  .flatMap((module) => Object.values(module) as unknown[])
  .filter(
    (value): value is Endpoint => typeof value === 'object' && value !== null && 'allow' in value && 'path' in value,
  );

const nasty = fc.oneof(
  fc.constantFrom('', ' ', '\u0000', 'a\u0000b', '\ud800', '￿', "';drop table cases;--", '{"a":1}', '../../etc/passwd'),
  fc.constantFrom('-1', '0', '1e400', 'NaN', 'Infinity', '9'.repeat(400), '2026-02-30', '9999-12-31', '0000-01-01'),
  fc.constantFrom('%', '_', '\\', '&|!():*', '<->', '路'.repeat(100), '𠮷', 'ﬀ①㎡', 'true', 'red', 'closed'),
  fc.constantFrom('01890000-0000-7000-8000-000000000000', 'WyIiLCIiXQ', 'bnVsbA', 'WzEsMl0'),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
const anything = fc.oneof(
  nasty,
  fc.anything({ maxDepth: 3, withNullPrototype: false }),
  fc.constantFrom(1e308, -1, 0.5, 2 ** 53, null, true, [], {}),
);

const fieldsOf = (endpoint: Endpoint) => Object.keys(endpoint.query?.shape ?? {});
const bodyFieldsOf = (endpoint: Endpoint) => Object.keys(endpoint.body?.shape ?? {});

const queries = endpoints.filter((endpoint) => !isCommand(endpoint));
const commands = endpoints.filter((endpoint) => isCommand(endpoint) && !endpoint.upload);

test.each(queries.map((endpoint) => [endpoint.name, endpoint] as const))(
  '%s answers any query',
  async (_, endpoint) => {
    const found = await desk.dispatched();
    const call = world.fetchAs('luwenqiao');
    const values = fc.dictionary(fc.constantFrom(...fieldsOf(endpoint), 'unknown'), fc.array(nasty, { maxLength: 3 }));
    await fc.assert(
      fc.asyncProperty(values, fc.oneof(fc.constant(found.id), nasty), async (query, id) => {
        const search = new URLSearchParams();
        for (const [name, items] of Object.entries(query)) for (const item of items) search.append(name, item);
        const path = endpoint.path.replace(':id', encodeURIComponent(id.toWellFormed()));
        const answer = await call(`http://test/api${path}?${search}`);
        await answer.arrayBuffer();
        expect(answer.status, `${path}?${search}`).toBeLessThan(500);
      }),
      { numRuns: 20 },
    );
  },
);

test.each(commands.map((endpoint) => [endpoint.name, endpoint] as const))(
  '%s answers any body',
  async (_, endpoint) => {
    const found = await desk.dispatched();
    const call = world.fetchAs('luwenqiao');
    const bodies = fc.oneof(fc.dictionary(fc.constantFrom(...bodyFieldsOf(endpoint), 'unknown'), anything), anything);
    let key = 0;
    await fc.assert(
      fc.asyncProperty(bodies, fc.boolean(), async (body, current) => {
        const given = current && typeof body === 'object' && body !== null ? { ...body, version: found.version } : body;
        const answer = await call(`http://test/api${endpoint.path.replace(':id', found.id)}`, {
          method: endpoint.method,
          headers: { 'content-type': 'application/json', 'idempotency-key': `k${key++}` },
          body:
            JSON.stringify(given, (_name, value) => (typeof value === 'bigint' ? String(value) : value)) ?? 'undefined',
        });
        expect(answer.status, `${endpoint.name} ${JSON.stringify(await answer.json())}`).toBeLessThan(500);
      }),
      { numRuns: 12 },
    );
    expect((await desk.view(found.id)).number).toBeDefined();
  },
);
