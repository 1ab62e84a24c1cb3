import { Account } from '@duban/contract/accounts';
import { problemTitle } from '@duban/contract/problems';
import type { Role } from '@duban/kit/actor';
import { oneTimePassword } from '@duban/organisation/password';
import { sql } from 'kysely';
import { randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { type CommandResult, done, failed } from '../cli/command.ts';
import { withDatabase } from '../cli/database.ts';
import { type JobCtx, newId, systemClock } from '../kernel/context.ts';
import type { Database } from '../kernel/database.ts';
import { createLog } from '../kernel/log.ts';
import { databaseProblem } from '../kernel/database-problem.ts';
import { Problem } from '../kernel/problem.ts';
import { transactionsOf } from '../kernel/transaction.ts';
import { foundJurisdiction, installPerson } from './found.ts';
import { hashNewPassword } from './password-hash.ts';
import { organisationModule } from './module.ts';

const usage = `用法 / usage:
  duban admin create [--account NAME] [--name 姓名] [--role security|system|audit] [--unit CODE]
                     [--government 区名称] [--code 行政区划代码]

  首位管理员为安全管理员（security）；随后由其在“人员”页面任命其他人。数据库为空时用 --government 给出区名称，以后可在“单位”页面改名。
  The first administrator is the security administrator, who then appoints everybody else on the page "People".
  Where there is no government yet, --government names it; it can be renamed on the page "Units". Asked for what is
  missing when run in a terminal.`;

const roleOf = { security: 'security_admin', system: 'system_admin', audit: 'audit_admin' } as const;
const titleOf = { security: '安全管理员', system: '系统管理员', audit: '审计管理员' } as const;
type Kind = keyof typeof roleOf;

const options = {
  account: { type: 'string' },
  name: { type: 'string' },
  role: { type: 'string' },
  unit: { type: 'string' },
  government: { type: 'string' },
  code: { type: 'string' },
} as const;

/** `duban admin create`: makes an administrator where there is nobody yet who could. Prints a password to be used once. */
export async function adminCommand(args: readonly string[]): Promise<CommandResult> {
  const [verb, ...rest] = args;
  if (verb !== 'create') return failed(usage, 2);
  const { values } = parseArgs({ args: [...rest], options });
  if (values.role !== undefined && !(values.role in roleOf)) return failed(usage, 2);
  return withDatabase((database) => create(database, values));
}

type Given = { -readonly [Name in keyof typeof options]?: string };

async function create(database: Database, given: Given): Promise<CommandResult> {
  const governments = await database
    .selectFrom('units')
    .select(['id', 'name'])
    .where('parent_id', 'is', null)
    .orderBy('id')
    .execute();
  const kind = (given.role ?? 'security') as Kind;
  const asked = await completed(given, kind, governments.length === 0);
  const account = Account.safeParse(asked.account);
  if (!account.success)
    return failed('账号须为 3–30 位小写字母、数字、点或下划线。/ --account: 3–30 letters, digits, . or _', 2);
  if (asked.role === undefined && (await hasAdministrator(database))) {
    return failed(
      '已有安全管理员，请由其在“人员”页面办理；确需再建，请用 --role 指明角色。\n' +
        'There is a security administrator already, who appoints others on the page "People". To make one all the same, name the --role.',
    );
  }
  const password = oneTimePassword(randomBytes(16));
  try {
    const hash = await hashNewPassword(password, account.data);
    await transactionsOf(database)(async (tx) => {
      const now = systemClock();
      const ctx: JobCtx = { tx, newId, now: () => now, log: createLog('silent') };
      const jurisdictionId =
        governments.length === 0
          ? await foundJurisdiction(ctx, {
              name: asked.government!,
              shortName: asked.government!.slice(0, 20),
              code: asked.code ?? null,
            })
          : await jurisdictionOf(database, asked.unit, governments);
      const unitId = asked.unit ? await unitByCode(database, asked.unit) : jurisdictionId;
      const roles: Role[] = [roleOf[kind]];
      const person = { jurisdictionId, unitId, name: asked.name!, account: account.data, roles, title: titleOf[kind] };
      await installPerson(ctx, { ...person, hash, mustChange: true });
    });
  } catch (error) {
    const expected = error instanceof Problem ? error : databaseProblem(error, organisationModule.constraints);
    if (expected)
      return failed(['zh-CN', 'en'].map((to) => problemTitle(expected.code, expected.params, to as 'en')).join('\n'));
    if (error instanceof UnknownUnit) return failed(error.message);
    throw error;
  }
  return done(
    `已创建${titleOf[kind]} / created ${roleOf[kind]}: ${account.data}\n` +
      `一次性密码（首次登录须修改）/ one-time password, to be changed at the first sign-in:\n\n    ${password}\n`,
  );
}

class UnknownUnit extends Error {
  override readonly name = 'UnknownUnit';
}

async function jurisdictionOf(
  database: Database,
  unit: string | undefined,
  all: readonly { id: string; name: string }[],
) {
  if (unit === undefined && all.length === 1) return all[0]!.id;
  if (unit === undefined) {
    throw new UnknownUnit(
      `有多个区，请用 --unit 指明单位代码 / several governments, name one by --unit: ${all.map(({ name }) => name).join('、')}`,
    );
  }
  const found = await database
    .selectFrom('units')
    .select('jurisdiction_id as id')
    .where('code', '=', unit)
    .where('valid_to', 'is', null)
    .executeTakeFirst();
  if (!found) throw new UnknownUnit(`没有代码为 ${unit} 的单位 / no unit has the code ${unit}`);
  return found.id;
}

async function unitByCode(database: Database, code: string): Promise<string> {
  const { id } = await database
    .selectFrom('units')
    .select('id')
    .where('code', '=', code)
    .where('valid_to', 'is', null)
    .executeTakeFirstOrThrow();
  return id;
}

async function hasAdministrator(database: Database): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`
    select exists (select from positions p join people on people.id = p.person_id
      where p.role = 'security_admin' and p.valid_to is null and people.deactivated_at is null) as there`.execute(
    database,
  );
  return rows[0]!.there;
}

/** What was not given is asked for in a terminal; elsewhere, and where the answer is empty, the default is taken. */
async function completed(given: Given, kind: Kind, wantsGovernment: boolean): Promise<Given> {
  const wanted: { name: 'account' | 'name' | 'government'; question: string; fallback: string }[] = [
    { name: 'account', question: '账号 / account', fallback: 'admin' },
    { name: 'name', question: '姓名 / name', fallback: titleOf[kind] },
  ];
  if (wantsGovernment) {
    wanted.push({ name: 'government', question: '区政府名称 / government', fallback: '本级政府' });
  }
  const terminal = process.stdin.isTTY ? createInterface({ input: process.stdin, output: process.stdout }) : null;
  const answers: Given = { ...given };
  try {
    for (const { name, question, fallback } of wanted) {
      if (given[name]?.trim()) continue;
      const answer = (await terminal?.question(`${question} [${fallback}]: `))?.trim();
      answers[name] = answer || fallback;
    }
  } finally {
    terminal?.close();
  }
  return answers;
}
