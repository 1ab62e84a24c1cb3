#!/usr/bin/env node
// `npx duban <verb>`: installs what is missing, then hands over to the pinned Node with the same arguments. Plain
// JavaScript, because the Node that runs this file may be too old to run the program itself.
import { installMissing, pinnedNode, programPath, run } from './install.mjs';

try {
  await installMissing();
  const args = ['--disable-warning=ExperimentalWarning', programPath, ...process.argv.slice(2)];
  await run(pinnedNode, args, { cwd: process.cwd(), stdio: 'inherit' });
} catch (error) {
  if (error.exitCode === undefined) console.error(error.message);
  process.exitCode = error.exitCode ?? 1;
}
