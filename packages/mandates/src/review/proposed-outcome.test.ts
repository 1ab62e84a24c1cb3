import { expect, test } from 'vitest';
import { isAsked, measureIn, placeIn, proposedOutcome } from './proposed-outcome.ts';

const read = (text: string, over: Partial<Parameters<typeof proposedOutcome>[0]> = {}) => ({
  text,
  leadUnits: [],
  rules: [],
  quantities: [],
  ...over,
});
const figure = { text: '固定资产投资增长8%以上', subject: '固定资产投资', kind: 'rate', unit: '%' };

test.each([
  ['区城管局要牵头开展占道经营专项整治', { leadUnits: ['区城管局'] }, 'task'],
  ['桥东街农贸市场门前垃圾外溢，要立即清理', {}, 'case'],
  ['区住建局要牵头修复破损路面', { leadUnits: ['区住建局'] }, 'task'],
  ['全区所有小区的破损路面要全面修复', {}, 'task'],
  ['我们将在年底前办成这件事', {}, 'promise'],
  ['区政府向全区人民郑重承诺，不再新增欠账', {}, 'promise'],
  ['全年固定资产投资增长8%以上', { quantities: [figure] }, 'target'],
  ['区发改局要确保全年固定资产投资增长8%以上', { quantities: [figure], leadUnits: ['区发改局'] }, 'task'],
  ['要把群众满意度纳入考核', {}, 'indicator'],
])('%s', (text, over, outcome) => {
  expect(proposedOutcome(read(text, over))).toBe(outcome);
});

test('the place and the measure that a sentence names', () => {
  expect(placeIn('要尽快修复棠湾路中段破损的人行道砖')).toBe('棠湾路中段');
  expect(placeIn('区住建局要牵头修复破损路面')).toBe('');
  expect(placeIn('要提高认识')).toBe('');
  expect(measureIn('要把群众满意度纳入考核')).toBe('群众满意度');
});

test('a figure that is asked for, not one that was reached or says how long', () => {
  expect(isAsked({ kind: 'target', status: 'achieved' })).toBe(true);
  expect(isAsked({ kind: 'rate', status: 'target' })).toBe(true);
  expect(isAsked({ kind: 'rate', status: 'achieved' })).toBe(false);
  expect(isAsked({ kind: 'date-count', status: 'target' })).toBe(false);
});
