/** How a number of callers, each with one request under way at a time, fared together. */
export type Load = {
  readonly perSecond: number;
  /** milliseconds */
  readonly p50: number;
  readonly p99: number;
};

/** @param call performs one request; `caller` numbers the connection, `turn` its requests */
export async function putLoad(options: {
  readonly connections: number;
  readonly seconds: number;
  readonly call: (caller: number, turn: number) => Promise<void>;
}): Promise<Load> {
  const { connections, seconds, call } = options;
  const latencies: number[] = [];
  const begin = performance.now();
  const end = begin + seconds * 1000;
  const callers = Array.from({ length: connections }, async (_, caller) => {
    for (let turn = 0; performance.now() < end; turn++) {
      const sent = performance.now();
      await call(caller, turn);
      latencies.push(performance.now() - sent);
    }
  });
  await Promise.all(callers);
  const elapsed = (performance.now() - begin) / 1000;
  latencies.sort((a, b) => a - b);
  return { perSecond: latencies.length / elapsed, p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99) };
}

/** @param sorted ascending */
export function quantile(sorted: readonly number[], part: number): number {
  if (sorted.length === 0) throw new RangeError('nothing was measured');
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))]!;
}

export function median(values: readonly number[]): number {
  return quantile(
    [...values].sort((a, b) => a - b),
    0.5,
  );
}

/**
 * Takes the two sides of a ratio in turns, so that whatever else the machine does falls on both, and gives the round
 * in the middle of each side.
 */
export async function inTurns(
  rounds: number,
  figure: () => Promise<Load>,
  limit: () => Promise<Load>,
): Promise<{ readonly figure: Load; readonly limit: Load }> {
  const figures: Load[] = [];
  const limits: Load[] = [];
  for (let round = 0; round < rounds; round++) {
    figures.push(await figure());
    limits.push(await limit());
  }
  return { figure: middleOf(figures), limit: middleOf(limits) };
}

function middleOf(loads: readonly Load[]): Load {
  return {
    perSecond: median(loads.map(({ perSecond }) => perSecond)),
    p50: median(loads.map(({ p50 }) => p50)),
    p99: median(loads.map(({ p99 }) => p99)),
  };
}
