import { listCases } from '@duban/contract/case-lists';
import { downloadCaseTemplate, importCases } from '@duban/contract/case-bulk';
import {
  downloadStandardsTemplate,
  exportStandards,
  importStandards,
  listStandards,
  listStandardVersions,
} from '@duban/contract/standards';
import ExcelJS from 'exceljs';
import { beforeEach, describe, expect, test } from 'vitest';
import { readWorkbook } from '../adapters/workbook.ts';
import { testWorld } from '../testing/world.ts';
import { caseDesk, sheetOf, testClass } from './testing.ts';

const world = testWorld();
const desk = caseDesk(world);
const refused = (code: string) => ({ problem: expect.objectContaining({ code }) });

beforeEach(() => desk.standards());

type Grid = readonly (readonly string[])[];
const fileOf = async (grid: Grid) => ({ file: { name: 'a.xlsx', content: new Blob([await sheetOf(grid)]) } });

describe('standards', () => {
  const head = ['大类', '小类代码', '小类名称', '立案条件代码', '立案条件', '签收时限', '处置时限', '结案条件'];
  const table = { mode: 'all', name: '新标准', basis: '示例', validFrom: '2026-04-01', replaces: 'rows' } as const;
  const row = ['街面秩序', testClass, '占道经营', '1', '占用人行道', '1工作时', '5工作日', '撤除'];

  test('a new version replaces what it names from its first day; the old row ends the day before', async () => {
    const report = await desk.as('dispatcher').call(importStandards, table, await fileOf([head, row]));
    expect(report).toMatchObject({ applied: true, rows: 1, added: 1, faultCount: 0 });
    const limitOn = async (on: string, condition = '1') =>
      (await desk.as('officer').call(listStandards, { on, classCode: testClass })).rows.find(
        (found) => found.conditionCode === condition,
      )?.finishLimit.amount;
    expect([await limitOn('2026-03-31'), await limitOn('2026-04-01')]).toEqual([3, 5]);
    expect(await limitOn('2026-04-01', '2')).toBe(4);
    const { versions } = await desk.as('officer').call(listStandardVersions, {});
    expect(versions.slice(0, 2)).toMatchObject([
      { name: '新标准', importedBy: { name: '陆闻樵' }, rows: 1, rowsInForce: 0 },
      { name: '测试标准', rows: 3, rowsInForce: 3 },
    ]);
  });

  test('replacing the whole table ends every row that it does not name', async () => {
    await desk.as('dispatcher').call(importStandards, { ...table, replaces: 'table' }, await fileOf([head, row]));
    expect((await desk.as('officer').call(listStandards, { on: '2026-04-01' })).rows).toHaveLength(1);
  });

  test('a case keeps the standard that it was filed under', async () => {
    const { id } = await desk.filed();
    await desk.as('dispatcher').call(importStandards, table, await fileOf([head, row]));
    world.setNow('2026-04-02T02:00:00Z');
    expect((await desk.view(id)).standard?.finishLimit.amount).toBe(3);
  });

  test('what cannot be read is told by row and column; all or only the good rows', async () => {
    const bad = ['', testClass, '', '2', '占用车行道', '1工作时', '尽快', '撤除'];
    const ask = async (mode: 'check' | 'all' | 'good') =>
      desk.as('dispatcher').call(importStandards, { ...table, mode }, await fileOf([head, row, bad]));
    const expected = { rows: 2, added: 1, faults: [{ row: 3, column: '处置时限', code: 'calendar.limit_unreadable' }] };
    expect(await ask('check')).toMatchObject({ ...expected, applied: false });
    expect(await ask('all')).toMatchObject({ ...expected, applied: false });
    expect(await ask('good')).toMatchObject({ ...expected, applied: true });
    await expect(ask('good')).rejects.toMatchObject(refused('standards.valid_from_too_early'));
  });

  test('vertically merged cells of a real workbook, below a title, and a formula that is not believed', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('a');
    sheet.addRow(['示例标准']);
    sheet.mergeCells('A1:H1');
    sheet.addRow(head);
    sheet.addRow(['街面秩序', '9955', '乱堆物料', '1', '甲', '1工作时', '2工作日', '清除']);
    sheet.addRow(['', '', '', '2', '乙', '1工作时', '3工作日', '']);
    sheet.addRow(['', '', '', '3', '丙', '1工作时', { formula: '1+1', result: 2 }, '']);
    for (const area of ['A3:A5', 'B3:B5', 'C3:C5', 'H3:H5']) sheet.mergeCells(area);
    const content = new Blob([await book.xlsx.writeBuffer()]);
    const report = await desk
      .as('dispatcher')
      .call(importStandards, { ...table, mode: 'good' }, { file: { name: 'a.xlsx', content } });
    expect(report).toMatchObject({ applied: true, added: 2 });
    expect(report.faults.map(({ row: at, code }) => [at, code])).toContainEqual([5, 'import.formula']);
    const { rows } = await desk.as('officer').call(listStandards, { on: '2026-04-01', classCode: '9955' });
    expect(rows.map(({ conditionText, closingCondition }) => [conditionText, closingCondition])).toEqual([
      ['甲', '清除'],
      ['乙', '清除'],
    ]);
  });

  test('what is exported can be imported again, and the template has the headings', async () => {
    const file = await desk.as('officer').download(exportStandards, { on: '2026-03-10' });
    const exported = await readWorkbook(new Uint8Array(await file.arrayBuffer()), 5000);
    if ('fault' in exported) throw new Error(exported.fault);
    const report = await desk
      .as('dispatcher')
      .call(importStandards, { ...table, mode: 'check' }, await fileOf(exported.grid));
    expect(report).toMatchObject({ faultCount: 0, rows: exported.grid.length - 1 });
    const template = await desk.as('dispatcher').download(downloadStandardsTemplate, {});
    const empty = await readWorkbook(new Uint8Array(await template.arrayBuffer()), 10);
    expect('grid' in empty && empty.grid[0]).toEqual(exported.grid[0]);
  });

  test('only who keeps the table may import it', async () => {
    await expect(desk.as('officer').call(importStandards, table, await fileOf([head, row]))).rejects.toMatchObject(
      refused('session.forbidden'),
    );
  });
});

