import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { demoUnit } from '../units.ts';
import { datesFilledIn } from './dates.ts';
import { committedDocuments, committedFiles, documentFolder } from './files.ts';
import { toGbk, withLostByte } from './gbk.ts';
import { type DocumentKey, renderDocument } from './render.ts';

const documents = committedDocuments();
const bytesOf = (key: DocumentKey): Uint8Array => documents.find((d) => d.key === key)!.bytes;
const textOf = (key: DocumentKey): string => new TextDecoder().decode(bytesOf(key));

test.each(committedFiles().map((f) => [f.fileName, f] as const))(
  '%s is committed as it would be written',
  (name, { bytes }) => {
    const found = readFileSync(new URL(name, documentFolder));
    expect(Buffer.compare(found, bytes), 'run node demo/src/documents/write.ts and commit the result').toBe(0);
  },
);

test.each(documents.map((d) => [d.fileName, d] as const))('%s is a text of believable length', (_, { clean }) => {
  expect(clean.length).toBeGreaterThan(1150);
  expect(clean.length).toBeLessThan(3500);
  expect(clean).not.toMatch(/[{}[\]]/);
});

describe('damage is there, and its clean original is known', () => {
  test('traditional characters with pinyin, a lost byte, masks, a gap and the cut end', () => {
    const text = textOf('01-creation-push-meeting');
    expect(text).toContain('創(chuàng)建');
    expect(text).toContain('公開承諾Ｔ俟');
    expect(text).toContain('得分為**分');
    expect(text).toMatch(/省略\d+字,正式會員/);
    expect(text).toContain('未完,全文共');
  });

  test('the shared template is GB18030 in one line, with swapped words and impossible percentages', () => {
    const bytes = bytesOf('02-secretary-construction-meeting');
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow(TypeError);
    const text = new TextDecoder('gb18030', { fatal: true }).decode(bytes);
    for (const sign of ['〞', "''''", '原那么', '根底', '竣工项,开工项,合计占58.3%', '2026年至2026年', '〔加各点位']) {
      expect(text).toContain(sign);
    }
    // no number of 16 projects is 58.3 %, no number of 27 is 56.7 %
    for (const [of, percent] of [
      [16, '58.3'],
      [27, '56.7'],
    ] as const) {
      const possible = Array.from({ length: of + 1 }, (_, n) => ((100 * n) / of).toFixed(1));
      expect(possible).not.toContain(percent);
    }
  });

  test('the preview is wrapped by tags at thirty characters', () => {
    const text = textOf('04-cppcc-consultation-talk');
    expect(text).toContain('&ldquo;');
    const lines = text.split('\n').filter((line) => line.endsWith('<br />'));
    expect(lines.length).toBeGreaterThan(35);
    expect(text).toContain('<br />\n <br />\n');
  });

  test('web pages hold the text between menus', () => {
    for (const key of ['03-cppcc-inspection-talk', '07-creation-inspection-bulletin'] as const) {
      expect(textOf(key)).toContain('<div class="nav">');
      expect(textOf(key)).toContain('收藏 分享赚钱');
    }
  });
});

test('a DOCX is a zip that names its parts; the task table merges cells downwards', () => {
  const bytes = Buffer.from(bytesOf('06-demolition-task-notice'));
  expect(bytes.subarray(0, 4).toString('latin1')).toBe('PK\x03\x04');
  expect(bytes.toString('utf8')).toContain('<w:vMerge w:val="restart"/>');
  expect(bytes.toString('utf8')).toContain('采石场旧址');
  expect(() => inflateRawSync(bytes)).toThrow();
});

test('what the bulletin counts is what its table adds up to', () => {
  const { clean } = renderDocument('07-creation-inspection-bulletin', Temporal.PlainDate.from('2026-11-20'));
  const rows = clean.split('\n').flatMap((line) => {
    const found = /^\| (\S+街道) \| (\d+) \| (\d+) \| ([\d.]+)% \|/.exec(line);
    return found ? [{ street: found[1]!, due: Number(found[2]), done: Number(found[3]), rate: found[4]! }] : [];
  });
  expect(rows).toHaveLength(7);
  expect(rows.reduce((sum, row) => sum + row.due, 0)).toBe(158);
  expect(rows.reduce((sum, row) => sum + row.done, 0)).toBe(139);
  for (const { due, done, rate } of rows) expect(((100 * done) / due).toFixed(2)).toBe(rate);
});

test('units in the task table are units of the district', () => {
  const known = new Set(
    ['enforcement', 'transport', 'water', 'traffic_police', 'urban_management', 'housing', 'greening', 'commerce'].map(
      (key) => demoUnit(key).shortName,
    ),
  );
  const { clean } = renderDocument('06-demolition-task-notice', Temporal.PlainDate.from('2026-11-20'));
  const leads = clean.split('\n').flatMap((line) => (/^\| \d/.test(line) ? [line.split('|')[4]!.trim()] : []));
  expect(leads).toHaveLength(12);
  for (const lead of leads) expect(known).toContain(lead);
});

test('dates follow from the day of issue', () => {
  const on = Temporal.PlainDate.from('2026-12-20');
  expect(datesFilledIn('{年}年{月+1}底前,{日+20}前,{年月日-30}', on)).toBe('2026年1月底前,1月9日前,2026年11月20日');
});

test('losing a byte is computed: the pairs after it are each one byte late', () => {
  expect(new TextDecoder('gbk').decode(toGbk('青砚区①'))).toBe('青砚区①');
  expect(() => toGbk('😀')).toThrow(RangeError);
  // two wrecks that were seen on real pages, made again from what they had been
  expect(withLostByte('。惠農')).toBe('；蒉r');
  expect(withLostByte('。空氣質').startsWith('？諝赓|')).toBe(true);
});
