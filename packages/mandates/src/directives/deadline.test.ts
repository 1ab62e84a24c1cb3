import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentDate, plannedYear } from './document-date.ts';
import { deadlineIn, timesIn } from './deadline.ts';

// A Thursday.
const on = '2026-03-12';
const due = (text: string, day: string | null = on, year: number | null = null) => {
  const found = deadlineIn(text, day, year);
  return found && [found.text, found.date];
};

describe('a day that the document settles', () => {
  test.each([
    ['于2026年7月15日前报区政府', '2026年7月15日前', '2026-07-15'],
    ['3月20日前完成', '3月20日前', '2026-03-20'],
    ['三月二十日以前完成', '三月二十日以前', '2026-03-20'],
    ['3月20日下午5点前报送', '3月20日下午5点前', '2026-03-20'],
    ['1月底前完成', '1月底前', '2026-01-31'],
    ['5月份迎接测评', '5月份', '2026-05-31'],
    ['6月底前完成80个小区', '6月底前', '2026-06-30'],
    ['今年6月底前全部完工', '今年6月底前', '2026-06-30'],
    ['明年3月底前交付', '明年3月底前', '2027-03-31'],
    ['2027年6月前建成', '2027年6月前', '2027-06-30'],
    ['4月上旬完成摸底', '4月上旬', '2026-04-10'],
    ['4月中旬前完成摸底', '4月中旬前', '2026-04-20'],
    ['2月下旬完成摸底', '2月下旬', '2026-02-28'],
    ['月底前完成', '月底前', '2026-03-31'],
    ['本月底拿出方案', '本月底', '2026-03-31'],
    ['下月底前拿出方案', '下月底前', '2026-04-30'],
    ['下个月完成', '下个月', '2026-04-30'],
    ['上半年完成投资的一半', '上半年', '2026-06-30'],
    ['下半年启动二期', '下半年', '2026-12-31'],
    ['二季度末完成招标', '二季度末', '2026-06-30'],
    ['三季度全部开工', '三季度', '2026-09-30'],
    ['本季度末完成', '本季度末', '2026-03-31'],
    ['年底前清零', '年底前', '2026-12-31'],
    ['今年年底前清零', '今年年底前', '2026-12-31'],
    ['年内建成通车', '年内', '2026-12-31'],
    ['2027年底前建成', '2027年底前', '2027-12-31'],
    ['到2028年形成体系', '到2028年', '2028-12-31'],
    ['本周五前报送', '本周五前', '2026-03-13'],
    ['周五前报送', '周五前', '2026-03-13'],
    ['周六14:30到报告厅集合', '周六14:30', '2026-03-14'],
    ['下周三前交来', '下周三前', '2026-03-18'],
    ['下周完成自查', '下周', '2026-03-22'],
    ['本周末前清完', '本周末前', '2026-03-15'],
    ['今天下班前报送', '今天下班前', '2026-03-12'],
    ['明天上午9点前到位', '明天上午9点前', '2026-03-13'],
    ['15日前上报', '15日前', '2026-03-15'],
    ['10日前上报', '10日前', '2026-04-10'],
    ['18日零点以前封路', '18日零点以前', '2026-03-17'],
    ['18日17时前撤出', '18日17时前', '2026-03-18'],
    ['明早7点前到岗', '明早7点前', '2026-03-13'],
    ['3个工作日内反馈', '3个工作日内', '2026-03-17'],
    ['自印发之日起10日内制定细则', '自印发之日起10日内', '2026-03-22'],
    ['会后3天内拿出清单', '会后3天内', '2026-03-15'],
    ['一个月内整改到位', '一个月内', '2026-04-12'],
    ['两周内完成', '两周内', '2026-03-26'],
    ['国庆前亮灯', '国庆前', '2026-09-30'],
    ['“五一”节前完成补栽', '五一”节前', '2026-04-30'],
    ['春节前发放到位', '春节前', '2027-02-05'],
    ['中秋节前完成', '中秋节前', '2026-09-24'],
    ['清明节前整治到位', '清明节前', '2026-04-04'],
    ['3月16日至20日集中整治', '3月16日至20日', '2026-03-20'],
    ['3月25日—4月5日开展检查', '3月25日—4月5日', '2026-04-05'],
    ['3月至5月集中排查', '3月至5月', '2026-05-31'],
  ])('%s', (text, written, date) => expect(due(text)).toEqual([written, date]));

  test('of several days the last one counts', () => {
    expect(due('4月底前完成设计，10月底前完工')).toEqual(['10月底前', '2026-10-31']);
  });
  test('the working days that the State Council shifted are counted', () => {
    expect(due('5个工作日内办结', '2026-09-28')).toEqual(['5个工作日内', '2026-10-10']);
  });
  test('a month that lies far behind is meant for next year', () => {
    expect(due('2月底前完成', '2026-12-10')).toEqual(['2月底前', '2027-02-28']);
  });
  test('a plan for a year gives its year to months', () => {
    expect(due('12月底前完成', '2025-12-28', 2026)).toEqual(['12月底前', '2026-12-31']);
    expect(due('6月底前完成', null, 2026)).toEqual(['6月底前', '2026-06-30']);
    expect(due('年底前完成', '2025-12-28', 2026)).toEqual(['年底前', '2026-12-31']);
  });
});

