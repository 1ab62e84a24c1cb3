import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { beforeAll, describe, expect, it, vi } from 'vitest';

/**
 * JavaScript before the first picture, gzipped: the entry, what it waits for (words of one language, the application)
 * and the page itself, each with everything it imports. Temporal's stand-in is not counted: only browsers without a
 * Temporal of their own load it.
 */
const limit = 400_000;

let chunks: ReadonlyMap<string, Rolldown.OutputChunk>;

beforeAll(async () => {
  // Vite keeps the development half of libraries unless told that this is production.
  vi.stubEnv('NODE_ENV', 'production');
  const built = (await build({
    root: join(import.meta.dirname, '..'),
    logLevel: 'silent',
    build: { write: false },
  })) as Rolldown.RolldownOutput;
  const all = built.output.filter((output) => output.type === 'chunk');
  chunks = new Map(all.map((chunk) => [chunk.fileName, chunk]));
  vi.unstubAllEnvs();
}, 60_000);

function withImports(start: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const visit = (file: string) => {
    const chunk = chunks.get(file);
    if (!chunk || seen.has(file)) return;
    seen.add(file);
    chunk.imports.forEach(visit);
  };
  start.forEach(visit);
  return seen;
}

/** The chunk that holds a source file. */
function holding(source: string): string {
  const found = [...chunks.values()].find((chunk) => chunk.moduleIds.some((id) => id.endsWith(source)));
  if (!found) throw new Error(`no chunk holds ${source}`);
  return found.fileName;
}

function gzipped(files: ReadonlySet<string>): number {
  return [...files].reduce((sum, file) => sum + gzipSync(chunks.get(file)!.code, { level: 6 }).length, 0);
}

const start = ['src/main.tsx', 'src/i18n/setup.ts', 'src/application.tsx'];

describe.each(['zh-CN', 'en'])('the first picture in %s', (language) => {
  it.each(['src/session/sign-in-page.tsx', 'src/features/work/work-page.tsx'])('is light: %s', (page) => {
    const files = withImports([...start, `src/i18n/${language}.ts`, page].map(holding));
    expect(gzipped(files)).toBeLessThanOrEqual(limit);
  });
});
