import { describe, expect, it } from 'vitest';
import { parseSearch, read, stringifySearch } from './search-format.ts';

describe('addresses of lists', () => {
  it('are written the way people read them, and read back', () => {
    const search = { text: '路灯 不亮', state: ['filed', 'returned'], open: true, after: undefined, tag: '' };
    const text = stringifySearch(search);
    expect(text).toBe('?text=%E8%B7%AF%E7%81%AF+%E4%B8%8D%E4%BA%AE&state=filed&state=returned&open=true');
    expect(parseSearch(text)).toEqual({ text: '路灯 不亮', state: ['filed', 'returned'], open: 'true' });
    expect(stringifySearch({})).toBe('');
  });

  it('lose what is not understood instead of breaking the page', () => {
    expect(read.list(['filed', 'nonsense'], ['filed', 'closed'])).toEqual(['filed']);
    expect(read.list('nonsense', ['filed'])).toBeUndefined();
    expect(read.flag('perhaps')).toBeUndefined();
    expect(read.date('2026-13')).toBeUndefined();
    expect(read.whole('7')).toBe(7);
    expect(read.whole('seven')).toBeUndefined();
    expect(read.text(['a', 'b'])).toBe('a');
  });
});