describe('cases from a sheet', () => {
  const head = ['标题*', '类别代码*', '位置*', '经度', '纬度', '坐标系', '来源*', '优先级', '属地单位', '标签'];
  const good = ['小广告', testClass, '人民路', '', '', '', '巡查发现', '', '鹿桥街道', '创城、清洁'];

  test('each good row is reported; faults name row and column; the user chooses all or the good ones', async () => {
    const { name } = await world.database
      .selectFrom('units')
      .select('name')
      .where('id', '=', await desk.unitId('luqiao'))
      .executeTakeFirstOrThrow();
    const grid = [
      head,
      good.with(8, name),
      good.with(8, '没有的街道'),
      good.with(1, '0000').with(8, ''),
      good.with(3, '117').with(4, '36').with(8, ''),
      good.with(0, '').with(6, '道听途说').with(8, ''),
      good.with(8, '').with(7, '紧急'),
    ];
    const ask = async (mode: 'check' | 'all' | 'good') =>
      desk.as('dispatcher').call(importCases, { mode }, await fileOf(grid));
    const checked = await ask('check');
    expect(checked).toMatchObject({ rows: 6, added: 2, applied: false });
    expect(checked.faults.map(({ row, column, code }) => [row, column, code])).toEqual([
      [3, '属地单位', 'import.unknown_value'],
      [4, '类别代码', 'import.unknown_value'],
      [5, '坐标系', 'place.coordinates_unlabelled'],
      [6, '标题', 'import.missing'],
      [6, '来源', 'import.unknown_value'],
    ]);
    expect((await ask('all')).applied).toBe(false);
    expect((await desk.as('dispatcher').call(listCases, {})).rows).toEqual([]);
    expect((await ask('good')).applied).toBe(true);
    const { rows } = await desk.as('dispatcher').call(listCases, { sort: 'newest' });
    expect(rows).toMatchObject([
      { priority: 'urgent', territorialUnit: null },
      { title: '小广告', territorialUnit: { name }, tags: ['创城', '清洁'] },
    ]);
  });

  test('files that are no sheet, have other columns, or nothing in them', async () => {
    const ask = (content: Blob) =>
      desk.as('dispatcher').call(importCases, { mode: 'all' }, { file: { name: 'a.xlsx', content } });
    await expect(ask(new Blob(['not a workbook']))).rejects.toMatchObject(refused('import.not_xlsx'));
    await expect(
      ask(
        new Blob([
          await sheetOf([
            ['甲', '乙'],
            ['1', '2'],
          ]),
        ]),
      ),
    ).rejects.toMatchObject(refused('import.wrong_columns'));
    await expect(ask(new Blob([await sheetOf([head])]))).rejects.toMatchObject(refused('import.no_rows'));
    const template = await desk.as('dispatcher').download(downloadCaseTemplate, {});
    await expect(ask(template)).rejects.toMatchObject(refused('import.no_rows'));
  });
});
