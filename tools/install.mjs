// Installs what is missing, showing that it works. Plain JavaScript without dependencies: it runs on whatever Node the
// machine has (20 is enough), before anything is installed.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The Node that came with the packages; every script runs on it. */
export const pinnedNode = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** The program behind `npm start` and `npx duban`. */
export const programPath = join(root, 'apps', 'server', 'src', 'cli', 'main.ts');

export async function installMissing() {
  if (isInstalled()) return;
  const [major] = process.versions.node.split('.').map(Number);
  if (major < 20) throw new Error(`Duban 需要 Node 20 以上 / Duban needs Node 20 or newer, this is ${process.version}`);
  // On stderr: what a verb prints may be read by another program.
  console.error('正在安装依赖 / installing packages …');
  const started = Date.now();
  const sign = setInterval(() => {
    console.error(`  … ${Math.round((Date.now() - started) / 1000)} s`);
  }, 5000);
  try {
    // Not `npm ci`: it refuses a lock file made where the registry had no package for some other platform.
    await run(...npm(['install', '--no-save', '--loglevel=error', '--no-fund', '--no-audit']), {
      stdio: ['ignore', 2, 2],
    });
  } finally {
    clearInterval(sign);
  }
  console.error(`已安装 / installed (${Math.round((Date.now() - started) / 1000)} s)`);
}

/** npm keeps a hidden copy of the lock file of what it installed: every package of ours must be in it, same version. */
function isInstalled() {
  try {
    const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
    const present = JSON.parse(readFileSync(join(root, 'node_modules', '.package-lock.json'), 'utf8')).packages;
    return Object.entries(wanted).every(
      ([path, { version, optional, link }]) =>
        !path.startsWith('node_modules/') || link || optional || present[path]?.version === version,
    );
  } catch {
    return false;
  }
}

function npm(args) {
  const script = process.env.npm_execpath;
  return script?.endsWith('.js') ? [process.execPath, [script, ...args]] : ['npm', args];
}

export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], ...options });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0
        ? resolve()
        : reject(Object.assign(new Error(`${command} ended with ${code}`), { exitCode: code ?? 1 })),
    );
  });
}
