import { expect, test } from 'vitest';
import { LastUsed } from './last-used.ts';

test('what was made is kept, what was not used for longest goes first, a failure is not kept', async () => {
  const made: string[] = [];
  const kept = new LastUsed<string>(2);
  const ask = (key: string) => kept.get(key, async () => (made.push(key), key.toUpperCase()));
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) expect(await ask(key)).toBe(key.toUpperCase());
  expect(made).toEqual(['a', 'b', 'c', 'b']);
  const fail = async (): Promise<string> => {
    throw new Error('unreadable');
  };
  await expect(kept.get('d', fail)).rejects.toThrow('unreadable');
  expect(await ask('d')).toBe('D');
});
