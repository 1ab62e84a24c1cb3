import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { valueOf } from './numerals.ts';
import { quantitiesIn } from './quantities.ts';

const only = (text: string) => {
  const found = quantitiesIn(text);
  expect(found.map(({ value, unit }) => [value, unit])).toHaveLength(1);
  return found[0]!;
};

describe('value and unit, as written', () => {
  test.each<[string, number | null, string]>([
    ['拆除违建3万多平方米', 3, '万平方米'],
    ['共拆除30余万平方米', 30, '万平方米'],
    ['总投资：1.2亿多元', 1.2, '亿元'],
    ['发放补贴1,250.5万元', 1250.5, '万元'],
    ['种植行道树５００株', 500, '株'],
    ['新建泊位1.5万余个', 1.5, '万个'],
    ['服务群众2000多人次', 2000, '人次'],
    ['改造面积12万㎡', 12, '万㎡'],
    ['年节约标准煤3.6万吨标准煤', 3.6, '万吨标准煤'],
    ['优良天数达到300天', 300, '天'],
    ['增长5.2个百分点', 5.2, '个百分点'],
    ['整改率达到98.5%', 98.5, '%'],
    ['得分92.35分', 92.35, '分'],
    ['浓度下降到47微克/立方米', 47, '微克/立方米'],
    ['投入资金百分之三十', 30, '%'],
    ['同意的业主超过三分之二', 2 / 3, ''],
    ['九成以上的居民满意', 9, '成'],
    ['通过两年努力', 2, '年'],
    ['十五名干部到岗', 15, '名'],
    ['涉及一百二十户', 120, '户'],
    ['七个街道参加', 7, '个'],
    ['历时三个月', 3, '个月'],
    ['产值翻到2倍', 2, '倍'],
    ['我区生产总值增长*%', null, '%'],
    ['完成投资X亿元', null, '亿元'],
    ['常住**万人', null, '万人'],
    ['质保期10年以上', 10, '年'],
    ['每节课45分钟', 45, '分钟'],
    ['年满60周岁', 60, '周岁'],
    ['电子书借阅1.8万册次', 1.8, '万册次'],
    ['更换雨水箅子36樘', 36, '樘'],
    ['道路降尘量不高于7吨/平方公里·月', 7, '吨/平方公里·月'],
    ['供水能力提高3万立方米/日', 3, '万立方米/日'],
    ['协议一式六份', 6, '份'],
    ['来水比往年少了三成半', 3.5, '成'],
    ['五日内书面答复', 5, '日'],
    ['每三小时报送一次水位', 1, '次'],
    ['每天早上和晚上各测一遍体温', 1, '遍'],
    ['每栋至少留一人', 1, '人'],
    ['全小区21幢楼', 21, '幢'],
    ['清出渣土二十来车', 20, '车'],
    ['连续21年居首', 21, '年'],
  ])('%s', (text, value, unit) => expect(only(text)).toMatchObject({ value, unit }));

  test.each<[string, (number | string | null)[][]]>([
    [
      '由每平方米30元提高到45元',
      [
        [30, '元'],
        [45, '元'],
      ],
    ],
    [
      '新建公厕12座、垃圾站3座',
      [
        [12, '座'],
        [3, '座'],
      ],
    ],
    [
      '*个县区第二，市辖五区第一',
      [
        [null, '个'],
        [2, '位'],
        [1, '位'],
      ],
    ],
    [
      '按每人每月300元至800元分档补贴',
      [
        [300, '元'],
        [800, '元'],
      ],
    ],
    ['连续两个季度排名末位', [[2, '个季度']]],
  ])('several: %s', (text, expected) =>
    expect(quantitiesIn(text).map(({ value, unit }) => [value, unit])).toEqual(expected),
  );
});

test.each([
  ['办理时限3—5天', 3, 5, '天'],
  ['每亩补助100至150元', 100, 150, '元'],
  ['增幅控制在5%-8%', 5, 8, '%'],
  ['投资2亿—3亿元', 2, 3, '亿元'],
])('a range: %s', (text, value, upTo, unit) => expect(only(text)).toMatchObject({ value, upTo, unit }));

test.each([
  ['共1700多个', 'at_least', '多'],
  ['接近20亿元', 'less_than', '接近'],
  ['不到1个月', 'less_than', '不到'],
  ['满意率不低于95%', 'at_least', '不低于'],
  ['控制在3%以内', 'at_most', '以内'],
  ['约500户', 'about', '约'],
  ['500户左右', 'about', '左右'],
  ['超过80个', 'more_than', '超过'],
  ['不超过30天', 'at_most', '不超过'],
  ['共440个', 'exact', null],
])('a qualifier: %s', (text, bound, qualifier) => expect(only(text)).toMatchObject({ bound, qualifier }));

