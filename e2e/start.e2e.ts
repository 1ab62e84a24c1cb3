import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

// The program as a person runs it: real processes, signals, a data folder of its own.

const root = fileURLToPath(new URL('../', import.meta.url));
const running: ChildProcess[] = [];
let data: string;
let port: number;

type Started = { readonly child: ChildProcess; output(): string; readonly exit: Promise<number | null> };

function start(settings: Record<string, string> = {}, flags = ['--no-demo', '--no-build']): Started {
  const child = spawn(process.execPath, ['apps/server/src/cli/main.ts', 'start', ...flags], {
    cwd: root,
    env: { ...process.env, DUBAN_DATA: data, DUBAN_PORT: String(port), DUBAN_LOG: 'error', ...settings },
  });
  running.push(child);
  let output = '';
  for (const stream of [child.stdout!, child.stderr!])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const exit = new Promise<number | null>((resolve) => child.on('exit', resolve));
  return { child, output: () => output, exit };
}

async function untilReady(started: Started): Promise<void> {
  for (const end = performance.now() + 60_000; performance.now() < end; await wait(50)) {
    if (started.child.exitCode !== null) throw new Error(`ended early:\n${started.output()}`);
    const reply = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
    if (reply?.status === 200) return;
  }
  throw new Error(`not ready:\n${started.output()}`);
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = probe.address() as { port: number };
      probe.close(() => resolve(free));
    });
  });
}

beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'duban-start-'));
  port = await freePort();
});
afterEach(async () => {
  for (const child of running.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    const gone = new Promise((resolve) => child.on('exit', resolve));
    child.kill('SIGTERM');
    await gone;
  }
  await rm(data, { recursive: true, force: true });
});

test('it answers, stops in order on SIGTERM, and starts again on the same folder', async () => {
  for (let round = 0; round < 2; round++) {
    const server = start();
    await untilReady(server);
    expect(await (await fetch(`http://127.0.0.1:${port}/healthz`)).json()).toEqual({ alive: true });
    server.child.kill('SIGTERM');
    expect(await server.exit).toBe(0);
  }
});

test('a second start on the same folder says which process holds it', async () => {
  const first = start();
  await untilReady(first);
  const second = start({ DUBAN_PORT: '0' });
  expect(await second.exit).toBe(1);
  expect(second.output()).toContain(String(first.child.pid));
  expect(second.output()).toContain('DUBAN_DATA');
});

test('a port in use is named together with its setting, and the folder is free again', async () => {
  const taken = createServer().listen(port, '127.0.0.1');
  try {
    const server = start();
    expect(await server.exit).toBe(1);
    expect(server.output()).toContain(String(port));
    expect(server.output()).toContain('DUBAN_PORT');
  } finally {
    await new Promise((resolve) => taken.close(resolve));
  }
  await untilReady(start());
});

test('after kill -9 it starts by itself', async () => {
  const server = start();
  await untilReady(server);
  server.child.kill('SIGKILL');
  await server.exit;
  await untilReady(start());
});

test('a demo district that cannot be loaded ends the start, and leaves neither a database running nor half a district', async () => {
  const noFolder = join(data, 'files');
  await writeFile(noFolder, 'pictures cannot be kept below a file');
  const server = start({ DUBAN_FILES: noFolder }, ['--no-build']);
  expect(await server.exit).toBe(1);
  expect(server.output()).toContain('the demo district was not loaded');
  const again = start();
  await untilReady(again);
  const site = (await (await fetch(`http://127.0.0.1:${port}/api/v1/site`)).json()) as {
    name: string | null;
    demo: boolean;
  };
  expect(site).toMatchObject({ name: null, demo: false });
});

test('a setting that cannot be used is named', async () => {
  const server = start({ DUBAN_PORT: 'eighty' });
  expect(await server.exit).toBe(1);
  expect(server.output()).toMatch(/DUBAN_PORT/);
});
