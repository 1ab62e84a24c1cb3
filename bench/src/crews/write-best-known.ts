import { readFileSync, writeFileSync } from 'node:fs';
import { searchFor } from '../rows/crews.ts';
import { type BestKnown, ownInstances } from './instances.ts';

/**
 * Searches long for every project of our own and keeps what is shorter than `best-known.json` says:
 * `node bench/src/crews/write-best-known.ts [seconds] [seed]`.
 */
const seconds = Number(process.argv[2] ?? 30);
const seed = Number(process.argv[3] ?? 2);
const file = new URL('./best-known.json', import.meta.url);
const known = JSON.parse(readFileSync(file, 'utf8')) as Record<string, BestKnown>;

for (const { name, project, bestKnown, proved } of ownInstances(known)) {
  if (proved) continue;
  const { makespan, optimal } = searchFor(project, seconds, seed);
  if (bestKnown !== null && bestKnown < makespan) continue;
  known[name] = { makespan, proved: optimal };
  writeFileSync(file, `${JSON.stringify(known, null, 2)}\n`);
  process.stderr.write(`${name} ${makespan}${optimal ? ' proved' : ''}\n`);
}