describe('a limit without a day', () => {
  test.each([
    ['6月底前完成', null, '6月底前'],
    ['2月30日前完成', on, '2月30日前'],
    ['汛期前完成清淤', on, '汛期前'],
    ['接到举报后2小时内到场', on, '接到举报后2小时内'],
    ['按期销号', on, '按期'],
    ['每周检查一次', on, '每周'],
    ['每月5日前报送', on, '每月5日前'],
    ['每周五下班前汇总', on, '每周五下班前'],
    ['按月通报', on, '按月'],
  ])('%s', (text, day, written) => expect(due(text, day)).toEqual([written, null]));

  test('a day wins over a rhythm', () => {
    expect(timesIn('每周检查一次，6月底前完成整改', on)).toMatchObject({
      deadline: { text: '6月底前', date: '2026-06-30' },
      period: { text: '每周', unit: 'week', every: 1, times: 1 },
    });
  });
});

test.each([
  '落实10月29日《关于印发实施办法的通知》',
  '对3月8日督查发现的问题进行整改',
  '截至2月底共完成12个',
  '贯彻3月5日会议精神',
  '每年5000元的补贴要发放到户',
  '2025年以来的积案要清理',
  '完善三年行动计划',
  '建设年产量大的基地',
])('no limit: %s', (text) => expect(due(text)).toBeNull());

test.each([
  ['每两周组织一次交叉检查', 'week', 2, 1],
  ['每月至少开展2次演练', 'month', 1, 2],
  ['每半年评估一次', 'half_year', 1, 1],
  ['每旬调度', 'ten_days', 1, null],
  ['每季度末通报', 'quarter', 1, null],
  ['每天清扫两遍', 'day', 1, 2],
  ['一周一调度', 'week', 1, 1],
  ['实行周调度', 'week', 1, null],
  ['逐日排查', 'day', 1, null],
])('a rhythm: %s', (text, unit, every, times) =>
  expect(timesIn(text, on).period).toMatchObject({ unit, every, times }),
);

test.each([
  ['从4月1日起停止受理', '2026-04-01'],
  ['即日起至4月30日开展整治', '2026-03-12'],
  ['自明天起每天巡查', '2026-03-13'],
  ['3月16日至20日集中整治', '2026-03-16'],
])('a beginning: %s', (text, date) => expect(timesIn(text, on).begin).toMatchObject({ date }));

test('即日起 begins, the day after it ends', () => {
  expect(timesIn('即日起至4月30日开展整治', on).deadline).toMatchObject({ date: '2026-04-30' });
});

test.each([
  ['2026年工作要点', '2026-01-15', 2026],
  ['2025年工作总结和2026年工作计划', '2025-12-28', 2026],
  ['2026年民生实事清单', null, 2026],
  ['2023年区委书记讲话', '2008-03-01', null],
  ['关于清理占道经营的通知', '2026-03-01', null],
])('the year a document plans for: %s', (title, date, year) => expect(plannedYear(title, date)).toBe(year));

test('what runs from the document never ends before it, whatever day it has', () => {
  const relative = fc.constantFrom(
    '月底前完成',
    '本周五前完成',
    '下周完成',
    '周三前完成',
    '15日前完成',
    '年底前完成',
    '3个工作日内完成',
    '十日内完成',
    '国庆前完成',
    '春节前完成',
    '本季度末完成',
    '明天完成',
  );
  const day = fc.date({ min: new Date('2021-01-01'), max: new Date('2034-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(relative, day, (text, date) => {
      const here = date.toISOString().slice(0, 10);
      const found = deadlineIn(text, here)!;
      // 本周五 said on a Saturday lies behind, as it was written.
      if (text !== '本周五前完成') expect(found.date! >= here).toBe(true);
      expect(text).toContain(found.text);
    }),
  );
});

test('whatever is written, a day is a real day', () => {
  const piece = fc.constantFrom(
    '2026年',
    '明年',
    '13月',
    '2月',
    '30日',
    '底',
    '前',
    '每',
    '周',
    '三',
    '个工作日',
    '内',
    '至',
    '99',
    '春节',
    '上旬',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const found = deadlineIn(pieces.join(''), on);
      if (found?.date) expect(Temporal.PlainDate.from(found.date).toString()).toBe(found.date);
    }),
  );
});

test.each([
  ['区长办公会议纪要\n2026年5月19日\n5月18日下午，区长主持召开会议。', '2026-05-18'],
  ['区长办公会议纪要\n2026年3月20日，区长林楠主持召开会议。', '2026-03-20'],
  ['关于清理占道经营的通知\n3月1日，区里召开会议。\n2026年3月2日', '2026-03-02'],
  ['没有日期的讲话\n3月1日召开了会议。', null],
])('the day of a document: %j', (text, date) => expect(documentDate(text, undefined)).toBe(date));
