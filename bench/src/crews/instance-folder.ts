import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePsplib } from '@duban/plans/crews/psplib';
import type { Instance } from './instances.ts';

const LIST = 'best-known.csv';

/**
 * PSPLIB instances that whoever runs this has: every `*.sm` of the folder, and beside them `best-known.csv` with a line
 * `name,makespan` for each (the name without `.sm`; a third column `proved` says that nothing shorter exists; lines that
 * begin with `#` are skipped).
 *
 * @throws Error when the list or a file cannot be read, or a file is not in the list
 */
export function instancesIn(folder: string): Instance[] {
  const lines = readFileSync(join(folder, LIST), 'utf8').split(/\r?\n/);
  const known = new Map(
    lines
      .filter((line) => line.trim() !== '' && !line.startsWith('#'))
      .map((line) => line.split(',').map((cell) => cell.trim()))
      .map(([name, makespan, proved]) => [name!, { makespan: Number(makespan), proved: proved === 'proved' }]),
  );
  const files = readdirSync(folder).filter((file) => file.endsWith('.sm'));
  if (files.length === 0) throw new Error(`no *.sm file in ${folder}`);
  return files.map((file) => {
    const name = file.slice(0, -'.sm'.length);
    const project = parsePsplib(readFileSync(join(folder, file), 'utf8'));
    if ('refused' in project) throw new Error(`${file}: ${JSON.stringify(project.params)}`);
    const best = known.get(name);
    if (best === undefined || !Number.isInteger(best.makespan)) throw new Error(`${LIST} does not know ${name}`);
    return { name, project, bestKnown: best.makespan, proved: best.proved };
  });
}
