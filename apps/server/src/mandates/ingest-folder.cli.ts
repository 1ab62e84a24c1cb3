import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { isProblemCode, problemTitle } from '@duban/contract/problems';
import { type Refusal, refuse } from '@duban/kit/refusal';
import type { Ingested } from './ingest-apart.ts';
import { ingestFile, refusalSentence } from './ingest-file.cli.ts';

/** As many as there are reading threads. */
const AT_ONCE = 2;
/** where the reasons stand of what was refused */
const REFUSED = 'refused.json';

/**
 * Reads every file of a folder and its subfolders and writes what came out of it to `NAME.json` at the same place under
 * `out`; what was refused stands in `refused.json` with its reason. Hidden files and the lock files of office programs
 * are passed over. Shows how far it is on a terminal.
 *
 * @returns the exit code: 0 when everything was read, 1 when a file was refused or there was none to read
 */
export async function ingestFolder(folder: string, out: string, date: string | undefined): Promise<number> {
  const files = await filesIn(folder, out);
  if (files.length === 0) {
    tell(`${folder}: 没有可读取的文件 / no files to read`);
    return 1;
  }
  await mkdir(out, { recursive: true });
  const refused = new Map<string, Refusal>();
  let directives = 0;
  let done = 0;
  const began = performance.now();
  const waiting = files.values();
  const readRest = async (): Promise<void> => {
    for (const name of waiting) {
      const found = await ingestOrExplain(join(folder, name), date);
      if ('refused' in found) {
        refused.set(name, found);
        tell(`${name}: ${refusalSentence(found)}`);
      } else {
        directives += found.directives.length;
        const target = join(out, `${name}.json`);
        await mkdir(dirname(target), { recursive: true });
        await writeFile(target, `${JSON.stringify(found, null, 2)}\n`);
      }
      showProgress(++done, files.length);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, readRest));
  if (process.stderr.isTTY) process.stderr.write('\n');
  if (refused.size > 0) await writeFile(join(out, REFUSED), `${JSON.stringify(refusedList(refused), null, 2)}\n`);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  process.stdout.write(
    `${files.length - refused.size} read, ${refused.size} refused, ${directives} directives, ${seconds} s\n`,
  );
  return refused.size === 0 ? 0 : 1;
}

/** A fault of the program on one document is shown in full and must not cost the others. */
async function ingestOrExplain(file: string, date: string | undefined): Promise<Ingested> {
  try {
    return await ingestFile(file, date);
  } catch (error) {
    tell(error instanceof Error ? String(error.stack) : String(error));
    return refuse('document.not_readable', { reason: error instanceof Error ? error.message : String(error) });
  }
}

/** Names relative to the folder, in order; what this command wrote there before is not a document. */
async function filesIn(folder: string, out: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  // The results may go into the folder itself, or below it, beside other documents.
  const written = new Set([REFUSED, ...names.map((name) => `${name}.json`)].map((name) => resolve(out, name)));
  return names
    .filter((name) => !written.has(resolve(folder, name)))
    .filter((name) => !name.split(/[\\/]/).some((part) => /^(\.|~\$)|^(Thumbs\.db|desktop\.ini)$/i.test(part)))
    .toSorted();
}

function refusedList(refused: ReadonlyMap<string, Refusal>): object[] {
  return [...refused]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, { code, params }]) => ({
      file,
      code,
      'zh-CN': isProblemCode(code) ? problemTitle(code, params, 'zh-CN') : code,
      en: isProblemCode(code) ? problemTitle(code, params, 'en') : code,
    }));
}

/** A line of its own, above the bar. */
function tell(line: string): void {
  process.stderr.write(process.stderr.isTTY ? `\r\u001b[K${line}\n` : `${line}\n`);
}

function showProgress(done: number, total: number): void {
  if (!process.stderr.isTTY) return;
  const width = 30;
  const filled = Math.round((done / Math.max(1, total)) * width);
  process.stderr.write(`\r[${'█'.repeat(filled)}${'·'.repeat(width - filled)}] ${done}/${total}`);
}
