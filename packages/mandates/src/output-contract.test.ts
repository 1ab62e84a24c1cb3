import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ingest } from './ingest.ts';

// What programs of others may rely on: the exact names of the fields. A field that is added goes to the README too; none
// is taken away or renamed.

const span = ['start', 'end', 'rawStart', 'rawEnd'];

const contract: Readonly<Record<string, readonly string[]>> = {
  source: [
    'fileName',
    'format',
    'encoding',
    'bytes',
    'sha256',
    'title',
    'date',
    'speaker',
    'organ',
    'meeting',
    'documentNumber',
    'site',
  ],
  repairs: ['id', 'step', 'class', 'before', 'after', 'proposed', 'applied', ...span],
  gaps: ['kind', 'missing', 'total', 'shown', 'unit', 'evidence', ...span],
  unknowns: ['kind', 'text', 'unit', ...span],
  outline: ['level', 'number', 'title', 'bodyMissing', ...span],
  directives: [
    'text',
    'action',
    'object',
    'territory',
    'leadUnits',
    'supportUnits',
    'units',
    'deadline',
    'begin',
    'period',
    'quantities',
    'headings',
    'rules',
    'doubts',
    ...span,
  ],
  quantities: [
    'text',
    'subject',
    'value',
    'unit',
    'kind',
    'qualifier',
    'bound',
    'upTo',
    'status',
    'forecast',
    'asOf',
    'comparison',
    'peerGroup',
    ...span,
  ],
  indicators: ['name', 'text', ...span],
  contradictions: ['kind', 'text', 'stated', 'computed', 'other', ...span],
};

const everything = `关于创建工作的通知
文章作者：佚名 上传时间：2026-03-10
一、基本情况
全区承担14个重点项目，竣工8个，占56.3%，上半年得分为**分，整改率达到95%以上。原那么上不再延期。
（省略668字）
二、下一步
区城管局要牵头于2026年4月30日前完成占道经营整治，拆除违建3万余平方米，区交警大队配合，每周通报一次。`;

async function read(): Promise<Record<string, unknown>> {
  const found = await ingest(new TextEncoder().encode(everything), '通知.txt');
  if ('refused' in found) throw new Error(found.code);
  return JSON.parse(JSON.stringify(found)) as Record<string, unknown>;
}

test('one object with exactly these parts', async () => {
  expect(Object.keys(await read()).toSorted()).toEqual([...Object.keys(contract), 'text'].toSorted());
});

test.each(Object.keys(contract))('%s: exactly these fields, each in the README', async (part) => {
  const value = (await read())[part];
  const items = (Array.isArray(value) ? value : [value]) as object[];
  expect(items.length, `the text above has nothing for ${part}`).toBeGreaterThan(0);
  for (const item of items) expect(Object.keys(item).toSorted()).toEqual([...contract[part]!].toSorted());
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const row =
    readme.split('\n').find((line) => [`| \`${part}\` `, `| \`${part}[]\` `].some((start) => line.startsWith(start))) ??
    '';
  expect(contract[part]!.filter((field) => !span.includes(field) && !new RegExp(`\\b${field}\\b`).test(row))).toEqual(
    [],
  );
});

test('parts of a directive', async () => {
  const { directives } = (await read()) as { directives: Record<string, unknown>[] };
  const directive = directives.find(({ deadline }) => deadline !== null)!;
  expect(Object.keys(directive.deadline as object)).toEqual(['text', 'date']);
  const [mention] = directive.units as object[];
  expect(Object.keys(mention!).toSorted()).toEqual(['doubt', 'matchedBy', 'mention', 'role', 'unitIds']);
});
