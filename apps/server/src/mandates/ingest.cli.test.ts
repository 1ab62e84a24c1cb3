import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ingestCommand } from './ingest.cli.ts';

const speech = '关于整治的通知\n一、总体要求\n各街道要于2026年4月30日前完成占道经营整治，建立台账。';

let folder: string;
let printed: string;
let told: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duban-ingest-'));
  printed = '';
  told = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((printed += String(text)), true));
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((told += String(text)), true));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

async function file(name: string, content: string | Uint8Array): Promise<string> {
  await writeFile(join(folder, name), content);
  return join(folder, name);
}

test('one file as JSON: every field of the output contract', async () => {
  expect(await ingestCommand([await file('通知.txt', speech), '--json'])).toBe(0);
  const mandate = JSON.parse(printed) as Record<string, unknown>;
  expect(Object.keys(mandate)).toEqual([
    'source',
    'text',
    'repairs',
    'gaps',
    'unknowns',
    'outline',
    'directives',
    'quantities',
    'contradictions',
  ]);
  expect(mandate.directives).toMatchObject([
    {
      text: '各街道要于2026年4月30日前完成占道经营整治，建立台账',
      leadUnits: ['各街道'],
      deadline: { text: '2026年4月30日前', date: '2026-04-30' },
    },
  ]);
});

test('one file in words', async () => {
  expect(await ingestCommand([await file('通知.txt', speech)])).toBe(0);
  expect(printed).toContain('一 总体要求');
  expect(printed).toContain('[各街道] 于2026年4月30日前完成占道经营整治，建立台账 (2026年4月30日前)');
});

test('a file that is refused says why in both languages', async () => {
  expect(await ingestCommand([await file('空.txt', '')])).toBe(1);
  expect(told).toContain('文件是空的');
  expect(told).toContain('The file is empty');
});

test('a folder: goes on after a bad file, tells how far it is, and what it read', async () => {
  await mkdir(join(folder, 'in'));
  await file('in/1.txt', speech);
  await file('in/2.docx', 'not a document');
  await file('in/3.txt', speech.replace('4月', '5月'));
  const out = join(folder, 'out');
  expect(await ingestCommand(['--folder', join(folder, 'in'), '--out', out])).toBe(1);
  expect((await readdir(out)).toSorted()).toEqual(['1.txt.json', '3.txt.json']);
  expect(JSON.parse(await readFile(join(out, '3.txt.json'), 'utf8'))).toMatchObject({ source: { fileName: '3.txt' } });
  expect(printed).toBe('2 read, 1 refused\n');
  expect(told).toContain('2.docx: ');
  expect(told).toContain('3/3');
});

test.each([[[]], [['--folder', 'x']], [['--out', 'x']]])('wrong use %j is explained', async (args) => {
  expect(await ingestCommand(args)).toBe(2);
  expect(told).toContain('usage: duban ingest');
});
