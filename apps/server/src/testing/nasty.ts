import fc from 'fast-check';
import { z } from 'zod';

/**
 * Requests that are nearly right: the shape follows the endpoint's own schema, the values are the ones that break
 * software. Used to prove that no endpoint answers a bad request with a failure of its own.
 */
type Schema = {
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema | boolean;
  prefixItems?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  enum?: unknown[];
  const?: unknown;
  format?: string;
};

const knownId = '01990000-0000-7000-8000-00000000dead';

const text = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    'a\u0000b',
    '\ud800',
    "'; drop table history; --",
    '<script>alert(1)</script>',
    '=1+1',
    '../../../etc/passwd',
    '%s%n',
    '{{x}}',
    '\u202e反转',
    '1e400',
    '9999-99-99',
    '2026-02-30',
    '+275760-09-13T00:00:00Z',
    '-271821-04-20T00:00:00Z',
    '：，。',
    '0',
    'null',
    '占道',
    'a & b | !c <-> d:*',
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.integer({ min: 500, max: 20_000 }).map((length) => '长'.repeat(length)),
);

const number = fc.oneof(
  fc.constantFrom(0, -0, -1, 0.5, 1e308, -1e308, 2 ** 31, 2 ** 53, -(2 ** 63), 181, -91),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);

const anything = fc.oneof(text, number, fc.boolean(), fc.constant(null), fc.constant([]), fc.constant({}), fc.json());

function like(schema: Schema, depth: number): fc.Arbitrary<unknown> {
  if (depth > 6) return anything;
  const right = rightKind(schema, depth);
  return fc.oneof({ weight: 6, arbitrary: right }, { weight: 1, arbitrary: anything });
}

function rightKind(schema: Schema, depth: number): fc.Arbitrary<unknown> {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map((choice) => like(choice, depth + 1)));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === 'object') return objectLike(schema, depth);
  if (type === 'array')
    return fc.array(typeof schema.items === 'object' ? like(schema.items, depth + 1) : anything, { maxLength: 4 });
  if (type === 'integer' || type === 'number') return fc.oneof(fc.integer({ min: 0, max: 3 }), number);
  if (type === 'boolean') return fc.boolean();
  if (type === 'null') return fc.constant(null);
  if (schema.format === 'uuid') return fc.constantFrom(knownId, '00000000-0000-0000-0000-000000000000', 'not-an-id');
  if (schema.format === 'date') return fc.constantFrom('2026-03-10', '2026-02-29', '0001-01-01', '9999-12-31');
  return fc.oneof(fc.constantFrom('示例', 'a', '2026-03-10'), text);
}

function objectLike({ properties = {}, required = [] }: Schema, depth: number): fc.Arbitrary<unknown> {
  const fields = Object.fromEntries(Object.entries(properties).map(([name, of]) => [name, like(of, depth + 1)]));
  return fc.record(fields, { requiredKeys: required.filter((name) => name in fields) as never });
}

/** A value that looks as this schema wants, or nearly. */
export function nearly(schema: z.ZodType): fc.Arbitrary<unknown> {
  return rightKind(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as Schema, 0);
}
