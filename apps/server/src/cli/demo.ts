import { buildLife } from '@duban/demo/build';
import { cast, demoPassword } from '@duban/demo/cast';
import type { Progress } from '@duban/demo/desk';
import { buildDistrict } from '@duban/demo/district';
import { demoDesk } from '../demo/desk.ts';
import { systemClock } from '../kernel/context.ts';
import type { Database, Tx } from '../kernel/database.ts';
import { transactionsOf } from '../kernel/transaction.ts';
import type { RunningServer } from '../main.ts';
import { modules } from '../modules.ts';

/** so long before the first case the district was founded */
const foundedDaysAgo = 120;
/** older news than this nobody would still find unread */
const newsDays = 14;

/**
 * Loads the demo district the first time, with a progress bar. All of it is one transaction: a start that is
 * interrupted leaves an empty folder, and the next one begins again. A folder that already holds units is never
 * touched. @returns what the start prints about it
 */
export async function loadDemo({ database, log }: RunningServer): Promise<string> {
  if (await hasUnits(database)) return (await isDemo(database)) ? welcome() : '';
  const now = systemClock();
  const bar = progressBar();
  await transactionsOf(database)(async (tx) => {
    const news = { since: now.subtract({ hours: 24 * newsDays }) };
    const desk = demoDesk((work) => work(tx), modules, log, news);
    const district = await buildDistrict(desk, now.subtract({ hours: 24 * foundedDaysAgo }), bar.progress);
    await buildLife(desk, district, now, bar.progress);
    await tx
      .insertInto('site_facts')
      .values({ name: 'demo', value: JSON.stringify({ loadedAt: now.toString() }) })
      .execute();
  });
  bar.finish();
  return welcome();
}

async function hasUnits(db: Database | Tx): Promise<boolean> {
  return (await db.selectFrom('units').select('id').limit(1).executeTakeFirst()) !== undefined;
}

async function isDemo(db: Database | Tx): Promise<boolean> {
  return (await db.selectFrom('site_facts').select('name').where('name', '=', 'demo').executeTakeFirst()) !== undefined;
}

/** A bar that fills in place at a terminal, a line for each tenth elsewhere. */
function progressBar(): { progress: Progress; finish(): void } {
  const started = performance.now();
  const terminal = process.stdout.isTTY;
  let shown = '';
  console.log('正在载入演示区 / loading the demo district …');
  return {
    progress(done, total, what) {
      const tenths = Math.floor((10 * done) / total);
      const line = `  ${'█'.repeat(2 * tenths)}${'░'.repeat(20 - 2 * tenths)} ${10 * tenths} %  ${what}`;
      if (line === shown) return;
      shown = line;
      process.stdout.write(terminal ? `\r\u001b[K${line}` : `${line}\n`);
    },
    finish() {
      const seconds = ((performance.now() - started) / 1000).toFixed(0);
      process.stdout.write(`${terminal ? '\r\u001b[K' : ''}已载入 / loaded (${seconds} s)\n`);
    },
  };
}

const guides = ['luwenqiao', 'hejingcheng', 'weiwanyun', 'nieshuchen', 'tongshouyi'];

function welcome(): string {
  const rows = cast
    .filter(({ account }) => guides.includes(account))
    .map(({ account, name, title }) => `    ${account.padEnd(14)} ${name}  ${title}`);
  return [
    '  演示账号 / demo accounts (密码 / password: ' + demoPassword + ')',
    ...rows,
    '    … 登录页列出全部 / the sign-in page lists them all\n',
  ].join('\n');
}
