import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { evaluateCommand } from './evaluate.cli.ts';

const speech = '关于整治的通知\n一、总体要求\n各街道要于2026年4月30日前完成占道经营整治，建立台账。';
const label = {
  doc: 'documents/通知.txt',
  scope: null,
  outline: [{ level: 1, number: '一', title: '总体要求' }],
  tasks: [
    {
      text: '各街道要于2026年4月30日前完成占道经营整治，建立台账',
      lead_units: ['各街道'],
      support_units: [],
      deadline: '2026年4月30日前',
      deadline_date: '2026-04-30',
    },
  ],
  quantities: [],
};

let folder: string;
let printed: string;
let told: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duban-evaluate-'));
  printed = '';
  told = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((printed += String(text)), true));
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((told += String(text)), true));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

async function put(name: string, content: string): Promise<void> {
  await mkdir(dirname(join(folder, name)), { recursive: true });
  await writeFile(join(folder, name), content);
}

test.each([
  ['beside the label', 'gold/documents/通知.txt', []],
  ['above the label', 'documents/通知.txt', []],
  ['in a folder of its own', 'elsewhere/通知.txt', ['--documents']],
])('the document is found %s', async (_, place, more) => {
  await put('gold/1.json', JSON.stringify(label));
  await put(place, speech);
  const args = ['--gold', join(folder, 'gold'), ...more.flatMap((flag) => [flag, join(folder, 'elsewhere')])];
  expect(await evaluateCommand(args)).toBe(0);
  expect(printed).toContain('all 1 documents');
  expect(printed).toMatch(/directives +1\.000 +1\.000 +1\.000 1 of 1, 1 found/);
  expect(told).toBe('');
});

test('as JSON, with rates and everything that differs', async () => {
  const wrong = { ...label, tasks: [{ ...label.tasks[0], lead_units: ['各乡镇'] }] };
  await put('1.json', JSON.stringify(wrong));
  await put('documents/通知.txt', speech);
  expect(await evaluateCommand(['--gold', folder, '--json'])).toBe(0);
  const found = JSON.parse(printed) as { documents: unknown[]; total: Record<string, unknown> };
  expect(found.total).toMatchObject({
    directives: { wanted: 1, found: 1, right: 1, f1: 1 },
    lead_units: { wanted: 1, right: 0 },
    outline: { f1: 1 },
  });
  expect(found.documents).toMatchObject([{ document: 'documents/通知.txt', misses: [{ measure: 'lead_units' }] }]);
});

test('bad labels and missing documents are named, and the others are still compared', async () => {
  await put('1.json', JSON.stringify(label));
  await put('documents/通知.txt', speech);
  await put('2.json', '{');
  await put('3.json', '{"doc":3}');
  await put('4.json', JSON.stringify({ ...label, doc: '没有.txt' }));
  await put('5.json', JSON.stringify({ ...label, doc: '空.txt' }));
  await put('空.txt', '');
  expect(await evaluateCommand(['--gold', folder, '--errors'])).toBe(1);
  expect(printed).toContain('all 1 documents');
  for (const name of [
    '2.json',
    '3.json: doc: text expected',
    '4.json: 找不到文件 没有.txt',
    '5.json: 空.txt: document.empty',
  ])
    expect(told).toContain(name);
});

test('wrong use is explained', async () => {
  expect(await evaluateCommand([])).toBe(2);
  expect(told).toContain('usage: duban evaluate');
  expect(await evaluateCommand(['--gold', join(folder, 'nowhere')])).toBe(1);
  expect(await evaluateCommand(['--gold', folder])).toBe(1);
  expect(told).toContain('no labels');
});
