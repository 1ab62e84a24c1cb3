import { expect, test } from 'vitest';
import { quantitiesIn } from '../quantities/quantities.ts';
import { contradictionsIn } from './contradictions.ts';
import type { DocumentFacts } from './document-facts.ts';

const facts: DocumentFacts = { gaps: [], title: '', date: null };
const found = (text: string, more: Partial<DocumentFacts> = {}) =>
  contradictionsIn(text, quantitiesIn(text), { ...facts, ...more });

test.each([
  ['我区承担的14个重点建设项目中,竣工项,开工项,合计占56.3%。', 'impossible_percentage', '56.3% / 14', '14个'],
  ['我区承担23个综合整治项目已开始实施项,占56.7%。', 'impossible_percentage', '56.7% / 23', '23个'],
  ['440个小区中，已完成120个，占25.9%。', 'impossible_percentage', '25.9%', '440个'],
  ['14个项目中，竣工3项，开工5项，合计占56.3%。', 'impossible_percentage', '56.3%', '14个'],
  ['群众满意率达到120%。', 'impossible_percentage', '120%', null],
  ['由100个增加到120个，增长30%。', 'impossible_percentage', '30%', null],
  ['完成了40栋建筑（包括7栋商务楼、32栋住宅楼）的亮化。', 'sum', '40栋', '7栋商务楼、32栋'],
  ['全区共有商户39家，其中餐饮25家、零售20家。', 'sum', '39家', '25家、零售20家'],
  ['投入资金100万元，其中市级60万元、区级50万元。', 'sum', '100万元', '60万元、区级50万元'],
  ['面积共50万平方米，其中绿地60万平方米。', 'part_over_whole', '60万平方米', '面积共50万平方米'],
  [
    '全区共拆除违章30余万平方米。对水屯社区进行清理，共拆除违章建筑38万平方米。',
    'part_over_whole',
    '38万平方米',
    '全区共拆除违章30余万平方米',
  ],
  ['方面，东里、清河、金泉、水园5个小区已完工。', 'list_count', '5', '东里、清河、金泉、水园'],
  ['重点抓好4个片区：东里、清河、金泉。', 'list_count', '4', '东里、清河、金泉'],
  [
    '乡村治理、社区治理、校园治理、企业治理、社团治理六个方面',
    'list_count',
    '6',
    '乡村治理、社区治理、校园治理、企业治理、社团治理',
  ],
  [
    '我们采取了四项措施：一是加强领导；二是加大投入；三是严格考核。',
    'list_count',
    '4',
    '一是加强领导；二是加大投入；三是',
  ],
  ['形成2023年至2023年实施方案。', 'years', '2023年至2023年', null],
  ['实现“决战2023”的目标，打赢“决战08”。', 'years', '“决战08”', '“决战2023”'],
  ['2023年是全面贯彻党的十九大精神的第一年。', 'years', '2023', null],
  ['2023年是筹办第十一届全运会的决战之年。', 'years', '2023', null],
  ['2023年是关键的一年，是筹办第十一届全运会的决战之年。', 'years', '2023', null],
  ['2026年是“十四五”开局之年。', 'years', '2026', null],
  ['2022年庆祝中国共产党成立100周年。', 'years', '2022', null],
  ['2023年2月29日前完成整改。', 'impossible_date', '2023年2月29日', null],
  ['各单位4月31日前报送。', 'impossible_date', '4月31日', null],
  ['2026年5月8日（周四）召开会议。', 'date_conflict', '2026年5月8日（周四）', null],
  ['自2026年6月1日至2026年3月1日实施。', 'date_conflict', '2026-03-01', null],
  ['一、总体要求\n内容。\n二、任务\n内容。\n二、保障措施\n内容。', 'repeated_number', '二', '二、任务'],
  ['一、总体要求\n内容。\n三、保障措施\n内容。', 'missing_number', '二', '一、总体要求'],
])('%s', (text, kind, stated, other) => {
  const [item, ...more] = found(text);
  expect(more).toEqual([]);
  expect(item).toMatchObject({ kind, stated });
  expect(item!.other?.text ?? null).toBe(other);
  expect(text.slice(item!.start, item!.end)).toBe(item!.text);
  if (item!.other) expect(text.slice(item!.other.start, item!.other.end)).toBe(item!.other.text);
});

test.each([
  '16个项目中，竣工、开工合计占56.3%。',
  '23个项目中，竣工4项，开工5项，合计占39.1%。',
  '应整改158个。已整改139个，整改率87.97%，其中按期121个，按期整改率76.58%。',
  '全区12个乡镇空气质量全部达标。群众举报问题办结率98.3%。',
  '超额完成任务，完成率105%，产值增长120%。',
  '由100个增加到120个，增长20%。',
  '完成了39栋建筑（包括7栋商务楼、32栋住宅楼）的亮化。',
  '全区共有商户39家，其中餐饮25家、零售10家。',
  '全区共拆除违章30余万平方米。对水屯社区进行清理，共拆除违章建筑3.8万平方米。',
  '方面，东里、清河、金泉、水园4个小区已完工。',
  '对公、检、法等9个部门的评议。',
  '重点抓好4个片区：东里、清河、金泉和水园。',
  '持续开展拆除违建、整治交通秩序等九大专项行动。',
  '我们采取了三项措施：一是加强领导；二是加大投入；三是严格考核。',
  '2018年是贯彻党的十九大精神的开局之年，2021年是“十四五”开局之年。',
  '2010年总结第十一届全运会的经验。',
  '2024年2月29日前完成整改，2月29日是闰日。',
  '2026年5月8日（周五）召开会议。',
  '自2025年12月1日至3月1日实施。',
  '一、总体要求\n内容。二、任务在段中。\n三、保障措施\n内容。',
  '一、总体要求\n（一）甲\n（二）乙\n二、任务\n（一）甲\n（二）乙',
])('no contradiction: %s', (text) => {
  expect(found(text)).toEqual([]);
});

test('what a hole may have swallowed is no contradiction', () => {
  const text = '今天讲三点意见。\n一、提高认识\n内容。\n二、抓好落实\n内容。';
  expect(found(text)).toMatchObject([{ kind: 'list_count', stated: '3', computed: '2' }]);
  expect(found(text, { gaps: [{ start: text.length, end: text.length, kind: 'truncated' }] })).toEqual([]);
  const holed = '一、总体要求\n内容。\n……\n三、保障措施\n内容。';
  expect(found(holed, { gaps: [{ start: 11, end: 13, kind: 'omitted' }] })).toEqual([]);
});

test('a title of another year, and a site that published before the day of the document', () => {
  const text = '2023年在城建专题会上的讲话\n请大家抓好落实。\n2009年3月5日';
  expect(found(text, { title: '2023年在城建专题会上的讲话', date: '2009-03-05' })).toMatchObject([
    { kind: 'years', stated: '2023', computed: '2009', start: 0 },
  ]);
  const letter = '关于整治占道经营的通知\n2026年5月12日';
  expect(found(letter, { date: '2026-05-12', publishedAt: '2026-05-08 10:00' })).toMatchObject([
    { kind: 'date_conflict', stated: '2026-05-08', text: '2026年5月12日' },
  ]);
  expect(found(letter, { date: '2026-05-12', publishedAt: '2026-05-13' })).toEqual([]);
});
