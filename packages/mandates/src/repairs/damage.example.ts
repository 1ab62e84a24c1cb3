import fc from 'fast-check';
import { identityMap } from '../offset-map.ts';
import type { Reading } from '../readers/reading.ts';

/** Official sentences of our own writing, and what copying them from site to site does to them. */

export function plainReading(raw: string, lines: Reading['lines'] = 'hard'): Reading {
  return {
    format: 'txt',
    encoding: 'utf-8',
    raw,
    text: raw,
    map: identityMap(raw.length),
    lines,
    title: null,
    frame: '',
  };
}

export const cleanSentences: readonly string[] = [
  '各街道要对照问题台账，逐条核实，按期销号。',
  '区城管局牵头，区公安分局配合，6月底前完成占道经营整治。',
  '全年共拆除违法建设12.5万平方米，整改率达到93.6%。',
  '会议指出，去年以来全区市容面貌有了明显改善。',
  '要坚持问题导向，聚焦群众反映强烈的停车难、充电难，拿出管用的办法。',
  '沈菁宁副区长调研了老旧小区改造，要求倒排工期。',
  '《临川区市容管理办法》自2026年3月1日起施行。',
  '区财政安排资金1200万元，用于36座公厕的改造。',
  '刘家港、徐庄、瀍湾等片区的居民代表参加了座谈。',
  '本周五（5月8日）前，把整改清单报送区督查室。',
  '空气质量优良天数为212天，PM2.5平均浓度为32微克/立方米。',
  '要强化部门协同，压实属地责任，形成齐抓共管的格局。',
];

const damages: readonly ((sentence: string) => string)[] = [
  (sentence) => sentence,
  (sentence) => sentence.replace('，', '&ldquo;城建&rdquo;，'),
  (sentence) => sentence.replaceAll('区', '區(qū)').replaceAll('发', '發(fā)'),
  (sentence) => sentence.replace('，', '〞，').replace('要', '“要'),
  (sentence) => sentence.replaceAll(/(\d+)/g, ' $1 '),
  (sentence) => sentence.replace(/\d+/, '**'),
  (sentence) => `${sentence}(快文网http://www.example.invalid省略668字,正式会员可完整阅读)`,
  (sentence) => sentence.replace('，', '<br />\n'),
  (sentence) => `${sentence}又好又快开展,撤除违章建筑,奋力拼博。`,
  (sentence) => `${sentence}〔加各项目的投入数字说明〕`,
  (sentence) => sentence.replace('，', '，\n'),
  (sentence) => `建言資政;蒉r(nóng)區(qū)作為,${sentence}`,
];

export const damagedText: fc.Arbitrary<string> = fc
  .array(
    fc
      .tuple(fc.constantFrom(...cleanSentences), fc.constantFrom(...damages), fc.constantFrom('', '', '\n'))
      .map(([sentence, damage, end]) => damage(sentence) + end),
    { minLength: 1, maxLength: 8 },
  )
  .map((sentences) => sentences.join(''));
