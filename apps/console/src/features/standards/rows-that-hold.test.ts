import type { StandardView } from '@duban/contract/standards';
import { expect, it } from 'vitest';
import { rowsThatHold } from './rows-that-hold.ts';

const row = (className: string, conditionText: string): StandardView => ({
  id: className,
  versionId: 'v',
  category: '公用设施',
  classCode: '0101',
  className,
  conditionCode: '01',
  conditionText,
  acceptLimit: { amount: 2, clock: 'working-hours' },
  finishLimit: { amount: 2, clock: 'urgent-working-hours' },
  closingCondition: '恢复原状',
  basis: '示例',
  responsible: '区水务局',
  communityDuty: false,
  evidence: 'statement',
  validFrom: '2026-01-01',
  validTo: null,
});

const rows = [row('雨污井盖', '缺失、移位'), row('路灯', '不亮')];

it('keeps everything without words, and finds all words in any column and any order', () => {
  expect(rowsThatHold(rows, undefined)).toHaveLength(2);
  expect(rowsThatHold(rows, ' ')).toHaveLength(2);
  expect(rowsThatHold(rows, '水务 缺失').map((found) => found.className)).toEqual(['雨污井盖']);
  expect(rowsThatHold(rows, '缺失 不亮')).toEqual([]);
});
