import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { isProblemCode, problemTitle } from '@duban/contract/problems';
import { type Refusal, refuse } from '@duban/kit/refusal';
import type { Ingested } from './ingest-apart.ts';
import { ingestFile, refusalSentence } from './ingest-file.cli.ts';

/** As many as there are reading threads. */
const AT_ONCE = 2;

/**
 * Reads every file of a folder and its subfolders and writes what came out of it to `NAME.json` at the same place under
 * `out`; what was refused stands in `refused.json` with its reason. Hidden files and the lock files of office programs
 * are passed over. Shows how far it is on a terminal.
 *
 * @returns the exit code: 0 when everything was read, 1 when a file was refused
 */
export async function ingestFolder(folder: string, out: string, date: string | undefined): Promise<number> {
  const files = await filesIn(folder, out);
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
  if (refused.size > 0)
    await writeFile(join(out, 'refused.json'), `${JSON.stringify(refusedList(refused), null, 2)}\n`);
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
  const written = resolve(out);
  return entries
    .filter((entry) => entry.isFile() && resolve(entry.parentPath) !== written)
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((name) => !resolve(folder, name).startsWith(`${written}/`))
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
