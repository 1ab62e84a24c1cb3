import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ingest } from '../ingest.ts';
import type { Mandate } from '../mandate.ts';
import { readDocument } from './read-document.ts';

const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`./fixtures/${name}`, import.meta.url)));

async function textOf(name: string): Promise<string> {
  const reading = await readDocument(fixture(name), name);
  if ('refused' in reading) throw new Error(reading.code);
  return reading.text;
}

async function read(name: string): Promise<Mandate> {
  const found = await ingest(fixture(name), name, { date: '2026-03-10' });
  if ('refused' in found) throw new Error(found.code);
  return found;
}

/** The plan as its author sees it on the screen. */
const plan = `关于印发市容环境春季整治工作方案的通知
各街道办事处、区政府有关部门：
一、总体要求
坚持属地管理，聚焦背街小巷。
二、主要任务
（一）整治占道经营
1. 区城管局要牵头开展占道经营专项整治，每周检查一次。
2. 各街道要于2026年4月30日前完成点位清理。
（二）规范停车秩序
1. 区交警大队要施划停车泊位1200个。
三、保障措施
重点点位实行挂牌督办。
附件：任务分解表
序号\t工作任务\t责任分工\t\t完成时限\t备注
〃\t〃\t牵头单位\t配合单位\t〃\t〃
一、市容环境
1\t清理望岫大道沿线占道修车点18处\t区交通局\t望岫街道 区公安分局\t2026年4月30日前
2\t修复滨河东路护栏320米\t〃\t棠湾街道\t2026年5月15日前\t分两段实施
二、便民服务
3\t补建便民菜点15处\t区商务局\t\t2026年6月底前
注：牵头单位对任务负总责。`;
const note = '本表所称重点点位见区创城办清单。';

describe('one plan in the formats of several programs', () => {
  test.each([
    ['plan.docx-npm.docx', `${plan}\n注1：${note}`],
    ['plan.libreoffice.docx', `${plan}\n注1：${note}`],
    ['plan.libreoffice.doc', `${plan}\n注1：${note}`],
    ['plan.libreoffice.rtf', plan],
    // One page does not tell a header from a line of the text.
    ['plan.libreoffice.pdf', `青砚区人民政府办公室文件\n${plan}\n1${note}`],
  ])('%s', async (name, expected) => {
    expect(await textOf(name)).toBe(expected);
  });

  test.each([
    'plan.docx-npm.docx',
    'plan.libreoffice.docx',
    'plan.libreoffice.doc',
    'plan.libreoffice.rtf',
    'plan.libreoffice.pdf',
    'tasks.exceljs.xlsx',
    'tasks.libreoffice.xlsx',
  ])('the tasks of the table in %s', async (name) => {
    const { directives } = await read(name);
    const rows = directives.filter(({ rules }) => rules.includes('row_of_task_table'));
    expect(
      rows
        .slice(0, 3)
        .map(({ text, leadUnits, supportUnits, deadline, headings }) => [
          text,
          leadUnits,
          supportUnits,
          deadline?.date,
          headings.at(-1),
        ]),
    ).toEqual([
      ['清理望岫大道沿线占道修车点18处', ['区交通局'], ['望岫街道', '区公安分局'], '2026-04-30', '市容环境'],
      ['修复滨河东路护栏320米', ['区交通局'], ['棠湾街道'], '2026-05-15', '市容环境'],
      ['补建便民菜点15处', ['区商务局'], [], '2026-06-30', '便民服务'],
    ]);
  });
});

test('a workbook: dates as days, formulas as what they came to, hidden sheets unread, names of sheets as titles', async () => {
  for (const name of ['tasks.exceljs.xlsx', 'tasks.libreoffice.xlsx']) {
    const text = await textOf(name);
    expect(text).toContain('区公安分局\t2026年4月30日');
    expect(text).toContain('\n3\t补建便民菜点15处');
    expect(text).toContain('\n二季度\n事项\t责任单位\t完成时间\n更换破损果皮箱150个\t区城管局\t2026年6月30日\n');
    expect(text).not.toContain('不应出现');
  }
});

test('a PDF of several pages: paragraphs over page breaks, one table, nothing of the margins', async () => {
  const lines = (await textOf('notice.chromium.pdf')).split('\n');
  expect(lines[0]).toBe('关于整治占道经营和乱停放的通知');
  expect(lines.filter((line) => line.endsWith('检查不到位的要整治到位。'))).toHaveLength(16);
  expect(lines.filter((line) => line === '序号\t任务\t责任单位\t时限')).toHaveLength(1);
  expect(lines.filter((line) => /^\d+\t整治.*\t区(城管局|交警大队)\t\d+月\d+日前$/.test(line))).toHaveLength(24);
  expect(lines).toHaveLength(1 + 16 + 1 + 1 + 24);
});

test('behind a password', async () => {
  expect(await ingest(fixture('locked.libreoffice.pdf'), 'a.pdf')).toMatchObject({ code: 'document.encrypted' });
});

const all = [
  'plan.docx-npm.docx',
  'plan.libreoffice.doc',
  'plan.libreoffice.rtf',
  'plan.libreoffice.pdf',
  'tasks.exceljs.xlsx',
];

test('the same bytes give the same result', async () => {
  for (const name of all) expect(await read(name)).toEqual(await read(name));
});

test.each(all)(
  '%s cut off anywhere, or with bytes changed, never crashes',
  async (name) => {
    const whole = fixture(name);
    const runs = name.endsWith('.pdf') ? 15 : 80;
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: whole.length }),
        fc.array(fc.tuple(fc.integer({ min: 0, max: whole.length - 1 }), fc.integer({ min: 0, max: 255 })), {
          maxLength: 12,
        }),
        fc.boolean(),
        async (end, changes, isCut) => {
          const broken = whole.slice(0, isCut ? end : whole.length);
          for (const [at, byte] of changes) if (at < broken.length) broken[at] = byte;
          const reading = await readDocument(broken, name);
          expect('refused' in reading ? reading.code : typeof reading.text).toMatch(/^(document\.[a-z_]+|string)$/);
        },
      ),
      { numRuns: runs },
    );
  },
  60_000,
);
