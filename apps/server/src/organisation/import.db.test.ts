import { getUnit, listUnits } from '@duban/contract/organisation';
import {
  downloadPeopleTemplate,
  downloadUnitTemplate,
  exportPeople,
  exportUnits,
  importPeople,
  importUnits,
} from '@duban/contract/organisation-files';
import { listPeople } from '@duban/contract/people';
import ExcelJS from 'exceljs';
import { beforeEach, expect, test } from 'vitest';
import { testWorld } from '../testing/world.ts';
import { foundTestDistrict, type TestDistrict } from './testing.ts';
import { codeOf } from './testing-sign-in.ts';

const world = testWorld();
let jia: TestDistrict;

beforeEach(async () => {
  jia = await foundTestDistrict(world, 'jia');
});

type Cell = string | number | Date | ExcelJS.CellFormulaValue | ExcelJS.CellRichTextValue;
const unitHeads = ['单位代码', '单位名称', '简称', '类型', '上级代码'];
const peopleHeads = ['账号', '姓名', '单位', '角色', '职务'];

async function workbook(rows: readonly (readonly Cell[])[]): Promise<Blob> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('a');
  for (const row of rows) sheet.addRow([...row]);
  return new Blob([await book.xlsx.writeBuffer()]);
}

type Mode = 'check' | 'all' | 'good';
const sendUnits = (mode: Mode, content: Blob) =>
  world.as('jia.system_admin').call(importUnits, { mode }, { file: { name: 'a.xlsx', content } });
const sendPeople = (mode: Mode, content: Blob) =>
  world.as('jia.security_admin').call(importPeople, { mode }, { file: { name: 'a.xlsx', content } });
const units = async (mode: Mode, rows: readonly (readonly Cell[])[], heads = unitHeads) =>
  sendUnits(mode, await workbook([heads, ...rows]));
const people = async (mode: Mode, rows: readonly (readonly Cell[])[], heads = peopleHeads) =>
  sendPeople(mode, await workbook([heads, ...rows]));
const told = ({ faults }: Awaited<ReturnType<typeof sendUnits>>) =>
  faults.map(({ row, column, code }) => [row, column, code]);
const unitNames = async () => (await world.as('jia.system_admin').call(listUnits, {})).units.map((unit) => unit.name);

test('checking changes nothing; applying founds children after parents, whatever their order', async () => {
  const rows = [
    ['G1', '第一网格', '一格', '网格', 'C1'],
    ['C1', '东三社区', '东三', '社区', '990101001000'],
  ];
  const before = await unitNames();
  expect(await units('check', rows)).toMatchObject({ applied: false, rows: 2, added: 2, faultCount: 0 });
  expect(await unitNames()).toEqual(before);
  expect(await units('all', rows)).toMatchObject({ applied: true, added: 2 });
  expect(await unitNames()).toEqual(expect.arrayContaining(['第一网格', '东三社区']));
  expect(await units('all', rows)).toMatchObject({ applied: false, added: 0, changed: 0, unchanged: 2 });
});

test('a row whose code exists renames and moves that unit, and the old name stays an alias', async () => {
  const report = await units('all', [['990101001001', '东一新社区', '东一新', '社区', '990101002000']]);
  expect(report).toMatchObject({ applied: true, added: 0, changed: 1 });
  const unit = await world.as('jia.system_admin').call(getUnit, { id: jia.community });
  expect(unit).toMatchObject({ name: '东一新社区', parentId: jia.otherStreet });
  expect(unit.aliases).toContain('东一社区');
});

