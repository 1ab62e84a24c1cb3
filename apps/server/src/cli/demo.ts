import type { RunningServer } from '../main.ts';

/** Loads the demo district the first time, with a progress bar. @returns what the start prints about it */
export async function loadDemo(_server: RunningServer): Promise<string> {
  return '';
}
