import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quotePlaces, tightText } from './quote-places.ts';
import { textPieces } from './text-pieces.ts';
import { weighSuggestions } from './weigh-suggestions.ts';

const text = '一、重点\n区城管局要在3月底前清理占道经营。各街道每周\n检查一次。\n二、要求\n大家要提高认识。';
const none = { not_in_text: 0, heading: 0, too_short: 0, too_long: 0, surplus: 0 };
const says = ({ start, end }: { start: number; end: number }) => text.slice(start, end);

test('a quote is found with other white space than the text has, and trimmed of its punctuation', () => {
  const { fresh, dropped } = weighSuggestions(text, [], [], ['各街道 每周检查一次。']);
  expect(fresh.map(says)).toEqual(['各街道每周\n检查一次']);
  expect(dropped).toEqual(none);
});

test.each([
  ['invented', '区城管局要在4月底前清理占道经营'],
  ['put together of two places', '区城管局要提高认识'],
  ['translated', 'Streets shall inspect every week'],
  ['with other punctuation', '区城管局,要在3月底前清理占道经营'],
])('a quote that is %s is dropped and counted', (_name, quote) => {
  expect(weighSuggestions(text, [], [], [quote])).toEqual({
    fresh: [],
    confirmed: [],
    dropped: { ...none, not_in_text: 1 },
  });
});

test('a heading orders nothing, whatever stands below it', () => {
  const start = text.indexOf('一、');
  expect(weighSuggestions(text, [], [{ start, end: start + 4 }], ['一、重点']).dropped).toEqual({
    ...none,
    heading: 1,
  });
});

test('scraps and whole pages are no sentences', () => {
  const long = '检查'.repeat(400);
  expect(weighSuggestions(text + long, [], [], ['检查', long, '  ', '。']).dropped).toEqual({
    not_in_text: 1,
    heading: 0,
    too_short: 2,
    too_long: 1,
    surplus: 0,
  });
});

test('what is in the review already is confirmed and not proposed twice, also when it was rejected', () => {
  const start = text.indexOf('区城管局');
  const known = [{ start, end: start + 17, id: 'a', state: 'rejected' }];
  const weighed = weighSuggestions(
    text,
    known,
    [],
    ['要在3月底前清理占道经营', '区城管局要在3月底前清理占道经营', '大家要提高认识'],
  );
  expect(weighed.confirmed).toEqual(known);
  expect(weighed.fresh.map(says)).toEqual(['大家要提高认识']);
});

test('the same sentence quoted in several lengths is proposed once', () => {
  const { fresh } = weighSuggestions(text, [], [], ['大家要提高认识', '要提高认识', '大家要提高认识。']);
  expect(fresh.map(says)).toEqual(['大家要提高认识']);
});

test('a sentence that stands twice is no second proposal when either place is taken', () => {
  const twice = `${text}\n大家要提高认识。`;
  const last = twice.lastIndexOf('大家');
  const { fresh, confirmed } = weighSuggestions(twice, [{ start: last, end: last + 7 }], [], ['大家要提高认识']);
  expect(fresh).toEqual([]);
  expect(confirmed).toHaveLength(1);
});

test('no more is taken of one document than a person can look at', () => {
  const lines = Array.from({ length: 320 }, (_, i) => `第${i}街道要清理${i}处`);
  const { fresh, dropped } = weighSuggestions(lines.join('\n'), [], [], lines);
  expect(fresh).toHaveLength(300);
  expect(dropped.surplus).toBe(20);
});

test('pieces are cut between paragraphs', () => {
  expect(textPieces('甲甲\n乙乙\n丙丙\n', 6)).toEqual(['甲甲\n乙乙\n', '丙丙\n']);
  expect(textPieces('短。很长的一句话。\n', 5)).toEqual(['短。', '很长的一句', '话。\n']);
  expect(textPieces('', 5)).toEqual([]);
});

test('whatever the text: the pieces are the text, and none is too long', () => {
  const any = fc.string({ unit: fc.constantFrom('要', '。', '\n', ' ', '𠮷', 'a'), maxLength: 200 });
  fc.assert(
    fc.property(any, fc.integer({ min: 2, max: 40 }), (words, most) => {
      const pieces = textPieces(words, most);
      expect(pieces.join('')).toBe(words);
      expect(pieces.every((piece) => piece.length <= most && piece.isWellFormed())).toBe(true);
    }),
  );
});

test('whatever the quotes: everything proposed stands in the text', () => {
  const quote = fc.oneof(
    fc.string(),
    fc.tuple(fc.nat(text.length), fc.nat(30)).map(([start, length]) => text.slice(start, start + length)),
  );
  fc.assert(
    fc.property(fc.array(quote), (quotes) => {
      const tight = tightText(text);
      for (const { start, end } of weighSuggestions(text, [], [], quotes).fresh) {
        const words = text.slice(start, end);
        expect(quotePlaces(tight, words)).toContainEqual({ start, end });
        expect(quotes.some((one) => one.replaceAll(/\s/g, '').includes(words.replaceAll(/\s/g, '')))).toBe(true);
      }
    }),
  );
});
