import { parseArgs } from 'node:util';
import { type Config, readConfig } from '../kernel/config.ts';
import { PortInUse, type RunningServer, startServer } from '../main.ts';
import { buildConsole } from './console-build.ts';
import { type CommandResult, done, failed } from './command.ts';
import { loadDemo } from './demo.ts';

/** `duban start`: serves until it is told to stop. Prints where to go, and who to be in the demo district. */
export async function startCommand(args: readonly string[]): Promise<CommandResult> {
  const { values } = parseArgs({
    args: [...args],
    options: { 'no-demo': { type: 'boolean', default: false }, 'no-build': { type: 'boolean', default: false } },
  });
  const config = readConfig();
  if (!values['no-build']) await buildConsole();
  let server: RunningServer;
  try {
    server = await startServer(config);
  } catch (error) {
    if (error instanceof PortInUse) return failed(error.message);
    throw error;
  }
  const end = untilTold(server);
  try {
    await welcome(server, config, !values['no-demo']);
  } catch (error) {
    // Told to stop while the demo district was loading: nothing of it is kept, and that is no failure.
    if (!end.isNear()) {
      await server.stop();
      console.error(
        '演示区没有载入，数据目录里什么也没有留下 / the demo district was not loaded, nothing of it was kept:',
      );
      throw error;
    }
  }
  await end.reached;
  return done('');
}

async function welcome(server: RunningServer, { logFile }: Config, demo: boolean): Promise<void> {
  if (server.movedTo) console.log(`数据库目录 / database folder: ${server.movedTo}`);
  const people = demo ? await loadDemo(server) : withoutDemo();
  server.becomeReady();
  console.log(`\n  督办 Duban  →  ${server.address}\n  接口文档 API → ${server.address}/api/docs\n${people}`);
  if (logFile) console.log(`  日志 / log: ${logFile}    停止 / stop: Ctrl-C\n`);
}

function withoutDemo(): string {
  return '  首次使用请创建管理员 / make the first administrator:  npx duban admin create\n';
}

/** The first signal stops in order; a second one, from an impatient person, ends at once. */
function untilTold(server: RunningServer): { readonly reached: Promise<void>; isNear(): boolean } {
  let stopping = false;
  const reached = new Promise<void>((resolve, reject) => {
    const stop = () => {
      if (stopping) process.exit(1);
      stopping = true;
      server.stop().then(resolve, reject);
    };
    process.on('SIGTERM', stop);
    process.on('SIGINT', stop);
  });
  return { reached, isNear: () => stopping };
}
