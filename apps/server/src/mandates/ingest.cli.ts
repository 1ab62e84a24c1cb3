import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { parseArgs } from 'node:util';
import { ingest } from '@duban/mandates/ingest';
import type { Mandate } from '@duban/mandates/mandate';
import { MAX_FILE_BYTES } from '@duban/mandates/readers/reading';
import type { Refusal } from '@duban/kit/refusal';
import { isProblemCode, problemTitle } from '@duban/contract/problems';

/**
 * `duban ingest FILE [--json] [--date DAY]` reads one document and prints what came out of it;
 * `duban ingest --folder DIR --out DIR` works through a folder and goes on after a file that cannot be read.
 * Needs no database: units are named as written and not matched.
 *
 * @returns the exit code: 0 when everything was read, 1 when a file was refused, 2 for wrong use
 */
export async function ingestCommand(args: readonly string[]): Promise<number> {
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
  if (values.folder && values.out) return ingestFolder(values.folder, values.out, values.date);
  const file = positionals[0];
  if (!file || values.folder || values.out) {
    process.stderr.write('usage: duban ingest FILE [--json] [--date DAY] | duban ingest --folder DIR --out DIR\n');
    return 2;
  }
  const found = await ingestFile(file, values.date);
  if ('refused' in found) {
    process.stderr.write(`${file}: ${sentenceOf(found)}\n`);
    return 1;
  }
  process.stdout.write(values.json ? `${JSON.stringify(found, null, 2)}\n` : summaryOf(found));
  return 0;
}

async function ingestFile(file: string, date: string | undefined): Promise<Mandate | Refusal> {
  // A file over the limit is not even loaded.
  const { size } = await stat(file);
  if (size > MAX_FILE_BYTES) return { refused: true, code: 'document.too_large', params: { limit: '20 MB' } };
  return ingest(await readFile(file), parse(file).base, date === undefined ? {} : { date });
}

async function ingestFolder(folder: string, out: string, date: string | undefined): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
  await mkdir(out, { recursive: true });
  let refused = 0;
  for (const [done, name] of files.toSorted().entries()) {
    const found = await readOrExplain(join(folder, name), date);
    if ('refused' in found) {
      refused++;
      process.stderr.write(`\r\u001b[K${name}: ${sentenceOf(found)}\n`);
    } else await writeFile(join(out, `${name}.json`), `${JSON.stringify(found, null, 2)}\n`);
    progress(done + 1, files.length);
  }
  process.stderr.write('\n');
  process.stdout.write(`${files.length - refused} read, ${refused} refused\n`);
  return refused === 0 ? 0 : 1;
}

/** A file that vanished or may not be read must not stop the others. */
async function readOrExplain(file: string, date: string | undefined): Promise<Mandate | Refusal> {
  try {
    return await ingestFile(file, date);
  } catch (error) {
    if (error instanceof Error && 'code' in error && 'syscall' in error) {
      return { refused: true, code: 'document.not_readable', params: { reason: String(error.code) } };
    }
    throw error;
  }
}

function progress(done: number, total: number): void {
  const width = 30;
  const filled = Math.round((done / Math.max(1, total)) * width);
  process.stderr.write(`\r[${'█'.repeat(filled)}${'·'.repeat(width - filled)}] ${done}/${total}`);
}

function sentenceOf(refusal: Refusal): string {
  return isProblemCode(refusal.code)
    ? `${problemTitle(refusal.code, refusal.params, 'zh-CN')} / ${problemTitle(refusal.code, refusal.params, 'en')}`
    : refusal.code;
}

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
