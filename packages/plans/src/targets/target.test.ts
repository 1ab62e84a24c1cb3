import { expect, test } from 'vitest';
import { directionOf, targetFrom, whyNotChangeTarget } from './target.ts';

const quantity = (text: string, subject = '', qualifier: string | null = null) => ({
  text,
  subject,
  qualifier,
  value: 1,
  unit: '个',
});

test.each([
  ['整改率达到95%以上', '整改率', 'at_least'],
  ['PM2.5浓度控制在47微克/立方米以内', 'PM2.5浓度', 'at_most'],
  ['PM10平均浓度', 'PM10平均浓度', 'at_most'],
  ['进入全市前三位', '得分', 'at_most'],
  ['改造440个小区', '小区', 'at_least'],
  ['投诉不超过10件', '投诉', 'at_most'],
  ['充电端口不少于360个', '充电端口', 'at_least'],
])('%s: which side of the figure is meant', (text, subject, direction) => {
  expect(directionOf(quantity(text, subject))).toBe(direction);
});

test('what the reading of the qualifier says counts more than the words of the whole clause', () => {
  const two = { ...quantity('新建充电点18处、充电端口不超过360个', '充电点'), bound: 'exact' };
  expect(directionOf(two)).toBe('at_least');
  expect(directionOf({ ...two, bound: 'at_most' })).toBe('at_most');
});

test('what the document hides stays unknown, what has no subject keeps its words', () => {
  expect(targetFrom({ text: '下降*%', subject: '', value: null, unit: '%', qualifier: null })).toMatchObject({
    subject: '下降*%',
    value: null,
  });
});

test('whatever is proposed, a form can send back: short, on one line, within what a number holds', () => {
  const found = targetFrom({
    text: '不少于\n10000000000000000元',
    subject: '资金\u0007\t投入',
    value: 1e16,
    unit: '元',
    qualifier: '不少于'.repeat(10),
  });
  expect(found).toMatchObject({ subject: '资金 投入 不少于 10000000000000000元', value: null });
  expect(found.qualifier).toHaveLength(20);
  const large = { text: '1e15元', subject: '资金', unit: '元', qualifier: null };
  expect(targetFrom({ ...large, value: 1e15 })).toMatchObject({ value: 1e15, subject: '资金' });
  for (const value of [-1e16, Number.POSITIVE_INFINITY, Number.NaN]) {
    expect(targetFrom({ ...large, value })).toMatchObject({ value: null, subject: '资金 1e15元' });
  }
  const halved = targetFrom({ ...large, value: 1, subject: `${'路'.repeat(119)}𠮷` });
  expect(halved.subject).toBe('路'.repeat(119));
  // the words of the amount are kept when the subject is long
  const crowded = targetFrom({ ...large, value: 1e16, subject: '路'.repeat(130) });
  expect(crowded.subject).toMatch(/^路+ 1e15元$/);
  expect(crowded.subject).toHaveLength(120);
});

test('only dispatchers change targets, and none that was withdrawn', () => {
  const by = {
    personId: 'p',
    name: '某',
    unitId: 'u',
    unitLine: ['u'],
    jurisdictionId: 'd',
    roles: ['dispatcher'],
  } as const;
  expect(whyNotChangeTarget({ state: 'in_force' }, by)).toBeNull();
  expect(whyNotChangeTarget({ state: 'withdrawn' }, by)).toMatchObject({ code: 'target.withdrawn' });
  expect(whyNotChangeTarget({ state: 'in_force' }, { ...by, roles: ['handler'] })).toMatchObject({
    code: 'target.role_needed',
  });
});
