import { describe, expect, test } from 'vitest';
import { standard } from './cases.example.ts';
import { readStandardsGrid } from './standards-grid.ts';
import { standardInForce } from './standards.ts';

const head = ['大类', '小类代码', '小类名称', '立案条件', '签收时限', '处置时限', '结案条件', '依据', '社区职责'];
const defaults = { acceptLimit: null, basis: '示例' };

describe('the row in force', () => {
  const older = { ...standard, id: 'older', validTo: '2026-02-28' };
  const newer = { ...standard, id: 'newer', validFrom: '2026-03-01' };
  const key = { classCode: '1301', conditionCode: '1' };
  test.each([
    ['2025-12-31', undefined],
    ['2026-01-01', 'older'],
    ['2026-02-28', 'older'],
    ['2026-03-01', 'newer'],
  ])('on %s it is %s', (date, id) => {
    expect(standardInForce([older, newer], key, date)?.id).toBe(id);
  });
  test('the class alone is not the key', () => {
    expect(standardInForce([newer], { classCode: '1301', conditionCode: '2' }, '2026-03-01')).toBeNull();
  });
});

describe('a table from a sheet', () => {
  test('merged and empty cells mean: same as above, but no limit crosses into another class', () => {
    const { rows, faults } = readStandardsGrid(
      [
        head,
        ['公用设施', '0101', '雨污井盖', '缺失', '1紧急工作时', '2紧急工作时', '补齐', '示例条例', ''],
        ['', '', '', '破损', '', '8工作时', '修复', '', '是'],
        ['', '0102', '路灯', '不亮', '2工作时', '1个工作日', '恢复', '', ''],
      ],
      defaults,
    );
    expect(faults).toEqual([]);
    expect(
      rows.map(({ row, standard: of }) => [row, of.category, of.classCode, of.className, of.conditionCode]),
    ).toEqual([
      [2, '公用设施', '0101', '雨污井盖', '1'],
      [3, '公用设施', '0101', '雨污井盖', '2'],
      [4, '公用设施', '0102', '路灯', '1'],
    ]);
    expect(rows[1]!.standard).toMatchObject({
      acceptLimit: { amount: 1, clock: 'urgent-working-hours' },
      finishLimit: { amount: 8, clock: 'working-hours' },
      basis: '示例条例',
      communityDuty: true,
    });
  });

  test('a head of two rows, below a title', () => {
    const { rows, faults } = readStandardsGrid(
      [
        ['城市管理立案处置结案标准（示例）'],
        ['大类', '小类', '', '立案条件', '时限', '', '结案条件'],
        ['', '代码', '名称', '', '签收', '处置', ''],
        ['事件', '1301', '占道经营', '占用人行道', '2工作时', '2紧急工作时', '撤除'],
      ],
      defaults,
    );
    expect(faults).toEqual([]);
    expect(rows[0]).toMatchObject({ row: 4, standard: { classCode: '1301', className: '占道经营', basis: '示例' } });
  });

  test('a limit that cannot be read is a fault with row and column, never a default', () => {
    const { rows, faults } = readStandardsGrid(
      [
        head,
        ['事件', '1301', '占道经营', '甲', '2工作时', '尽快', '撤除', '', ''],
        ['', '', '', '乙', '', '3月', '撤除', '', ''],
      ],
      defaults,
    );
    expect(rows).toEqual([]);
    expect(faults.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, '处置时限', 'calendar.limit_unreadable'],
      [3, '处置时限', 'calendar.limit_unreadable'],
    ]);
  });

  test('a new class takes neither name, condition nor limit from the one above', () => {
    const { faults } = readStandardsGrid(
      [
        head,
        ['事件', '1301', '占道经营', '甲', '2工作时', '1工作时', '撤除', '', ''],
        ['', '1302', '', '', '', '', '', '', ''],
      ],
      defaults,
    );
    expect(faults.map(({ column }) => column)).toEqual(['小类名称', '立案条件', '处置时限', '结案条件', '签收时限']);
  });

  test('the same condition twice, a doubtful yes, and a missing heading are told', () => {
    const coded = [...head, '条件代码'];
    const row = ['事件', '1301', '占道经营', '甲', '2工作时', '1工作时', '撤除', '', '可能', '1'];
    const { faults } = readStandardsGrid([coded, row, row], defaults);
    expect(faults.map(({ row: at, code }) => [at, code])).toEqual([
      [2, 'standards.yes_or_no'],
      [3, 'standards.yes_or_no'],
      [3, 'standards.duplicate_row'],
    ]);
    expect(readStandardsGrid([['大类', '小类代码', '小类名称', '立案条件']], defaults).faults).toMatchObject([
      { code: 'standards.columns_missing', params: { columns: '处置时限、结案条件' } },
    ]);
    const noAccept = head.filter((name) => name !== '签收时限');
    expect(readStandardsGrid([noAccept], defaults).faults).toMatchObject([{ code: 'standards.accept_limit_missing' }]);
  });
});
