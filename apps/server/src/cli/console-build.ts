import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The pages are built when their sources have changed since the last build; a start with nothing changed is quick. */
const root = fileURLToPath(new URL('../../../../', import.meta.url));
const stamp = join(root, 'apps/console/dist/.built-from');

export async function buildConsole(): Promise<void> {
  const sources = hashOfSources();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return;
  console.log('正在构建页面 / building the pages …');
  const started = performance.now();
  await runVite();
  writeFileSync(stamp, sources);
  console.log(`已构建 / built (${((performance.now() - started) / 1000).toFixed(0)} s)`);
}

function hashOfSources(): string {
  const files = globSync(
    [
      'apps/console/{index.html,vite.config.ts,package.json}',
      'apps/console/{src,public}/**/*',
      'packages/*/src/**/*.{ts,tsx,css}',
      'package-lock.json',
    ],
    { cwd: root, exclude: ['**/*.test.*'], withFileTypes: false },
  ).sort();
  const hash = createHash('sha256');
  for (const file of files) {
    const path = join(root, file);
    if (/\.\w+$/.test(file)) hash.update(file).update('\0').update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}

function runVite(): Promise<void> {
  return new Promise((resolve, reject) => {
    const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
    const child = spawn(process.execPath, [vite, 'build', 'apps/console', '--logLevel', 'warn'], {
      cwd: root,
      // the tests call this with NODE_ENV=test, which would build the slow pages of development
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`the pages could not be built (vite ended with ${code})`)),
    );
  });
}
