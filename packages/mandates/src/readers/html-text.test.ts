import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { rawRange } from '../offset-map.ts';
import { pageText } from './html-text.ts';
import { readDocument } from './read-document.ts';

const paragraphs = [
  '为落实全区城市管理工作会议精神，现就春季市容整治有关事项通知如下。',
  '区城管局要牵头开展占道经营专项整治，每周进行一次检查，对整改率进行排名通报。',
  '各街道要对照问题台账，倒排工期，于4月30日前完成整改，并将结果报送区创城办。',
];
const body = paragraphs.map((text) => `<p>　　${text}</p>`).join('\n');
const wanted = paragraphs.join('\n');
const linesOf = (html: string): string =>
  pageText(html)
    .text.split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');

describe('where the text stands', () => {
  test('a government portal: navigation, facts in a table, links beside and below', () => {
    const page = `<!doctype html><html><head><title>通知-青砚区人民政府</title>
      <meta name="SiteName" content="青砚区人民政府"><meta name="ColumnName" content="政策文件">
      <meta name="PubDate" content="2026-03-12 09:30"><meta name="ContentSource" content="区政府办公室"></head>
      <body><div class="header"><div class="logo">青砚区人民政府门户网站</div><ul class="nav"><li><a href="/">首页</a></li><li><a>政务公开</a></li></ul></div>
      <div class="crumbs">当前位置：<a>首页</a> &gt; <a>政务公开</a> &gt; 政策文件</div>
      <table class="info"><tr><td>索 引 号：</td><td>014208/2026-00012</td><td>主题分类：</td><td>城乡建设</td></tr>
      <tr><td>发文机关：</td><td>青砚区人民政府办公室</td><td>成文日期：</td><td>2026年03月09日</td></tr>
      <tr><td>发文字号：</td><td>青政办发〔2026〕11号</td><td>发布日期：</td><td>2026年03月12日</td></tr></table>
      <h1>关于开展春季市容整治的通知</h1>
      <div id="UCAP-CONTENT" class="pages_content">${body}</div>
      <div class="related"><h3>相关文件</h3><ul><li><a>关于开展秋季市容整治的通知，请各单位认真贯彻执行</a></li></ul></div>
      <div class="footer">主办：青砚区人民政府办公室　网站标识码：0000000001　备案号：示例00000000号</div></body></html>`;
    expect(linesOf(page)).toBe(wanted);
    const { title, site } = pageText(page);
    expect(title).toBe('关于开展春季市容整治的通知');
    expect(site).toMatchObject({
      siteName: '青砚区人民政府',
      column: '政策文件',
      publishedAt: '2026-03-12 09:30',
      origin: '区政府办公室',
      indexNumber: '014208/2026-00012',
      topic: '城乡建设',
      issuer: '青砚区人民政府办公室',
      writtenAt: '2026年03月09日',
      documentNumber: '青政办发〔2026〕11号',
    });
  });

  test('a post of an account: author, advice to follow it, a code to scan', () => {
    const page = `<html><head><meta property="og:title" content="春季市容整治怎么干"></head><body>
      <h1 class="rich_media_title" id="activity-name">春季市容整治怎么干</h1>
      <div id="meta_content"><span>青砚发布</span> <em id="publish_time">2026年3月12日 18:05</em></div>
      <div class="rich_media_content" id="js_content" style="visibility: visible;"><section><section style="color:red">${body}</section></section>
      <section class="qr_code">长按识别二维码关注青砚发布，获取更多权威信息，点赞、在看、转发一键三连</section></div>
      <div class="rich_media_tool">阅读原文 阅读 1.2万 赞 56 在看 12</div></body></html>`;
    expect(linesOf(page)).toBe(wanted);
    expect(pageText(page).title).toBe('春季市容整治怎么干');
  });

  test('a news site without telling names: comments, recommendations and advertising around', () => {
    const teaser = (i: number): string =>
      `<div><a href="/${i}">第${i}条推荐：全国各地城市管理经验交流会议近日召开</a></div>`;
    const page = `<html><body><div><div><a>新闻</a><a>财经</a><a>体育</a></div>
      <div><div><div><h1>春季市容整治启动</h1><div>来源：青砚日报　作者：闻一多闻　时间：2026-03-12 08:00</div>
      <div>${body}</div><div class="article-share">分享到 微博 微信</div></div>
      <div class="comment-list"><p>网友甲：支持整治，早就该管管了，希望能够长期坚持下去。</p><p>网友乙：希望多设便民点。</p></div></div>
      <div>${[1, 2, 3, 4, 5, 6].map(teaser).join('')}</div></div></div></body></html>`;
    expect(linesOf(page)).toBe(`春季市容整治启动\n${wanted}`);
    expect(pageText(page).site).toMatchObject({
      origin: '青砚日报',
      author: '闻一多闻',
      publishedAt: '2026-03-12 08:00',
    });
  });

  test('an old page laid out in tables, in GB2312, wrapped in the form of its server', async () => {
    const page = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>通知</title></head>
      <body><form id="form1" action="view.aspx"><table width=780><tr><td bgcolor=#003366><a href=/>首页</a> | <a>公文</a> | <a>联系我们</a></td></tr>
      <tr><td><table><tr><td width=160><table><tr><td><a>通知公告</a></td></tr><tr><td><a>领导讲话</a></td></tr></table></td>
      <td><font size=4><b>关于开展春季市容整治的通知</b></font><br><br>　　${paragraphs.join('<br>　　')}<br></td></tr></table></td></tr>
      <tr><td align=center>版权所有：青砚区政府办公室</td></tr></table></form></body></html>`;
    const reading = await readDocument(new Uint8Array(iconv.encode(page, 'gbk')), 'view.htm');
    expect(reading).toMatchObject({ format: 'html', encoding: 'gb18030' });
    const text = 'text' in reading ? reading.text : '';
    expect(
      text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .join('\n'),
    ).toBe(`关于开展春季市容整治的通知\n${wanted}`);
  });

  test('a page that names the wrong character set is read by its bytes', async () => {
    const page = `<html><head><meta charset="iso-8859-1"></head><body>${body}</body></html>`;
    for (const encoding of ['gb18030', 'utf-8']) {
      const reading = await readDocument(new Uint8Array(iconv.encode(page, encoding)), 'a.html');
      expect('text' in reading ? reading.text : reading).toContain('对整改率进行排名通报');
    }
  });
});

describe('what a browser shows', () => {
  const shown = (html: string): string => pageText(`<html><body><div>${html}</div></body></html>`).text.trimEnd();
  test.each([
    ['numbered lists', '<ol><li>甲</li><li>乙</li></ol>', '1. 甲\n2. 乙'],
    ['with a start and a type', '<ol start="3" type="A"><li>甲</li><li value="7">乙</li></ol>', 'C. 甲\nG. 乙'],
    ['in Chinese numbers', '<ol style="list-style-type:cjk-ideographic"><li>甲</li><li>乙</li></ol>', '一、甲\n二、乙'],
    ['without numbers', '<ol style="list-style: none"><li>1.甲</li></ol>', '1.甲'],
    [
      'one list in another',
      '<ol><li>甲<ol><li>子</li><li>丑</li></ol></li><li>乙</li></ol>',
      '1. 甲\n1. 子\n2. 丑\n2. 乙',
    ],
    ['hidden parts are not shown', '甲<span style="display:none">乙</span><p hidden>丙</p><del>丁</del>', '甲'],
    ['readings above characters', '<ruby>青<rp>(</rp><rt>qīng</rt><rp>)</rp></ruby>砚', '青砚'],
    ['preformatted lines', '<pre>一、甲\n二、乙\n\n三、丙</pre>', '一、甲\n二、乙\n三、丙'],
    ['line breaks', '甲<br/>乙<br>丙', '甲\n乙\n丙'],
    [
      'tables: spans, empty cells in front, a title and a section across',
      '<table><tr><td colspan=3>清单</td></tr><tr><th>序号</th><th colspan=2>单位</th></tr><tr><td></td><td>甲</td><td rowspan=2>乙</td></tr><tr><td>2</td><td>丙</td></tr></table>',
      '清单\n序号\t单位\t\n\t甲\t乙\n2\t丙\t〃',
    ],
    [
      'long cells of a record',
      `<table><tr><td>任务</td><td>单位</td></tr><tr><td>${'清理'.repeat(150)}</td><td>区城管局</td></tr></table>`,
      `任务\t单位\n${'清理'.repeat(150)}\t区城管局`,
    ],
  ])('%s', (_, html, expected) => {
    expect(shown(html)).toBe(expected);
  });
});

test('every character leads back to the source', () => {
  const source = `<html><body><p>甲&amp;乙&nbsp;&#20013;</p><table><tr><td>一</td><td>二</td></tr><tr><td>三</td><td>四</td></tr></table></body></html>`;
  const { text, map } = pageText(source);
  for (const sign of ['甲', '乙', '一', '四']) {
    const { rawStart, rawEnd } = rawRange(map, text.indexOf(sign), text.indexOf(sign) + 1);
    expect(source.slice(rawStart, rawEnd)).toBe(sign);
  }
});

test.each([
  ['divisions', '<div>', '</div>'],
  ['tables', '<table><tr><td>', '</td></tr></table>'],
  ['lists', '<ol><li>', '</li></ol>'],
  ['spans', '<span>', '</span>'],
])('thousands of nested %s take no long time', (_, open, close) => {
  const page = `<html><body>${open.repeat(6_000)}${paragraphs[1]}${close.repeat(6_000)}</body></html>`;
  expect(pageText(page).text).toContain('每周进行一次检查');
});
