import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ingest } from '../ingest.ts';
import { languageTools } from '../readers/language-tools.ts';
import { readDocument } from '../readers/read-document.ts';
import { textRows, xlsx } from '../readers/zip.example.ts';
import { repairText } from './repair-text.ts';

async function cleaned(bytes: Uint8Array | string, name = 'a.txt') {
  const reading = await readDocument(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, name);
  if ('refused' in reading) throw new Error(reading.code);
  return repairText(reading, languageTools);
}

const patrol = [
  ['1', '开展巡查', '区城管局', '各街道', '5月底前'],
  ['2', '清理垃圾', '区城管局', '各街道', '6月底前'],
  ['3', '开展巡查', '区住建局', '各街道', '6月底前'],
  ['4', '清理垃圾', '区住建局', '各街道', '5月底前'],
  ['5', '修补路面', '区住建局', '各街道', '7月底前'],
];

describe('tables and lists are text, not search words', () => {
  test('rows that repeat each other, as TXT', async () => {
    const table = patrol.map((row) => row.join('\t')).join('\n');
    expect((await cleaned(table)).text).toBe(table);
    // Not even on a page of a document-sharing site.
    expect((await cleaned(`分享\nID:2205249\n收藏 分享赚钱\n${table}`)).text).toBe(table);
  });

  test('names said twice', async () => {
    const names = '第一组名单\n张三 李四 王五 赵六 钱七\n第二组名单\n张三 李四 王五 赵六 钱七';
    expect((await cleaned(names)).text).toBe(names);
  });

  const words = (...choices: string[]) => fc.constantFrom(...choices);
  const row = fc.tuple(
    words('开展巡查', '清理垃圾', '修补路面', '下载', '打印'),
    words('区城管局', '区住建局', '版权所有', '首页'),
    words('各街道', '东湖街道', '时间：5月', '页数：3'),
    words('5月底前', '6月底前', '年底前', '持续推进'),
    words('任务清单', '工作方案', '专报', '通知'),
  );
  const tables = fc.array(row, { minLength: 1, maxLength: 14 });
  const numbered = (rows: readonly (readonly string[])[]) => rows.map((cells, i) => [String(i + 1), ...cells]);

  test('rows in are rows out, as TXT and through the reader of XLSX', async () => {
    await fc.assert(
      fc.asyncProperty(tables, words('', '任务分解表', '任务清单'), async (rows, title) => {
        const lines = numbered(rows).map((cells) => cells.join('\t'));
        const text = [...(title ? [title] : []), ...lines].join('\n');
        expect((await cleaned(text)).text).toBe(text);
        const head = ['序号', '任务', '牵头', '配合', '时限', '形式'];
        const sheet = await cleaned(xlsx(textRows([head, ...numbered(rows)])), 'a.xlsx');
        expect(sheet.text.split('\n').filter((line) => line.includes('\t'))).toEqual([head.join('\t'), ...lines]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a menu needs a site around it', () => {
  const notice = `关于报送材料的通知
各街道要在5月底前报送材料。
联系人：周一帆
电子邮箱：a@example.invalid
附件：1.任务清单
2.联系表
区政府办公室
2026年5月8日`;

  test.each([notice, notice.replace('2.联系表', '2.工作方案\n3.责任清单')])(
    'a short notice keeps all',
    async (text) => {
      expect((await cleaned(text)).text).toBe(text);
      const mandate = await ingest(new TextEncoder().encode(text), 'a.txt');
      if ('refused' in mandate) throw new Error(mandate.code);
      expect(mandate.source.title).toBe('关于报送材料的通知');
      expect(mandate.directives).toHaveLength(1);
    },
  );

  test('on a site the menu goes; the title and the order stay', async () => {
    const menu = ['首页', '新闻中心', '学校公告', '工作安排', '校务公开', '网站地图', '下载'].join('\n');
    expect((await cleaned(`${menu}\n${notice}\n打印本页`)).text.trim()).toBe(notice);
  });

  test('what follows the last paragraph stays where there is no site', async () => {
    const text = '各街道要在5月底前完成整改，并把结果报送区城管局。\n相关责任单位\n东湖街道\n推荐名单\n望岫街道';
    expect((await cleaned(text)).text).toBe(text);
  });
});

describe('label and value', () => {
  test.each([
    '时间：2026年4月19日上午9:00\n地点：区政府三楼会议室\n主持：周一帆\n出席：各街道\n一、听取情况汇报',
    '专题会议纪要\n时间：2026年4月19日\n主持人：周一帆\n来源：区政府\n作者：周一帆\n一、听取情况汇报',
    '地块概况\n大小：29.50公顷\n价格：5000元\n一、出让条件',
    '印制要求\n页数：12页\n大小：A4\n价格：5000元\n一、交付日期',
    '时间：2026年4月19日\n一、听取情况汇报',
    '标题：关于清理占道经营的请示\n一、基本情况',
  ])('of the document itself: %s', async (text) => {
    const found = await cleaned(text);
    expect(found.text).toBe(text);
    expect(found.site).toEqual({});
  });

  test.each([
    ['分享\n下载文档\nID:9900021\n大小:18.20KB\n时间:2026-04-19', { siteDocumentId: '9900021', size: '18.20KB' }],
    ['发布时间:2026-01-16 页数:12\n价格:¥3 大小:50.33 KB', { price: '¥3', pages: '12' }],
    ['【字号：\n加大\n减小\n】\n来源：区政府\n时间：2026-02-12', { origin: '区政府', publishedAt: '2026-02-12' }],
  ])('of a site: %s', async (head, site) => {
    const text = '一、听取情况汇报\n各街道要在5月底前完成整改，并把结果报送区城管局。';
    const found = await cleaned(`${head}\n${text}`);
    expect(found.text.trim()).toBe(text);
    expect(found.site).toMatchObject(site);
  });
});

describe('words of a site', () => {
  test.each([
    '各街道要在5月底前完成整改，并把结果报送区城管局。\n版权所有',
    '各街道要在5月底前完成整改，并把结果报送区城管局。\n上一篇',
    '温馨提示：\n各街道要在5月底前完成整改，并把结果报送区城管局。\n如有疑问，请拨打客服热线12345，由专人解答。',
    '软件正版化工作要点\n各单位购置的软件，版权所有者另有约定的，从其约定。',
  ])('alone they stay: %s', async (text) => {
    expect((await cleaned(text)).text).toBe(text);
  });

  test('together they go', async () => {
    const text = '各街道要在5月底前完成整改，并把结果报送区城管局。';
    expect((await cleaned(`首页\n${text}\n打印本页\n上一篇：无\n版权所有 某区政府`)).text.trim()).toBe(text);
  });
});
