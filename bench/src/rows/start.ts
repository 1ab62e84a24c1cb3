import { mkdtemp, rm, chmod } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { startCluster } from '../../../apps/server/src/adapters/postgres/cluster.ts';
import type { Bench } from '../bench.ts';
import { boundFigure, type Figure } from '../figure.ts';
import { median } from '../load.ts';

/**
 * From the start of the program, with everything installed and data in the folder, to the first healthy answer; against
 * what cannot be saved: PostgreSQL up on a folder and answering, and Node up and gone. Then the memory at rest.
 */
export async function start({ site, tell }: Bench): Promise<Figure[]> {
  tell('start');
  const starts: number[] = [];
  for (let round = 0; round < 5; round++) {
    await site.stop();
    starts.push(await site.start());
  }
  const limit = await bareStart();
  await wait(3000);
  const resident = await site.residentMegabytes();
  return [
    boundFigure({
      name: 'start, to the first healthy answer',
      figure: median(starts) / 1000,
      limit: limit / 1000,
      unit: 's',
      most: 4,
    }),
    ...(resident === null
      ? []
      : [boundFigure({ name: 'start, memory at rest', figure: resident, unit: 'MB', most: 250 })]),
  ];
}

async function bareStart(): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'duban-bench-'));
  await chmod(folder, 0o711);
  try {
    const first = await startCluster({ dataFolder: folder });
    await first.stop();
    const began = performance.now();
    const again = await startCluster({ dataFolder: folder });
    const client = new pg.Client({ connectionString: again.url });
    await client.connect();
    await client.query('select 1');
    await emptyNode();
    const elapsed = performance.now() - began;
    await client.end();
    await again.stop();
    return elapsed;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function emptyNode(): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--eval', '0'], { stdio: 'ignore' });
    child.on('error', reject);
    child.on('exit', () => resolve());
  });
}
