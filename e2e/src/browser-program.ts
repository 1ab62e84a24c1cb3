import chromium from '@sparticuz/chromium';
import { mkdirSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

/**
 * The program of the browser. Its package unpacks it into the folder for temporary files and finds it there again;
 * with a folder for each account, two people who test on one machine do not find each other's and may not run it.
 */
export async function browserProgram(): Promise<string> {
  const usual = process.env.TMPDIR;
  const own = join(tmpdir(), `duban-browser-${userInfo().username}`);
  mkdirSync(own, { recursive: true });
  process.env.TMPDIR = own;
  try {
    return await chromium.executablePath();
  } finally {
    if (usual === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = usual;
  }
}
