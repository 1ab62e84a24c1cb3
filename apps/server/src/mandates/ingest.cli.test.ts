import { mkdir, mkdtemp, readFile, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
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

// The first reading loads the dictionaries, which takes its time where much else runs.
test('one file as JSON: every field of the output contract', { timeout: 60_000 }, async () => {
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
    'indicators',
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

test('a file that is not there, and a folder in its place', async () => {
  expect(await ingestCommand([join(folder, '没有.docx')])).toBe(1);
  expect(told).toContain('ENOENT');
  expect(await ingestCommand([folder, '--json'])).toBe(1);
  expect(told).toContain('EISDIR');
  expect(printed).toBe('');
});

test('a file over the limit is refused before it is loaded', async () => {
  const large = await file('大.pdf', '');
  await truncate(large, 200 * 1024 * 1024);
  expect(await ingestCommand([large])).toBe(1);
  expect(told).toContain('20 MB');
});

describe('a folder', () => {
  const run = () => ingestCommand(['--folder', join(folder, 'in'), '--out', join(folder, 'in/out')]);
  beforeEach(async () => {
    await mkdir(join(folder, 'in/二月'), { recursive: true });
    await file('in/1.txt', speech);
    await file('in/二月/3.txt', speech.replace('4月', '5月'));
    await file('in/.DS_Store', 'x');
    await file('in/~$通知.docx', 'x');
  });

  test('everything read: what came out at the same places, and a summary', async () => {
    expect(await run()).toBe(0);
    expect((await readdir(join(folder, 'in/out'), { recursive: true })).toSorted()).toEqual([
      '1.txt.json',
      '二月',
      '二月/3.txt.json',
    ]);
    expect(printed).toMatch(/^2 read, 0 refused, 2 directives, \d+\.\d s\n$/);
    expect(told).toBe('');
    expect(await run(), 'its own output is no document').toBe(0);
    expect(printed).toMatch(/\n2 read, 0 refused/);
  });

  test('goes on after a bad file, tells how far it is on a terminal, and keeps what was refused', async () => {
    await file('in/2.docx', 'not a document');
    const terminal = process.stderr.isTTY;
    process.stderr.isTTY = true;
    try {
      expect(await run()).toBe(1);
    } finally {
      process.stderr.isTTY = terminal;
    }
    const out = join(folder, 'in/out');
    const read = JSON.parse(await readFile(join(out, '二月/3.txt.json'), 'utf8')) as unknown;
    expect(read).toMatchObject({ source: { fileName: '3.txt' } });
    expect(JSON.parse(await readFile(join(out, 'refused.json'), 'utf8'))).toMatchObject([
      { file: '2.docx', code: 'document.wrong_extension', 'zh-CN': expect.stringContaining('扩展名') as string },
    ]);
    expect(printed).toMatch(/^2 read, 1 refused/);
    expect(told).toContain('2.docx: ');
    expect(told).toContain('3/3');
  });

  test('that takes the results, too: everything is read, also the second time', async () => {
    const same = () => ingestCommand(['--folder', join(folder, 'in'), '--out', join(folder, 'in')]);
    await file('in/2.docx', 'not a document');
    expect(await same()).toBe(1);
    expect(printed).toMatch(/^2 read, 1 refused, 2 directives/);
    expect(await same(), 'its own output is no document').toBe(1);
    expect(printed).toMatch(/\n2 read, 1 refused, 2 directives/);
    expect((await readdir(join(folder, 'in'))).toSorted()).toEqual([
      '.DS_Store',
      '1.txt',
      '1.txt.json',
      '2.docx',
      'refused.json',
      '~$通知.docx',
      '二月',
    ]);
  });

  test('documents that lie where the results go are read like all others', async () => {
    await mkdir(join(folder, 'in/out'));
    await file('in/out/4.txt', speech);
    expect(await run()).toBe(0);
    expect(printed).toMatch(/^3 read, 0 refused, 3 directives/);
    expect(await run()).toBe(0);
    expect(printed).toMatch(/\n3 read, 0 refused, 3 directives/);
  });

  test('without documents says so, which is no success', async () => {
    await mkdir(join(folder, 'empty'));
    await file('empty/.DS_Store', 'x');
    expect(await ingestCommand(['--folder', join(folder, 'empty'), '--out', join(folder, 'out')])).toBe(1);
    expect(told).toContain('没有可读取的文件');
    expect(told).toContain('no files to read');
    expect(printed).toBe('');
    expect(await readdir(folder)).not.toContain('out');
  });

  test('that is none', async () => {
    expect(await ingestCommand(['--folder', join(folder, 'x'), '--out', join(folder, 'y')])).toBe(2);
    expect(told).toContain('not a folder');
  });
});

test.each([
  [[]],
  [['--folder', 'x']],
  [['--out', 'x']],
  [['a', 'b']],
  [['a', '--date', '2026-02-30x']],
  [['a', '--unknown']],
])('wrong use %j is explained', async (args) => {
  expect(await ingestCommand(args)).toBe(2);
  expect(told).toContain('usage: duban ingest');
});
