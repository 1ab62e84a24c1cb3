import { stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Mandate } from '@duban/mandates/mandate';
import { ingestFile, refusalSentence } from './ingest-file.cli.ts';
import { ingestFolder } from './ingest-folder.cli.ts';

const USAGE = 'usage: duban ingest FILE [--json] [--date DAY] | duban ingest --folder DIR --out DIR [--date DAY]';

/**
 * `duban ingest FILE [--json] [--date DAY]` reads one document and prints what came out of it: for people, or with
 * `--json` as the one object that the README of packages/mandates describes;
 * `duban ingest --folder DIR --out DIR` works through a folder and goes on after a file that cannot be read.
 * Needs no database: units are named as written and not matched.
 *
 * @returns the exit code: 0 when everything was read, 1 when a file was refused or a folder has none, 2 for wrong use
 */
export async function ingestCommand(args: readonly string[]): Promise<number> {
  const wanted = wantedBy(args);
  if (!wanted) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  const { file, folder, out, json, date } = wanted;
  if (folder && out) {
    if (await isFolder(folder)) return ingestFolder(folder, out, date);
    process.stderr.write(`${folder}: 不是文件夹 / not a folder\n`);
    return 2;
  }
  const found = await ingestFile(file!, date);
  if ('refused' in found) {
    process.stderr.write(`${file}: ${refusalSentence(found)}\n`);
    return 1;
  }
  process.stdout.write(json ? `${JSON.stringify(found, null, 2)}\n` : summaryOf(found));
  return 0;
}

type Wanted = {
  readonly file?: string;
  readonly folder?: string;
  readonly out?: string;
  readonly json: boolean;
  readonly date?: string;
};

/** What the arguments ask for; null when they mean nothing. */
function wantedBy(args: readonly string[]): Wanted | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        folder: { type: 'string' },
        out: { type: 'string' },
        date: { type: 'string' },
      },
    });
    const isFolder = values.folder !== undefined && values.out !== undefined && positionals.length === 0;
    const isFile = values.folder === undefined && values.out === undefined && positionals.length === 1;
    if (values.date !== undefined) Temporal.PlainDate.from(values.date);
    return isFolder || isFile ? { ...values, file: positionals[0] } : null;
  } catch (error) {
    // parseArgs and Temporal say so of arguments that they cannot read.
    if (error instanceof TypeError || error instanceof RangeError) return null;
    throw error;
  }
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

function summaryOf(mandate: Mandate): string {
  const { source, text, repairs, gaps, unknowns, outline, directives, quantities, contradictions } = mandate;
  const lines = [
    source.title || source.fileName,
    `${source.format} ${source.encoding}, ${text.length} characters, ${repairs.length} repairs, ${gaps.length} gaps, ${unknowns.length} unknowns`,
    '',
    ...outline.map(
      (item) => `${'  '.repeat(item.level)}${item.number} ${item.title}${item.bodyMissing ? ' (缺正文)' : ''}`,
    ),
    '',
    ...directives.map(
      (item, i) =>
        `${i + 1}. [${item.leadUnits.join('、') || '?'}] ${item.action}${item.deadline ? ` (${item.deadline.text})` : ''}`,
    ),
    '',
    `${quantities.length} quantities, ${contradictions.length} contradictions`,
    ...contradictions.map((item) => `! ${item.text}: ${item.stated} ≠ ${item.computed}`),
  ];
  return `${lines.join('\n')}\n`;
}
