import { describe, expect, it } from 'vitest';
import { createIntentKeys } from './intent-key.ts';

describe('the idempotency key of an intent', () => {
  const counted = () => {
    let count = 0;
    return createIntentKeys(() => `key-${++count}`);
  };

  it('stays the same while no answer has come', () => {
    const keys = counted();
    expect(keys.keyFor({ version: 3 })).toBe('key-1');
    expect(keys.keyFor({ version: 3 })).toBe('key-1');
  });

  it('is new for other content', () => {
    const keys = counted();
    keys.keyFor({ note: 'a' });
    expect(keys.keyFor({ note: 'b' })).toBe('key-2');
  });

  it('is new after an answer, even for the same content', () => {
    const keys = counted();
    keys.keyFor({ note: 'a' });
    keys.answered();
    expect(keys.keyFor({ note: 'a' })).toBe('key-2');
  });
});