test.each<[string, string, string]>([
  ['居全省第3位', 'rank', 'state'],
  ['进入全省前十，', 'rank', 'state'],
  ['力争整改率达到100%', 'rate', 'target'],
  ['已拨付资金600万元', 'money', 'achieved'],
  ['累计清运垃圾30吨', 'achieved', 'achieved'],
  ['计划改造80个小区', 'target', 'target'],
  ['辖区现有132个小区', 'stock', 'state'],
  ['工期为90天', 'date-count', 'state'],
])('kind and status: %s', (text, kind, status) => expect(only(text)).toMatchObject({ kind, status }));

test('of when, compared with what, among whom, expected', () => {
  expect(only('截至6月底，全区共拆除违建3.8万平方米')).toMatchObject({ asOf: '截至6月底' });
  expect(only('目前已清淤11.1万立方米')).toMatchObject({ asOf: '目前' });
  expect(only('固定资产投资同比增长8.6%')).toMatchObject({ comparison: { kind: 'year_on_year', direction: 'up' } });
  expect(only('发案数环比下降12%')).toMatchObject({ comparison: { kind: 'period_on_period', direction: 'down' } });
  expect(only('比去年同期减少9天')).toMatchObject({ comparison: { kind: 'than', direction: 'down' } });
  expect(quantitiesIn('保费由每人5元提高至10元')[1]).toMatchObject({ comparison: { kind: 'from', direction: 'up' } });
  expect(only('综合得分位列全市第三')).toMatchObject({ value: 3, peerGroup: '全市' });
  expect(only('均位列市辖五区第一')).toMatchObject({ value: 1, peerGroup: '市辖五区' });
  expect(only('预计需要资金20亿元')).toMatchObject({ forecast: true });
});

test.each([
  ['每周进行一次检查', 1, '每周'],
  ['每月至少开展2次演练', 2, '每月'],
  ['一周两次消杀', 2, '一周'],
  ['每半年评估一次', 1, '每半年'],
])('how often: %s', (text, value, qualifier) =>
  expect(only(text)).toMatchObject({ value, unit: '次', qualifier, kind: 'date-count' }),
);

test.each([
  '21年底建成',
  '08年的讲话',
  '3月5日9时30分',
  '每月5日前上报',
  '12345热线',
  '国办发〔2017〕87号',
  '西河桥、103、104等区域',
  '7×24小时',
  '“15分钟生活圈”',
  '10分钟便民服务圈',
  '三年行动计划',
  '四个意识',
  '三个方面',
  '始终把安全放在第一位',
  '第一责任人',
  '一名干部',
  '两手抓',
  '四季度',
  'PM2.5',
  '2-1楼',
  '高一（3）班',
  '再强调三点意见',
  '百家企业',
  '检查了一次',
  '4A级景区',
  '第3批',
])('no quantity: %s', (text) => expect(quantitiesIn(text)).toEqual([]));

test.each([
  ['三百二十一', 321],
  ['二十', 20],
  ['十五', 15],
  ['一千零八', 1008],
  ['二万三千', 23_000],
  ['两', 2],
  ['1,234.5', 1234.5],
  ['半', 0.5],
  ['万分', null],
  ['', null],
])('numeral %s', (text, value) => expect(valueOf(text)).toBe(value));

test('every number lies in its clause, and the clause is the text', () => {
  const piece = fc.constantFrom(
    '3',
    '．5',
    '万',
    '多',
    '平方米',
    '个',
    '百分之',
    '三',
    '分之',
    '二',
    '每周',
    '一次',
    '第',
    '位列',
    '全省',
    '，',
    '。',
    '—',
    '至',
    '*',
    '“',
    '”',
    '年',
    '\n',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
      const text = pieces.join('');
      let last = 0;
      for (const found of quantitiesIn(text)) {
        expect(text.slice(found.start, found.end)).toBe(found.text);
        expect(found.numberStart >= found.start && found.numberEnd <= found.end).toBe(true);
        expect(found.numberStart >= last).toBe(true);
        last = found.numberEnd;
      }
    }),
    { numRuns: 500 },
  );
});

test('a text without an end of a sentence: no clause grows with it, and many numbers take no long time', () => {
  const found = quantitiesIn('完成改造12个小区、'.repeat(9_000));
  expect(found).toHaveLength(9_000);
  expect(Math.max(...found.map(({ text }) => text.length))).toBeLessThanOrEqual(403);
  expect(quantitiesIn(`建设“${'完成改造12个小区'.repeat(3)}”`)).toHaveLength(3);
  expect(quantitiesIn('打造“15分钟便民”街区')).toEqual([]);
});
