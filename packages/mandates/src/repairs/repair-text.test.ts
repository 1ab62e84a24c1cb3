import fc from 'fast-check';
import iconv from 'iconv-lite';
import { Converter } from 'opencc-js/cn2t';
import { pinyin } from 'pinyin-pro';
import { expect, test } from 'vitest';
import { rawRange } from '../offset-map.ts';
import { languageTools } from '../readers/language-tools.ts';
import { cleanSentences, damagedText, plainReading } from './damage.example.ts';
import { repairText } from './repair-text.ts';

const repaired = (raw: string) => repairText(plainReading(raw), languageTools);

const sentences = fc.array(fc.constantFrom(...cleanSentences), { minLength: 1, maxLength: 6 });
const paragraphs = fc
  .array(
    sentences.map((chosen) => chosen.join('')),
    { minLength: 2, maxLength: 6 },
  )
  .map((lines) => lines.map((line, i) => `${'一二三四五六'[i]}、第${i + 1}项工作\n${line}`).join('\n'));

const runs = { numRuns: 60 };

test('a clean text stays, byte for byte, and nothing is proposed or unknown in it', () => {
  fc.assert(
    fc.property(paragraphs, (clean) => {
      const { text, repairs, unknowns, gaps } = repaired(clean);
      expect(text).toBe(clean);
      expect([repairs, unknowns, gaps]).toEqual([[], [], []]);
    }),
    runs,
  );
});

test.each([
  '沈菁宁、焉荣竹、瞿翀、闫昱璟、亓珺瑶等同志参加座谈，听取了瀍河、泺口、婺源、亳州、衢州的经验。',
  '《礼记》有云：“苟日新，日日新，又日新。”鞠躬尽瘁、筚路蓝缕、踔厉奋发、砥砺前行。',
  '碑文作“為政以德，譬如北辰”，匾额题“鎮海樓”，均按原样保护。',
  '苯丙酮尿症、黏膜糜烂、糖尿病肾病的筛查，纳入免费项目；氯吡格雷、阿昔洛韦进入目录。',
  '完成A类任务3项、B类5项，X光检查120人次，引入5G基站、LED路灯，办理iPad登记。',
  '1.5万平方米、3×5米、50%、12.5亿元、2026年5月8日14:30，温度37℃，面积80㎡。',
  '联系电话：0571-88888888，邮箱：duban@example.invalid，网址：www.example.invalid。',
  '①清淤；②护坡；③绿化。⑴排查，⑵整改。（1）公示（2）备案。',
  '“十四五”“三农”“放管服”改革，“一网通办”“接诉即办”；‘双随机’检查。',
  '国办发〔2020〕23号、建办督〔2021〕54号、临政办〔2026〕12号等文件。',
  '蛐蛐、蝈蝈、鹧鸪、鸬鹚；芫荽、茼蒿、荸荠；饕餮、魑魅魍魉。',
  '内蒙古鄂尔多斯、新疆喀什噶尔、西藏日喀则、云南西双版纳、贵州黔东南。',
])('rare and foreign, but right: %s', (clean) => {
  const { text, repairs } = repaired(clean);
  expect(text).toBe(clean);
  expect(repairs.filter((repair) => repair.applied)).toEqual([]);
});

/** The bytes of a text in GBK without the first byte of its character `at`. */
function shifted(text: string, at: number): string {
  const before = iconv.encode(text.slice(0, at), 'gbk').length;
  const bytes = iconv.encode(text, 'gbk');
  return iconv.decode(Buffer.concat([bytes.subarray(0, before), bytes.subarray(before + 1)]), 'gbk');
}

test('a byte lost anywhere: all but the torn edges come back, and every hole is told', () => {
  const torn = cleanSentences.filter((sentence) => /^[\u4e00-\u9fff，。、；：“”《》]+$/.test(sentence));
  fc.assert(
    fc.property(fc.constantFrom(...torn), fc.constantFrom(...torn), fc.nat(), (before, sentence, pick) => {
      const clean = `${before}${sentence}`;
      const at = before.length - 1 + (pick % 4);
      // A letter brings the bytes back in step.
      const { text, unknowns } = repaired(shifted(`${clean}A类事项。`, at));
      const holes = unknowns.filter((unknown) => unknown.kind === 'unreadable');
      if (text !== `${clean}A类事项。`) expect(holes.length).toBeGreaterThan(0);
      // What lies beyond the torn edge is arithmetic.
      expect(text.replaceAll('□', '')).toContain(clean.slice(at + 2, -1));
    }),
    { numRuns: 30 },
  );
});

const toTraditional = Converter({ from: 'cn', to: 't' });

test('converted to traditional script, with readings behind every third character: the simplified text comes back', () => {
  fc.assert(
    fc.property(sentences, (chosen) => {
      const clean = chosen.join('');
      const converted = [...toTraditional(clean)]
        .map((character, i) =>
          i % 3 === 0 && languageTools.toSimplified(character) !== character
            ? `${character}(${pinyin(character)})`
            : character,
        )
        .join('');
      expect(repaired(converted).text).toBe(clean);
    }),
    runs,
  );
});

