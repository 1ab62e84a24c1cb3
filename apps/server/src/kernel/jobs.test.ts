import { expect, test } from 'vitest';
import { systemClock } from './context.ts';
import type { Tx } from './database.ts';
import { performJob } from './jobs.ts';
import { createLog } from './log.ts';
import type { Errand } from './module.ts';
import type { RunInTransaction } from './transaction.ts';

/** Keeps the order of things, and whether a transaction was open. */
function diary() {
  const lines: string[] = [];
  let open = 0;
  const run: RunInTransaction = async (work) => {
    open++;
    try {
      return await work({} as Tx);
    } finally {
      open--;
    }
  };
  return { lines, run, write: (line: string) => void lines.push(`${line} in ${open}`) };
}

const perform = (errand: Errand, run: RunInTransaction, stop?: AbortSignal) =>
  performJob(errand, { recordId: 'a' }, run, systemClock, createLog('silent'), stop);

test('an errand works while no transaction is open, between two of its own', async () => {
  const { lines, run, write } = diary();
  const errand: Errand<string, number> = {
    gather: async (_ctx, { recordId }) => (write('gather'), recordId),
    work: async (found) => (write(`work on ${found}`), 7),
    settle: async (_ctx, found, result) => write(`settle ${found} ${result}`),
  };
  await perform(errand, run);
  expect(lines).toEqual(['gather in 1', 'work on a in 0', 'settle a 7 in 1']);
});

test('nothing is done when there is nothing to do any more', async () => {
  const { lines, run, write } = diary();
  const errand: Errand = {
    gather: async () => null,
    work: async () => write('work'),
    settle: async () => write('settle'),
  };
  await perform(errand, run);
  expect(lines).toEqual([]);
});

test('told to stop, an errand settles nothing, so that it is done again', async () => {
  const { lines, run, write } = diary();
  const stop = new AbortController();
  stop.abort(new Error('told to stop'));
  const errand: Errand = {
    gather: async () => 'a',
    work: async (_found, signal) => signal.throwIfAborted(),
    settle: async () => write('settle'),
  };
  await expect(perform(errand, run, stop.signal)).rejects.toThrow('told to stop');
  expect(lines).toEqual([]);
});
