import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ingest, type IngestOptions } from './ingest.ts';
import type { Mandate } from './mandate.ts';

async function read(text: string, options: IngestOptions = {}, name = 'a.txt'): Promise<Mandate> {
  const found = await ingest(new TextEncoder().encode(text), name, options);
  if ('refused' in found) throw new Error(found.code);
  return found;
}

const speech = `在全区市容提升工作推进会上的讲话
同志们：
今天的会议，主要任务是总结前一阶段工作，部署下一步任务。刚才，3个街道作了发言，讲得都很好。去年以来，全区共拆除违法建设12.5万平方米，群众比较满意。
一、提高思想认识，切实增强紧迫感
大家要统一思想，高度重视，增强责任感和使命感。
二、突出重点，抓好整改
一是要突出问题整改。各街道、各单位“一把手”要对照问题台账，倒排工期，按期销号。区城管局要牵头开展占道经营专项整治，每周进行一次检查，对整改率进行排名通报，区公安分局配合。
二是要加快改造。区住建局要在6月底前完成80个老旧小区的改造任务，建立群众意见征集机制，让群众满意。
三、严格考核
区督查室要于2026年7月15日前将检查情况形成专报，报送区委、区政府。`;

describe('a speech', () => {
  test('outline: numbered headings and the points below them', async () => {
    const { outline } = await read(speech);
    expect(outline.map(({ level, number, title }) => [level, number, title])).toEqual([
      [1, '一', '提高思想认识，切实增强紧迫感'],
      [1, '二', '突出重点，抓好整改'],
      [2, '一是', '要突出问题整改'],
      [2, '二是', '要加快改造'],
      [1, '三', '严格考核'],
    ]);
  });

  test('directives: who, what, until when; slogans and reports are none', async () => {
    const { directives } = await read(speech, { date: '2026-04-20' });
    expect(directives.map(({ leadUnits, supportUnits, deadline }) => ({ leadUnits, supportUnits, deadline }))).toEqual([
      { leadUnits: ['各街道、各单位“一把手”'], supportUnits: [], deadline: { text: '按期', date: null } },
      { leadUnits: ['区城管局'], supportUnits: ['区公安分局'], deadline: { text: '每周', date: null } },
      { leadUnits: ['区住建局'], supportUnits: [], deadline: { text: '6月底前', date: '2026-06-30' } },
      { leadUnits: ['区督查室'], supportUnits: [], deadline: { text: '2026年7月15日前', date: '2026-07-15' } },
    ]);
    expect(directives[2]).toMatchObject({
      quantities: [{ value: 80, unit: '个', kind: 'target' }],
      headings: ['突出重点，抓好整改', '要加快改造'],
    });
    expect(directives.every((directive) => directive.rules.length > 0)).toBe(true);
  });

  test('units resolve by name, short name, alias and role phrase, with doubt where it is one', async () => {
    const units = [
      { id: 'u1', name: '临川区城市管理局', shortName: '区城管局', aliases: ['城管'], kind: 'department' },
      { id: 'u2', name: '临川区公安分局', shortName: null, aliases: ['区公安分局'], kind: 'department' },
      { id: 's1', name: '东湖街道办事处', shortName: '东湖街道', aliases: [], kind: 'street' },
      { id: 's2', name: '西园街道办事处', shortName: '西园街道', aliases: [], kind: 'street' },
    ];
    const { directives } = await read(speech, { units });
    expect(directives[0]!.units[0]).toEqual({
      mention: '各街道、各单位“一把手”',
      role: 'lead',
      unitIds: ['s1', 's2', 'u1', 'u2'],
      matchedBy: 'role_phrase',
      doubt: true,
    });
    expect(directives[1]!.units).toEqual([
      { mention: '区城管局', role: 'lead', unitIds: ['u1'], matchedBy: 'short_name', doubt: false },
      { mention: '区公安分局', role: 'support', unitIds: ['u2'], matchedBy: 'alias', doubt: false },
    ]);
    expect(directives[2]!.units).toEqual([
      { mention: '区住建局', role: 'lead', unitIds: [], matchedBy: 'none', doubt: true },
    ]);
  });

  test('quantities keep value, unit and kind', async () => {
    const { quantities } = await read(speech);
    expect(quantities.map(({ value, unit, kind }) => [value, unit, kind])).toEqual([
      [3, '个', 'achieved'],
      [12.5, '万平方米', 'achieved'],
      [1, '次', 'date-count'],
      [80, '个', 'target'],
    ]);
  });

  test('the same bytes give the same result', async () => {
    expect(await read(speech)).toEqual(await read(speech));
  });
});