test('every faulty row is named with column and reason, and what hangs from it falls too', async () => {
  const report = await units('check', [
    ['A1', '好社区', '好', '社区', '990101001000'],
    ['A1', '重复', '重', '社区', '990101001000'],
    ['A2', '', '缺', '社区', '990101001000'],
    ['A3', '火星', '火', '星球', '990101001000'],
    ['A4', '无上级', '无', '社区', 'NOWHERE'],
    ['A5', '错位', '错', '网格', '990101001000'],
    ['A6', '下级', '下', '网格', 'A2'],
    ['A7', '东一社区', '东一', '社区', '990101001000'],
    ['A8', '圈一', '圈', '部门', 'A9'],
    ['A9', '圈二', '圈', '部门', 'A8'],
    ['CG', '城管局', '城管', '街道', '990101'],
    ['A'.repeat(31), '长', '长', '社区', '990101001000'],
  ]);
  expect(told(report)).toEqual([
    [3, '单位代码', 'import.duplicate_row'],
    [4, '单位名称', 'import.missing'],
    [5, '类型', 'import.unknown_value'],
    [6, '上级代码', 'import.unknown_unit'],
    [7, '上级代码', 'unit.wrong_parent'],
    [8, '上级代码', 'import.parent_faulty'],
    [9, '单位名称', 'unit.name_taken'],
    [10, '上级代码', 'import.parent_cycle'],
    [11, '上级代码', 'import.parent_cycle'],
    [12, '类型', 'import.invalid_value'],
    [13, '单位代码', 'import.invalid_value'],
  ]);
  expect(report.added).toBe(1);
  expect(report.faults[0]!.message).toContain('2');
});

test('with faults, "all" imports nothing and "good" imports the good rows', async () => {
  const rows = [
    ['B1', '甲一社区', '甲一', '社区', '990101001000'],
    ['B2', '甲二社区', '甲二', '社区', 'NOWHERE'],
  ];
  expect(await units('all', rows)).toMatchObject({ applied: false, faultCount: 1 });
  expect(await unitNames()).not.toContain('甲一社区');
  expect(await units('good', rows)).toMatchObject({ applied: true, added: 1, faultCount: 1 });
  expect(await unitNames()).toContain('甲一社区');
  expect(await unitNames()).not.toContain('甲二社区');
});

test('formulas and what a spreadsheet would take for one are refused, not evaluated', async () => {
  const report = await units('check', [
    ['D1', { formula: 'HYPERLINK("http://evil.example","社区")', result: '社区一' }, '一', '社区', '990101001000'],
    ['D2', '=1+1', '二', '社区', '990101001000'],
    ['D3', '@SUM(A1)', '三', '社区', '990101001000'],
    ['D4', '+cmd|calc', '四', '社区', '990101001000'],
    ['D5', { richText: [{ text: '五' }, { text: '社区' }] }, '五', '社区', '990101001000'],
  ]);
  expect(told(report)).toEqual([2, 3, 4, 5].map((row) => [row, '单位名称', 'import.formula']));
  expect(report.added).toBe(1);
});

test('what is no usable workbook is refused as a whole', async () => {
  const send = (content: Blob) => codeOf(sendUnits('check', content));
  expect(await send(new Blob(['']))).toBe('import.not_xlsx');
  expect(await send(new Blob(['单位代码,单位名称\n']))).toBe('import.not_xlsx');
  expect(await send(new Blob([Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0])]))).toBe('import.not_xlsx');
  const good = new Uint8Array(await (await workbook([unitHeads])).arrayBuffer());
  expect(await send(new Blob([good.slice(0, good.length / 2)]))).toBe('import.not_xlsx');
  expect(await send(new Blob([good]))).toBe('import.no_rows');
  expect(
    await send(
      await workbook([
        ['一', '二'],
        ['三', '四'],
      ]),
    ),
  ).toBe('import.wrong_columns');
  expect(await send(new Blob([new Uint8Array(5 * 1024 * 1024 + 1)]))).toBe('request.too_large');
  const many = Array.from({ length: 5001 }, (_, i) => [`E${i}`, `社区${i}`, `${i}`, '社区', '990101001000']);
  expect(await send(await workbook([unitHeads, ...many]))).toBe('import.too_many_rows');
});

