import { createClient } from '@duban/contract/client';
import { reportCase } from '@duban/contract/cases';
import { createSignIn } from '@duban/contract/sign-in';
import { cast, demoPassword } from '@duban/demo/cast';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { runningClusterUrl } from '../../apps/server/src/adapters/postgres/cluster.ts';
import { createDatabase } from '../../apps/server/src/kernel/database.ts';
import { firstBrokenRecord } from '../../apps/server/src/kernel/verify.ts';
import { ServerProcess } from './server-process.ts';

/**
 * `node tools/reliability/kill.ts --times 50`: kills the server with SIGKILL at random moments while clients write, starts
 * it again each time, and then counts. Every command that was acknowledged must be there exactly once, every command that
 * was not is repeated under its key until it is, nothing may be half-written, and the history must prove itself.
 */
const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '50' },
    clients: { type: 'string', default: '8' },
    seed: { type: 'string', default: '1' },
  },
});
const times = Number(values.times);
const mark = `断电演练${values.seed}`;

/** Mulberry32: the moments of the kills are random and can be repeated. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const random = randomOf(Number(values.seed));
const folder = await mkdtemp(join(tmpdir(), 'duban-kill-'));
const server = new ServerProcess(folder);
const acknowledged = new Map<string, string>();
const counts = { sent: 0, repeated: 0, refused: 0 };
let stopping = false;

/** One client: sends a command, and repeats it under the same key until it is acknowledged. */
async function client(index: number, cookie: string): Promise<void> {
  const api = createClient({ origin: server.origin, headers: () => ({ cookie }) });
  for (let number = 0; !stopping; number++) {
    const key = `kill-${values.seed}-${index}-${number}`;
    for (let attempt = 0; !acknowledged.has(key); attempt++) {
      counts.sent++;
      if (attempt > 0) counts.repeated++;
      try {
        const title = `${mark} ${index}-${number}`;
        const place = { text: '演练地点' };
        const input = { title, classCode: await classCode(), place, sourceChannel: 'patrol' as const };
        const reply = await api.call(reportCase, { ...input, territorialUnitId: await street() }, { key });
        acknowledged.set(key, reply.id);
      } catch (error) {
        // The server is gone or going: try again. A refusal would be a defect of this script or of the server.
        if (error instanceof Error && error.name === 'ProblemError') {
          counts.refused++;
          if (counts.refused < 4) console.error(error.message);
        }
        await wait(50);
      }
    }
  }
}

let chosen: { classCode: string; street: string } | null = null;
async function facts() {
  if (chosen) return chosen;
  const [row] = await query(
    `select (select class_code from standards order by class_code limit 1) as "classCode",
      (select id from units where kind = 'street' order by name limit 1) as street`,
  );
  chosen = row as { classCode: string; street: string };
  return chosen;
}
const classCode = async () => (await facts()).classCode;
const street = async () => (await facts()).street;

async function query(sql: string): Promise<Record<string, unknown>[]> {
  const connection = new pg.Client({ connectionString: runningClusterUrl(folder)! });
  await connection.connect();
  const { rows } = await connection.query(sql);
  await connection.end();
  return rows;
}

/** The cookie of a session, as a browser would keep it. */
async function signIn(account: string): Promise<string> {
  let cookie = '';
  const keeping: typeof fetch = async (input, init) => {
    const response = await fetch(input, init);
    cookie = response.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
    return response;
  };
  await createSignIn({ origin: server.origin, fetch: keeping }).signIn(account, demoPassword);
  return cookie;
}

try {
  console.log('loading the demo district …');
  await server.start();
  await facts();
  const dispatcher = cast.find((member) => (member.roles as readonly string[]).includes('dispatcher'))!;
  const cookie = await signIn(dispatcher.account);
  const clients = Array.from({ length: Number(values.clients) }, (_, index) => client(index, cookie));
  let slowest = 0;
  for (let round = 1; round <= times; round++) {
    await wait(100 + random() * 900);
    await server.kill();
    const started = performance.now();
    await server.start();
    slowest = Math.max(slowest, performance.now() - started);
    if (round % 10 === 0) console.log(`${round} kills, ${acknowledged.size} acknowledged, ${counts.repeated} repeated`);
  }
  await wait(500);
  stopping = true;
  await Promise.all(clients);
  const found = await query(`select id, title, version from cases where title like '${mark}%'`);
  const ids = new Set(found.map((row) => row.id));
  const missing = [...acknowledged.values()].filter((id) => !ids.has(id));
  const twice = found.length - new Set(found.map((row) => row.title)).size;
  const halves = await query(
    `select c.id from cases c where title like '${mark}%' and c.version <> (select count(*) from history h
      where h.jurisdiction_id = c.jurisdiction_id and h.record_type = 'case' and h.record_id = c.id)`,
  );
  const pool = new pg.Pool({ connectionString: runningClusterUrl(folder)!, max: 1 });
  const broken = await firstBrokenRecord(createDatabase(pool));
  await pool.end();
  const unacknowledged = found.length - acknowledged.size;
  console.table({
    kills: times,
    'commands acknowledged': acknowledged.size,
    'sent in all': counts.sent,
    'sent again': counts.repeated,
    'refused (must be 0)': counts.refused,
    'lost (must be 0)': missing.length,
    'there twice (must be 0)': twice,
    'there without an acknowledgement (must be 0)': unacknowledged,
    'half-written (must be 0)': halves.length,
    'history broken (must be 0)': broken ? 1 : 0,
    'slowest start, ms': Math.round(slowest),
  });
  const faults = missing.length + twice + halves.length + unacknowledged + counts.refused + (broken ? 1 : 0);
  process.exitCode = faults === 0 && acknowledged.size > times ? 0 : 1;
} finally {
  stopping = true;
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