test.each([
  ['全市需要改造的老旧小区共1700多个', 1700, '个', '多', 'stock'],
  ['预计需要改造资金接近20亿元', 20, '亿元', '接近', 'money'],
  ['共拆除违章30余万平方米', 30, '万平方米', '余', 'achieved'],
  ['还有不到1个月的时间', 1, '个月', '不到', 'date-count'],
  ['PM2.5浓度为47微克/立方米', 47, '微克/立方米', null, 'stock'],
  ['我区生产总值增长*%', null, '%', null, 'rate'],
  ['均位列市辖五区第一', 1, '位', null, 'rank'],
  ['目前已清淤11.1万立方米', 11.1, '万立方米', null, 'achieved'],
  ['市上和六个区县都制定了实施方案', 6, '个', null, 'achieved'],
  ['确保化解率达到93%以上', 93, '%', '以上', 'rate'],
])('quantity: %s', async (text, value, unit, qualifier, kind) => {
  const { quantities } = await read(text);
  expect(quantities).toMatchObject([{ value, unit, qualifier, kind }]);
});

test.each([
  '2023年是关键的一年',
  '国办发〔2017〕87号',
  '西河桥、103、104等区域',
  '11月18日18时15分',
  '第十一届运动会',
  '“四个意识”和“两个维护”',
  '提供“7×24小时”服务',
])('no quantity: %s', async (text) => {
  expect((await read(text)).quantities).toEqual([]);
});

test.each([
  ['我区承担的14个重点项目中，竣工、开工合计占56.3%。', 'impossible_percentage', '56.3% / 14'],
  ['23个综合整治项目已开始实施，占56.7%。', 'impossible_percentage', '56.7% / 23'],
  ['完成了40栋建筑（包括7栋商务楼、32栋住宅楼）的亮化。', 'sum', '40栋'],
  ['方面，东里、清河、金泉、水园5个小区已完工。', 'list_count', '5'],
  ['形成2023年至2023年实施方案。', 'years', '2023年至2023年'],
  ['实现“决战2023”的目标，打赢“决战08”。', 'years', '“决战08”'],
])('contradiction: %s', async (text, kind, stated) => {
  expect((await read(text)).contradictions).toMatchObject([{ kind, stated }]);
});

test.each([
  '16个项目中，竣工、开工合计占56.3%。',
  '应整改158个。已整改139个，整改率87.97%，其中按期121个，按期整改率76.58%。',
  '完成了39栋建筑（包括7栋商务楼、32栋住宅楼）的亮化。',
  '方面，东里、清河、金泉、水园4个小区已完工。',
  '对公、检、法等9个部门的评议',
])('no contradiction: %s', async (text) => {
  expect((await read(text)).contradictions).toEqual([]);
});

test('a table of contents keeps the headings whose text is lost', async () => {
  const { outline, directives } = await read(`目录
一、提高认识
一是要坚持导向
二、狠抓整改
一是要建立台账
二是要加强检查
在工作会议上的讲话
下面，我强调几点意见，请大家结合实际，认真抓好贯彻落实，确保各项工作取得实效。
一、提高认识
一是要坚持导向。问题就是导向。`);
  expect(outline.map(({ level, title, bodyMissing }) => [level, title, bodyMissing])).toEqual([
    [1, '提高认识', false],
    [2, '要坚持导向', false],
    [1, '狠抓整改', true],
    [2, '要建立台账', true],
    [2, '要加强检查', true],
  ]);
  expect(directives).toEqual([]);
});