test('entities, escaped once or twice, by name or number', () => {
  const escapes: Readonly<Record<string, readonly string[]>> = {
    '“': ['&ldquo;', '&amp;ldquo;', '&#8220;', '&#x201c;', '&amp;#8220;'],
    '”': ['&rdquo;', '&amp;rdquo;', '&#8221;', '&#x201D;', '&rdquo'],
  };
  fc.assert(
    fc.property(sentences, fc.nat(4), (chosen, form) => {
      const clean = `“市容提升”行动：${chosen.join('')}`;
      expect(repaired(clean.replaceAll(/[“”]/g, (mark) => escapes[mark]![form]!)).text).toBe(clean);
    }),
    runs,
  );
});

test('wrapped at any width, indented or not: the paragraphs come back', () => {
  const long = paragraphs.filter((text) => text.length > 400);
  fc.assert(
    fc.property(long, fc.integer({ min: 22, max: 40 }), fc.boolean(), (clean, width, indented) => {
      const rows = clean
        .split('\n')
        .map((line) => (indented && line.length > width ? `　　${line}` : line))
        .map((line) => line.match(new RegExp(`.{1,${width}}`, 'g'))!);
      // A full row that happens to end a sentence looks exactly like the end of a paragraph, unless paragraphs are indented.
      fc.pre(indented || rows.every((of) => of.slice(0, -1).every((row) => !/[。！？；：”]$/.test(row))));
      const wrapped = rows.flat().join('\n');
      expect(repaired(wrapped).text).toBe(clean);
    }),
    { numRuns: 40 },
  );
});

test.each(['PM2.5 浓度 35', '1. 各街道负责。', 'PM2.5 浓度下降，5G 基站和 iPad 登记按原样保留。'])(
  'a way of writing: %s',
  (clean) => {
    expect(repaired(clean).text).toBe(clean);
  },
);

test('a remark that is taken out does not decide whether the rest is traditional', () => {
  const filler = '各街道要对照问题台账，逐条核实，按期销号。'.repeat(5);
  const once = repaired(`把整改清单报送區(qū)督查室。〔加各项目的投入数字说明〕${filler}`).text;
  expect(repaired(once).repairs).toEqual([]);
});

test('blanks around a count close, and are never called certain', () => {
  const { text, repairs } = repaired('区住建局要在 6 月底前完成 80 个小区的改造。');
  expect(text).toBe('区住建局要在6月底前完成80个小区的改造。');
  expect(new Set(repairs.map((repair) => repair.class))).toEqual(new Set(['near-certain']));
});

test('digits of full width, blanks around digits, tags left as text', () => {
  const wide = (digit: string): string => String.fromCharCode(digit.charCodeAt(0) + 0xfee0);
  fc.assert(
    fc.property(sentences, (chosen) => {
      const clean = chosen.join('');
      expect(
        repaired(clean.replaceAll(/(?<![A-Z.\d])\d+(?![.\d])/g, (digits) => [...digits].map(wide).join(''))).text,
      ).toBe(clean);
      expect(repaired(clean.replaceAll(/(?<=[\u4e00-\u9fff])(\d+)(?=[\u4e00-\u9fff])/g, ' $1 ')).text).toBe(clean);
      expect(repaired(`<p class="a">${clean.replace('，', '，<strong>').replace('。', '</strong>。')}</p>`).text).toBe(
        clean,
      );
    }),
    runs,
  );
});

test('whatever the damage: offsets stay inside and in order, repairs cover their place, and a second time changes nothing', () => {
  fc.assert(
    fc.property(damagedText, (raw) => {
      const { text, map, repairs, unknowns, gaps } = repaired(raw);
      let before = 0;
      for (let i = 0; i < text.length; i++) {
        const { rawStart, rawEnd } = rawRange(map, i, i + 1);
        expect(rawStart >= before && rawStart <= rawEnd && rawEnd <= raw.length).toBe(true);
        before = rawStart;
      }
      for (const item of [...repairs, ...unknowns, ...gaps]) {
        expect(item.start >= 0 && item.start <= item.end && item.end <= text.length).toBe(true);
        expect(item.rawStart >= 0 && item.rawStart <= item.rawEnd && item.rawEnd <= raw.length).toBe(true);
      }
      expect(new Set(repairs.map((repair) => repair.id)).size).toBe(repairs.length);
      expect(repaired(raw)).toEqual({ text, map, repairs, unknowns, gaps, site: {} });
      const again = repaired(text);
      expect(again.repairs.filter((repair) => repair.applied)).toEqual([]);
      expect(again.text).toBe(text);
    }),
    runs,
  );
});

test('no text makes it fall over', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({
      unit: fc.constantFrom(...'一、（二）1.①第是“”〔〕?？|^[蒉r(nóng)區*_XX%个项年月日<br>&;\n\t　�□'),
      maxLength: 120,
    }),
  );
  fc.assert(
    fc.property(anything, (raw) => {
      const { text, map } = repaired(raw);
      expect(map.at(-1)?.end ?? 0).toBe(text.length);
    }),
    { numRuns: 80 },
  );
});
