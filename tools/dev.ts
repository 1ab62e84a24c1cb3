import { spawn } from 'node:child_process';
import { root } from './steps.ts';

/** `npm run dev`: the server restarts when its code changes, the pages reload by themselves. */
const children = [
  spawn(
    process.execPath,
    ['--watch', '--watch-preserve-output', 'apps/server/src/cli/main.ts', 'start', '--no-build'],
    {
      cwd: root,
      stdio: 'inherit',
    },
  ),
  spawn('vite', ['apps/console'], { cwd: root, stdio: 'inherit' }),
];
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    for (const child of children) child.kill(signal);
  });
}
