import { readFile, stat } from 'node:fs/promises';
import { parse } from 'node:path';
import { isProblemCode, problemTitle } from '@duban/contract/problems';
import { MAX_FILE_BYTES } from '@duban/mandates/readers/reading';
import { type Refusal, refuse } from '@duban/kit/refusal';
import { type Ingested, ingestApart } from './ingest-apart.ts';

/** Reads one file in a thread of its own; whatever is wrong with it or with its name is a refusal. */
export async function ingestFile(file: string, date: string | undefined): Promise<Ingested> {
  try {
    // A file over the limit is not even loaded.
    const { size } = await stat(file);
    if (size > MAX_FILE_BYTES) return refuse('document.too_large', { limit: '20 MB' });
    return await ingestApart(await readFile(file), parse(file).base, date === undefined ? {} : { date });
  } catch (error) {
    // The file system names its errors: not there, not allowed, a folder.
    if (error instanceof Error && 'code' in error && 'syscall' in error) {
      return refuse('document.not_readable', { reason: String(error.code) });
    }
    throw error;
  }
}

/** Why a file was refused, in both languages. */
export function refusalSentence({ code, params }: Refusal): string {
  return isProblemCode(code) ? `${problemTitle(code, params, 'zh-CN')} / ${problemTitle(code, params, 'en')}` : code;
}
