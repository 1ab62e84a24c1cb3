import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rawRange } from '../offset-map.ts';
import { languageTools } from '../readers/language-tools.ts';
import { damagedText, plainReading } from './damage.example.ts';
import type { RepairChoices } from './choices.ts';
import { repairText } from './repair-text.ts';

const read = (raw: string, choices?: RepairChoices) => repairText(plainReading(raw), languageTools, choices);

const damaged =
  '區(qū)委政協(xié)工作會議&ldquo;城建&rdquo;〔加各项目的投入数字说明〕撤除违章建筑3.8万平方米,奋力拼博,建言資政;蒉r(nóng)區(qū)作為';

test('a repair that is taken back shows what stood there before its step; the rest stays repaired', () => {
  const { text, repairs } = read(damaged);
  expect(text).toBe('区委政协工作会议“城建”撤除违章建筑3.8万平方米,奋力拼博,建言资政。惠农区作为');
  const idOf = (before: string) => repairs.find((repair) => repair.before === before)!.id;
  expect(read(damaged, { without: [idOf('&ldquo;')] }).text).toBe(text.replace('“', '&ldquo;'));
  expect(read(damaged, { without: [idOf('(xié)')] }).text).toBe(text.replace('协', '协(xié)'));
  expect(read(damaged, { without: [idOf(';蒉r')] }).text).toBe(text.replace('。惠农', ';蒉r'));
  expect(read(damaged, { without: [idOf('（加各项目的投入数字说明）')] }).text).toBe(
    text.replace('”撤除', '”（加各项目的投入数字说明）撤除'),
  );
});

test('a proposal that is accepted changes its word; a mask it settles is no unknown any more', () => {
  const { text, repairs } = read(damaged);
  const proposals = repairs.filter((repair) => repair.proposed);
  expect(proposals.map((repair) => repair.after)).toEqual(['拆除', '拼搏']);
  expect(read(damaged, { with: [proposals[1]!.id] }).text).toBe(text.replace('拼博', '拼搏'));
  const masked = '乡村治理、社区治理、z-教治理、校园治理';
  const proposal = read(masked).repairs.find((repair) => repair.proposed)!;
  expect(read(masked).unknowns).toHaveLength(1);
  expect(read(masked, { with: [proposal.id] })).toMatchObject({
    text: '乡村治理、社区治理、宗教治理、校园治理',
    unknowns: [],
  });
});

test('a repair that rests on one that is taken back is taken back together with it', () => {
  const note = '一批大项目〔加各项目的投入数字说明〕,建成后';
  const bracket = read(note).repairs.find((repair) => repair.before === '〔')!;
  const { text, repairs } = read(note, { without: [bracket.id] });
  expect(text).toBe('一批大项目〔加各项目的投入数字说明）,建成后');
  expect(repairs.map(({ step, applied }) => [step, applied])).toEqual([
    ['quotation-marks', false],
    ['quotation-marks', true],
    ['editor-notes', false],
  ]);
});

test('ids that no repair has are ignored', () => {
  expect(read(damaged, { without: ['entities@9999-9999'], with: ['x'] })).toEqual(read(damaged));
});

test('whatever is taken back or accepted, only its own place changes and every offset still finds its raw text', () => {
  fc.assert(
    fc.property(damagedText, fc.nat(), (raw, pick) => {
      const plain = read(raw);
      if (plain.repairs.length === 0) return;
      const repair = plain.repairs[pick % plain.repairs.length]!;
      const turned = read(raw, repair.proposed ? { with: [repair.id] } : { without: [repair.id] });
      const { start, end } = turned.repairs.find((other) => other.id === repair.id)!;
      // what lies before and behind the repair is the same text as before
      expect(plain.text.startsWith(turned.text.slice(0, start))).toBe(true);
      expect(plain.text.endsWith(turned.text.slice(end))).toBe(true);
      expect(turned.repairs.find((other) => other.id === repair.id)!.applied).toBe(repair.proposed);
      let before = 0;
      for (let i = 0; i < turned.text.length; i++) {
        const { rawStart, rawEnd } = rawRange(turned.map, i, i + 1);
        expect(rawStart >= before && rawStart <= rawEnd && rawEnd <= raw.length).toBe(true);
        before = rawStart;
      }
    }),
    { numRuns: 60 },
  );
});
