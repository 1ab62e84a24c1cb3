import { readArguments } from './arguments.ts';
import type { PureRow, Row } from './bench.ts';
import { type Figure, tableOf } from './figure.ts';
import { casesList } from './rows/cases-list.ts';
import { casesSearch } from './rows/cases-search.ts';
import { casesWrite } from './rows/cases-write.ts';
import { crews } from './rows/crews.ts';
import { ingestRow } from './rows/ingest.ts';
import { ranking } from './rows/ranking.ts';
import { schedule } from './rows/schedule.ts';
import { start } from './rows/start.ts';
import { Site } from './site.ts';

/**
 * `npm run bench`: one table. Every figure stands beside a limit that the same run measured, because absolute times on
 * a shared machine mean little. A figure that misses its target is told, and never fails anything.
 */
const rows: Readonly<Record<string, Row>> = {
  start,
  'cases-list': casesList,
  'cases-search': casesSearch,
  ranking,
  // Last: its many like cases would be found by every search of a folder that is kept.
  'cases-write': casesWrite,
};

const pureRows: Readonly<Record<string, PureRow>> = { schedule, crews, ingest: ingestRow };

async function main(): Promise<void> {
  const wanted = readArguments(process.argv.slice(2), [...Object.keys(rows), ...Object.keys(pureRows)]);
  const tell = (what: string) => void process.stderr.write(`${what} …\n`);
  const asked = (name: string) => wanted.names.length === 0 || wanted.names.includes(name);
  const bench = { cases: wanted.cases, seconds: wanted.seconds, instances: wanted.instances, tell };
  const figures: Figure[] = [];
  for (const [name, row] of Object.entries(pureRows)) if (asked(name)) figures.push(...(await row(bench)));
  const served = Object.entries(rows).filter(([name]) => asked(name));
  if (served.length > 0) figures.push(...(await measureServed(served, bench, wanted.folder)));
  console.log(wanted.json ? JSON.stringify({ cases: wanted.cases, figures }, null, 2) : tableOf(figures));
}

async function measureServed(
  wanted: readonly (readonly [string, Row])[],
  bench: Parameters<PureRow>[0],
  folder: string | null,
): Promise<Figure[]> {
  bench.tell('starting a server with the demo district');
  const site = await Site.open(folder);
  const figures: Figure[] = [];
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void site.close().finally(() => process.exit(130)));
  }
  try {
    for (const [, row] of wanted) figures.push(...(await row({ ...bench, site })));
  } finally {
    await site.close();
  }
  return figures;
}

try {
  await main();
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}
