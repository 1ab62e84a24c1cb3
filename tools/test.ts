import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildConsole } from '../apps/server/src/cli/console-build.ts';
import { runStep } from './steps.ts';

/**
 * `npm test`: every tier. The last line is `N passed, N failed`, counted from Vitest's own report; a run that ended
 * without a report, or in which a file could not be read, counts as a failure.
 */
type Report = {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
};

await buildConsole();
const folder = await mkdtemp(join(tmpdir(), 'duban-report-'));
const file = join(folder, 'report.json');
const code = await runStep('vitest', [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${file}`,
  ...process.argv.slice(2),
]);
let passed = 0;
let failed = 0;
try {
  const report = JSON.parse(await readFile(file, 'utf8')) as Report;
  passed = report.numPassedTests;
  const unread = report.testResults.filter(
    (one) => one.status === 'failed' && one.assertionResults.length === 0,
  ).length;
  failed = report.numFailedTests + unread;
} catch {
  failed = 1;
}
await rm(folder, { recursive: true, force: true });
if (code !== 0 && failed === 0) failed = 1;
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