test('people come with positions; passwords come later', async () => {
  const rows = [
    ['jia.li', '李一', 'CG', '承办人', '科员'],
    ['JIA.LI', '李一', '东街街道', '检查员', '督导'],
    ['jia.wang', '王二', '西街街道', 'leader', '主任'],
  ];
  expect(await people('check', rows)).toMatchObject({ applied: false, added: 2, faultCount: 0 });
  expect(await people('all', rows)).toMatchObject({ applied: true, added: 2 });
  const found = await world.as('jia.security_admin').call(listPeople, { text: 'jia.li' });
  expect(found.people).toMatchObject([{ name: '李一', state: 'invited' }]);
  expect(found.people[0]!.positions.map((one) => one.role).sort()).toEqual(['handler', 'inspector']);
  expect(await people('all', rows)).toMatchObject({ applied: false, added: 0, changed: 0, unchanged: 3 });
});

test('every faulty person is named with column and reason', async () => {
  await foundTestDistrict(world, 'yi');
  const report = await people('check', [
    ['jia.x1', '一', 'NOWHERE', 'handler', 'a'],
    ['jia.x2', '二', 'CG', '皇帝', 'a'],
    ['a b', '三', 'CG', 'handler', 'a'],
    ['yi.handler', '四', 'CG', 'handler', 'a'],
    ['jia.security_admin', '甲区security_admin', 'CG', 'leader', 'a'],
    ['jia.x3', '五', 'CG', 'system_admin', 'a'],
    ['jia.x3', '五', 'CG', 'audit_admin', 'a'],
    ['jia.x4', '六', 'CG', 'cppcc_member', 'a'],
    ['jia.x5', '七', 'CG', 'handler', 'a'],
    ['jia.x5', '另名', 'CG', 'leader', 'a'],
    ['jia.x5', '七', 'CG', 'handler', 'a'],
    ['jia.audit_admin', '甲区audit_admin', 'CG', 'system_admin', 'a'],
  ]);
  expect(told(report)).toEqual([
    [2, '单位', 'import.unknown_unit'],
    [3, '角色', 'import.unknown_value'],
    [4, '账号', 'import.invalid_value'],
    [5, '账号', 'account.taken'],
    [6, '账号', 'position.own'],
    [8, '角色', 'position.separated'],
    [9, '角色', 'position.wrong_unit'],
    [11, '姓名', 'import.invalid_value'],
    [12, null, 'import.duplicate_row'],
    [13, '角色', 'position.separated'],
  ]);
});

test('an export is read back without a change, and a template with its first row filled in is good', async () => {
  const [allUnits, allPeople] = [
    await world.as('jia.system_admin').download(exportUnits, {}),
    await world.as('jia.security_admin').download(exportPeople, {}),
  ];
  expect(await sendUnits('check', allUnits)).toMatchObject({ added: 0, changed: 0, faultCount: 0 });
  const back = await sendPeople('check', allPeople);
  expect(back.faults.map((fault) => fault.code)).toEqual(['position.own']);
  expect(back).toMatchObject({ added: 0, changed: 0 });
  const fill = async (template: Blob, row: string[]) => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await template.arrayBuffer()) as ExcelJS.Buffer);
    book.worksheets[0]!.addRow(row);
    return new Blob([await book.xlsx.writeBuffer()]);
  };
  const unit = await world.as('jia.system_admin').download(downloadUnitTemplate, {});
  expect(
    await sendUnits('check', await fill(unit, ['Z1', '新局', '新', '', '部门', '990101', '', '2026/1/5'])),
  ).toMatchObject({ added: 1, faultCount: 0 });
  const person = await world.as('jia.security_admin').download(downloadPeopleTemplate, {});
  expect(
    await sendPeople('check', await fill(person, ['jia.new', '新人', 'CG', '领导', '局长', '+86 531 8000 0000', ''])),
  ).toMatchObject({ added: 1, faultCount: 0 });
});
