import { runStep } from './steps.ts';

/** `npm run check`: everything that can be said without a browser, in under a minute. All steps run; any failure fails. */
const steps: readonly (readonly [name: string, command: string, ...args: string[]])[] = [
  ['format', 'oxfmt', '--check', '.'],
  ['lint', 'oxlint', '--deny-warnings'],
  ['types', 'tsc', '--noEmit'],
  ['law of imports', 'depcruise', 'packages', 'apps', 'demo', '--config', '.dependency-cruiser.mjs'],
  ['dead code', 'knip', '--no-progress'],
  ['fast tests', 'vitest', 'run', '--project', 'domain', '--reporter', 'dot'],
  ['generated files', process.execPath, 'tools/generate/main.ts', '--check'],
];

const failed: string[] = [];
for (const [name, command, ...args] of steps) {
  const started = performance.now();
  const code = await runStep(command, args);
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  if (code !== 0) failed.push(name);
}
if (failed.length > 0) {
  console.error(`check failed: ${failed.join(', ')}`);
  process.exitCode = 1;
}
