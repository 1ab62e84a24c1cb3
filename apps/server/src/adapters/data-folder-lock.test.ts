import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DataFolderHeld, dataFolderHolder, lockDataFolder } from './data-folder-lock.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'duban-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a folder held by a living process is refused, and the message names the process and the setting', async () => {
  const holder = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { stdio: 'ignore' });
  try {
    writeFileSync(join(folder, 'duban.lock'), JSON.stringify({ pid: holder.pid, startedAt: null }));
    expect(() => lockDataFolder(folder)).toThrow(DataFolderHeld);
    expect(() => lockDataFolder(folder)).toThrow(new RegExp(`${holder.pid}[^]*DUBAN_DATA`));
    expect(dataFolderHolder(folder)).toBe(holder.pid);
  } finally {
    holder.kill('SIGKILL');
  }
});

test('a lock left behind by a killed process is taken over', () => {
  writeFileSync(join(folder, 'duban.lock'), JSON.stringify({ pid: 2 ** 22 - 1, startedAt: null }));
  const unlock = lockDataFolder(folder);
  unlock();
  expect(dataFolderHolder(folder)).toBeNull();
});

test.runIf(process.platform === 'linux')(
  'a process that merely has the number of the dead one does not hold the folder',
  () => {
    writeFileSync(join(folder, 'duban.lock'), JSON.stringify({ pid: 1, startedAt: '-1' }));
    expect(() => lockDataFolder(folder)).not.toThrow();
  },
);

test('a lock file that was cut short does not stop the start', () => {
  writeFileSync(join(folder, 'duban.lock'), '{"pid":');
  expect(() => lockDataFolder(folder)).not.toThrow();
});
