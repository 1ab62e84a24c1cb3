import { describe, expect, test } from 'vitest';
import { ingest, type IngestOptions } from '../ingest.ts';
import type { Mandate } from '../mandate.ts';

async function read(text: string, options: IngestOptions = {}, name = 'a.txt'): Promise<Mandate> {
  const found = await ingest(new TextEncoder().encode(text), name, options);
  if ('refused' in found) throw new Error(found.code);
  return found;
}

describe('who is told, wherever it stands', () => {
  const told = async (text: string, title = '在推进会上的讲话') => {
    const { directives } = await read(`${title}\n${text}`, { date: '2026-03-09' });
    return directives.map(({ action, leadUnits, supportUnits, deadline }) => [
      action,
      leadUnits.join('|'),
      supportUnits.join('|'),
      deadline?.date ?? null,
    ]);
  };
  test.each<[string, unknown[]]>([
    ['会后，请区政协研究室认真梳理，形成专报。', ['认真梳理，形成专报', '区政协研究室', '', null]],
    [
      '建议区自然资源局牵头，在4月20日前拿出已腾退地块的利用清单。',
      ['在4月20日前拿出已腾退地块的利用清单', '区自然资源局', '', '2026-04-20'],
    ],
    [
      '区商务局要会同各街道，在5月1日前补建便民服务点15处。',
      ['会同各街道，在5月1日前补建便民服务点15处', '区商务局', '各街道', '2026-05-01'],
    ],
    ['区督查室对整改情况要跟踪问效，结果向委员反馈。', ['对整改情况要跟踪问效，结果向委员反馈', '区督查室', '', null]],
    ['区拆违指挥部每两周组织一次交叉检查。', ['每两周组织一次交叉检查', '区拆违指挥部', '', null]],
    ['区财政局负责落实专项资金1600万元。', ['落实专项资金1600万元', '区财政局', '', null]],
    ['承办单位不得自己验收自己承担的工程。', ['不得自己验收自己承担的工程', '承办单位', '', null]],
    ['作为政协人，我们要广泛宣传老旧小区改造政策。', ['广泛宣传老旧小区改造政策', '政协人', '', null]],
  ])('%s', async (text, expected) => {
    expect(await told(text)).toEqual([expected]);
  });

  test('in the sentence after: it owns what the sentence before names', async () => {
    const plan = '更换老化供水管道38公里，雨污分流改造46个小区。由区住建局牵头，区水务局配合，6月30日前完成。';
    expect(await told(plan, '老旧小区改造工作方案')).toEqual([
      [expect.stringContaining('更换老化供水管道38公里'), '区住建局', '区水务局', '2026-06-30'],
    ]);
  });

  test.each([
    '希望大家鼓足干劲，坚决打赢这场攻坚战。',
    '也要清醒地看到，铁路沿线整治进展缓慢。',
    '大家要高度重视，统一思想。',
    '去年以来，区城管局开展了专项整治，取得了明显成效。',
  ])('nobody is told: %s', async (text) => {
    expect(await told(text)).toEqual([]);
  });
});

test('a table of tasks: one directive per row, merged cells mean the same as above', async () => {
  const cells = (tag: string, ...texts: string[]): string =>
    `<tr>${texts.map((text) => `<${tag}>${text}</${tag}>`).join('')}</tr>`;
  const page = `<html><body><p>关于印发任务分解表的通知</p><p>本表列明冬季攻坚行动的任务、目标和时限，供各单位对照，有关说明见后，原表同时作废。</p><table>
${cells('th', '序号', '任务', '目标', '牵头单位', '责任单位', '完成时限')}
<tr><td>1</td><td><p>拆除采石场周边违法建设</p></td><td>1.1万平方米</td><td rowspan="2"><p>区综合执法大队</p></td><td>东湖街道</td><td>12月4日前</td></tr>
<tr><td>2</td><td>更换破损果皮箱</td><td>150个</td><td>西园街道、北塔街道</td><td>长期</td></tr>
</table></body></html>`;
  const { text, directives } = await read(page, { date: '2026-11-20' }, 'a.html');
  expect(text).toContain('2\t更换破损果皮箱\t150个\t〃\t西园街道、北塔街道\t长期');
  expect(
    directives.map(({ text: task, action, leadUnits, supportUnits, deadline }) => [
      task,
      action,
      leadUnits,
      supportUnits,
      deadline,
    ]),
  ).toEqual([
    [
      '拆除采石场周边违法建设',
      '拆除采石场周边违法建设（1.1万平方米）',
      ['区综合执法大队'],
      ['东湖街道'],
      { text: '12月4日前', date: '2026-12-04' },
    ],
    [
      '更换破损果皮箱',
      '更换破损果皮箱（150个）',
      ['区综合执法大队'],
      ['西园街道', '北塔街道'],
      { text: '长期', date: null },
    ],
  ]);
});
