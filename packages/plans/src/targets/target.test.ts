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
