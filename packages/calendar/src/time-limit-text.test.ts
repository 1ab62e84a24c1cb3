import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLOCK_KINDS, timeLimitLabel, whyNotTimeLimit } from './time-limit.ts';
import { parseTimeLimit } from './time-limit-text.ts';

describe('a limit in words', () => {
  it.each([
    ['2紧急工作时', 2, 'urgent-working-hours'],
    ['2 紧急工作日', 2, 'urgent-working-days'],
    ['２紧急工作小时', 2, 'urgent-working-hours'],
    ['4工作时', 4, 'working-hours'],
    ['4个工作小时', 4, 'working-hours'],
    ['7个工作日', 7, 'working-days'],
    ['7 个工作日内', 7, 'working-days'],
    ['20工作日', 20, 'working-days'],
    ['半个工作日', 0.5, 'working-days'],
    ['1个半工作日', 1.5, 'working-days'],
    ['二十个工作日', 20, 'working-days'],
    ['十五天', 15, 'natural-days'],
    ['15天', 15, 'natural-days'],
    ['1日', 1, 'natural-days'],
    ['30个自然日', 30, 'natural-days'],
    ['两周', 14, 'natural-days'],
    ['4小时', 4, 'hours'],
    ['半小时', 0.5, 'hours'],
    ['一个半小时', 1.5, 'hours'],
    ['2.5h', 2.5, 'hours'],
    ['24小时以内', 24, 'hours'],
    ['3个月', 3, 'months'],
    ['半年', 6, 'months'],
    ['1年', 12, 'months'],
    ['5 working-days', 5, 'working-days'],
    ['7 working days', 7, 'working-days'],
    ['1 working hour', 1, 'working-hours'],
    ['15 days', 15, 'natural-days'],
    ['2 weeks', 14, 'natural-days'],
    ['3 months', 3, 'months'],
  ] as const)('%s is %d %s', (text, amount, clock) => {
    expect(parseTimeLimit(text)).toEqual({ amount, clock });
  });

  it.each([
    '',
    '工作日',
    '7',
    '3月',
    '半天',
    '半日',
    '2工时',
    '5-7个工作日',
    '3至5天',
    '立即',
    '按程序办理',
    '7个工作日（雨季顺延）',
    '-3天',
    '2紧急',
    '1 天 4 小时',
    '两十天',
    '十两天',
    '第3天',
    '7个工作曰',
  ])('%j is an error, never a default', (text) => {
    expect(parseTimeLimit(text)).toEqual({ refused: true, code: 'calendar.limit_unreadable', params: { text } });
  });

  it.each(['0天', '0个工作日', '2.5天', '半个月', '一个半月', '5000天', '999999小时'])('%j is out of range', (text) => {
    expect(parseTimeLimit(text)).toMatchObject({ refused: true, code: 'calendar.limit_out_of_range' });
  });

  it('reads back every limit it can write', () => {
    const halves = fc.integer({ min: 1, max: 240 }).map((half) => half / 2);
    fc.assert(
      fc.property(halves, fc.constantFrom(...CLOCK_KINDS), (amount, clock) => {
        const limit = { amount, clock };
        fc.pre(whyNotTimeLimit(limit) === null);
        expect(parseTimeLimit(timeLimitLabel(limit, 'zh-CN'))).toEqual(limit);
      }),
    );
  });

  it('never throws and never answers with anything but a sound limit or a refusal', () => {
    const pieces = [
      '1',
      '2',
      '.',
      '半',
      '个',
      '十',
      '两',
      '紧急',
      '工作',
      '日',
      '时',
      '小时',
      '天',
      '月',
      '年',
      ' ',
      '-',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 7 }), (parts) => {
        const answer = parseTimeLimit(parts.join(''));
        expect('refused' in answer || whyNotTimeLimit(answer) === null).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