test('a list inside a sentence is no outline', async () => {
  const { outline } = await read(
    '一、总结成绩\n工作得到认可，一是领导重视；二是措施有力；三是群众支持。主要表现在:一是意识不强，干劲不足。二是进展不平衡。',
  );
  expect(outline.map((item) => item.title)).toEqual(['总结成绩']);
});

test('items of a plan take their owners from the brackets', async () => {
  const { directives } = await read(
    '2026年民生实事任务清单\n1.实现城镇新增就业18万人以上，发布就业岗位50万个以上（牵头单位：人社局；配合单位：工会、妇联）。',
    {},
  );
  expect(directives.map(({ text, leadUnits, supportUnits }) => [text, leadUnits, supportUnits])).toEqual([
    ['实现城镇新增就业18万人以上', ['人社局'], ['工会', '妇联']],
    ['发布就业岗位50万个以上', ['人社局'], ['工会', '妇联']],
  ]);
});

test('a page laid out in table cells keeps its paragraphs', async () => {
  const long = '各街道要建立问题台账，按月报送整改进展，确保问题整改到位。'.repeat(8);
  const page = `<html><body><table><tr><td><p>第一段。${long}</p><p>第二段。${long}</p></td></tr></table></body></html>`;
  expect((await read(page, {}, 'a.html')).text.split('\n')).toHaveLength(2);
});

test('a web page gives its main text, its date, and offsets into its source', async () => {
  const page = `<!doctype html><html><head><title>通知--某站</title></head><body><ul><li><a href="/">首页</a></li><li><a href="/a">新闻中心</a></li></ul>
<div id="main"><h1>关于清理占道经营的通知</h1><p>发布时间：2026年03月02日 来源：区政府</p><p>各街道：</p><p>各街道要&ldquo;全面&rdquo;清理占道经营，建立台账，于3月20日前报送区城管局。</p></div>
<footer>版权所有 某区政府</footer></body></html>`;
  const found = await read(page, {}, 'a.html');
  expect(found.text).not.toContain('版权所有');
  expect(found.text).not.toContain('新闻中心');
  expect(found.source).toMatchObject({ date: '2026-03-02', site: { origin: '区政府' } });
  const [directive] = found.directives;
  expect(directive).toMatchObject({ leadUnits: ['各街道'], deadline: { text: '3月20日前', date: '2026-03-20' } });
  expect(page.slice(directive!.rawStart, directive!.rawEnd)).toBe(
    '各街道要&ldquo;全面&rdquo;清理占道经营，建立台账，于3月20日前报送区城管局',
  );
});

test('repairing a clean text changes nothing: what came out comes out again', async () => {
  const again = await read((await read(speech)).text);
  expect(again.repairs.filter((repair) => repair.applied)).toEqual([]);
  const sentence = fc.constantFrom(
    '各街道要建立台账。',
    '区城管局要在6月底前完成整治。',
    '今年共拆除违建3.8万平方米。',
    '大家要提高认识。',
    '会议指出，工作取得了成效。',
  );
  const heading = fc.constantFrom('一、总体要求', '（一）工作目标', '1.完成任务', '第一，要抓好落实');
  const paragraph = fc.oneof(
    heading,
    fc.array(sentence, { minLength: 1, maxLength: 8 }).map((sentences) => sentences.join('')),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(paragraph, { minLength: 1, maxLength: 12 }), async (paragraphs) => {
      const clean = paragraphs.join('\n');
      const found = await read(clean);
      const isRepeated = found.repairs.some((repair) => repair.step === 'duplicate-titles');
      if (!isRepeated) expect(found.text).toBe(clean);
    }),
    { numRuns: 100 },
  );
});
