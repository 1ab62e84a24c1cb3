import { expect, test } from 'vitest';
import { alignedTables } from './aligned-tables.ts';
import type { Word } from './page.ts';

const row = (baseline: number, ...cells: (readonly [text: string, left: number, right: number])[]): Word[] =>
  cells.map(([text, left, right]) => ({ text, left, right, baseline, size: 12 }));

test('words whose right edge lies left of their left edge belong to the first column', () => {
  const words = [100, 120, 140, 160].flatMap((at) =>
    row(at, ['甲', 72, 20], ['清理占道', 150, 200], ['区城管局', 260, 310]),
  );
  const [table] = alignedTables(words);
  expect(table?.rows.map((cells) => cells.map(({ text }) => text))).toEqual(
    Array.from({ length: 4 }, () => ['甲', '清理占道', '区城管局']),
  );
});

test('lines of running text are no table', () => {
  const words = [100, 120, 140, 160].flatMap((at) =>
    row(at, ['区城管局要牵头开展整治', 72, 200], ['每周检查一次', 202, 300]),
  );
  expect(alignedTables(words)).toEqual([]);
});
