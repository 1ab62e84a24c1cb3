import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildConsole } from '../../apps/server/src/cli/console-build.ts';
import { makeFolder, removeFolder, startServer } from './server.ts';

/**
 * Once per run of the browser tests: the pages are built, and the demo district is loaded into a data folder that every
 * test file starts from a copy of.
 */
export default async function setup(project: TestProject): Promise<() => void> {
  await buildConsole();
  const folder = makeFolder();
  const template = join(folder, 'template');
  const server = await startServer(template);
  await server.stop();
  project.provide('templateFolder', template);
  return () => removeFolder(folder);
}

declare module 'vitest' {
  export interface ProvidedContext {
    templateFolder: string;
  }
}
