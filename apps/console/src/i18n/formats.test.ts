import { describe, expect, it } from 'vitest';
import { formatsOf } from './formats.ts';
import { preferredLocale } from './languages.ts';

const chinese = formatsOf('zh-CN');
const english = formatsOf('en');

describe('formats', () => {
  it('tells instants in the time of the district', () => {
    expect(chinese.dateTime('2026-02-12T16:30:00Z')).toBe('2026-02-13 00:30');
    expect(english.date('2026-02-12T16:30:00Z')).toBe('2026-02-13');
    expect(chinese.date('2026-02-12')).toBe('2026-02-12');
    expect(chinese.day('2026-02-12')).toBe('2月12日周四');
    expect(english.day('2026-02-12')).toBe('Thu, Feb 12');
  });

  it('groups large counts as the reader expects', () => {
    expect(chinese.large(123_000)).toBe('12.3万');
    expect(chinese.large(2_000_000_000)).toBe('20亿');
    expect(chinese.large(9_999)).toBe('9,999');
    expect(english.large(123_000)).toBe('123,000');
  });

  it('tells durations in their two largest units', () => {
    const hour = 3_600_000;
    expect(chinese.duration(51 * hour)).toBe('2天3小时');
    expect(chinese.duration(80 * hour)).toBe('3天');
    expect(english.duration(2 * hour + 5 * 60_000)).toBe('2 h 5 min');
    expect(english.duration(-26 * hour)).toBe('1 d 2 h');
    expect(chinese.duration(59_000)).toBe('0分钟');
  });

  it('prefers the remembered language, then the spoken one, then Chinese', () => {
    expect(preferredLocale('en', ['zh-CN'])).toBe('en');
    expect(preferredLocale('fr', ['fr', 'en-GB', 'zh'])).toBe('en');
    expect(preferredLocale(null, ['fr'])).toBe('zh-CN');
  });
});
