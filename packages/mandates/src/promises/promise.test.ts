import { expect, test } from 'vitest';
import { promiseIn, settlePromise, whyNotSettle } from './promise.ts';

const dispatcher = {
  personId: 'p',
  name: '某',
  unitId: 'office',
  unitLine: ['office', 'district'],
  jurisdictionId: 'district',
  roles: ['dispatcher'],
} as const;

test('somebody else says that it was kept; a broken one may still be kept', () => {
  const open = { state: 'open', unitId: 'bureau' } as const;
  expect(settlePromise(open, 'broken', dispatcher, '未完成')).toMatchObject({
    events: [{ type: 'promise.settled', data: { result: 'broken', note: '未完成' } }],
  });
  expect(whyNotSettle({ ...open, state: 'broken' }, 'kept', dispatcher)).toBeNull();
});

test('nobody judges the own promise, and what is settled stays so', () => {
  expect(whyNotSettle({ state: 'open', unitId: 'office' }, 'kept', dispatcher)).toMatchObject({ code: 'promise.own' });
  expect(whyNotSettle({ state: 'open', unitId: 'district' }, 'kept', dispatcher)).toBeNull();
  expect(whyNotSettle({ state: 'kept', unitId: null }, 'broken', dispatcher)).toMatchObject({
    code: 'promise.settled',
  });
  expect(whyNotSettle({ state: 'open', unitId: null }, 'kept', { ...dispatcher, roles: ['leader'] })).toMatchObject({
    code: 'promise.role_needed',
  });
});

test('who promises what to whom, as far as the sentence says', () => {
  expect(promiseIn('区政府将在年底前向老旧小区居民公开承诺完成管网改造', '区长')).toMatchObject({
    promisedBy: '区政府',
    promisedTo: '老旧小区居民',
  });
  expect(promiseIn('我在此向大家郑重承诺', '区长')).toMatchObject({ promisedBy: '区长', promisedTo: '大家' });
});
