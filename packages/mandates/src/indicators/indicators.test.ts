import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indicatorsIn } from './indicators.ts';

test.each([
  ['区创城办每周检查，对整改率进行排名通报。', '整改率', '对整改率进行排名通报'],
  ['上半年得分为**分。', '得分', '上半年得分为**分'],
  ['群众满意率稳定在95%以上。', '满意率', '群众满意率稳定在95%以上'],
  ['PM10浓度为112微克/立方米。', 'PM10浓度', 'PM10浓度为112微克/立方米'],
  ['我区固定资产投资增长*%。', '固定资产投资', '我区固定资产投资增长*%'],
  ['累计整改52件，占71.2%。', '占比', '占71.2%'],
  ['每发现一处扣0.5分。', '得分', '每发现一处扣0.5分'],
  ['泊位缺口达7万多个。', '缺口', '泊位缺口达7万多个'],
  ['空气优良天数达到300天。', '优良天数', '空气优良天数达到300天'],
  ['连续两次排名末位的单位要说明情况。', '排名', '连续两次排名末位的单位要说明情况'],
])('%s', (text, name, clause) => {
  const found = indicatorsIn(text).at(-1)!;
  expect(found.name).toContain(name);
  expect(found.text).toBe(clause);
});

test.each(['各街道要建立台账。', '效率要提高', '9时30分集合', '分管领导带队检查', '率先完成', '改造小区12个'])(
  'no measure: %s',
  (text) => expect(indicatorsIn(text)).toEqual([]),
);

test('every measure is a piece of the text', () => {
  const piece = fc.constantFrom('整改率', '得分', '3', '%', '，', '。', '\n', '占', '*', '分', '浓度', ' ', '排名');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const text = pieces.join('');
      for (const { start, end, text: clause } of indicatorsIn(text)) expect(text.slice(start, end)).toBe(clause);
    }),
  );
});
