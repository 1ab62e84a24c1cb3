// `npm start`, `npm test` and the other scripts: install what is missing, then hand over to the pinned Node.
import { delimiter, join } from 'node:path';
import { installMissing, pinnedNode, programPath, root, run } from './install.mjs';

const programs = {
  start: [programPath, 'start'],
  dev: ['tools/dev.ts'],
  gen: ['tools/generate/main.ts'],
  check: ['tools/check.ts'],
  test: ['tools/test.ts'],
  bench: ['bench/src/main.ts'],
};

const [script, ...args] = process.argv.slice(2);
const env = { ...process.env, PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH}` };

try {
  await installMissing();
  await run(pinnedNode, ['--disable-warning=ExperimentalWarning', ...programs[script], ...args], { env });
} catch (error) {
  if (error.exitCode === undefined) console.error(error.message);
  process.exitCode = error.exitCode ?? 1;
}
