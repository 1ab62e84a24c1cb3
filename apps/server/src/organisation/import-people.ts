import type { Input } from '@duban/contract/endpoint';
import type * as contract from '@duban/contract/organisation-files';
import type { Role } from '@duban/kit/actor';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import type { FileReply, UploadedFile } from '../kernel/module.ts';
import { insertAccount } from './account.store.ts';
import { audit } from './audit.store.ts';
import { reportOf } from './import-report.ts';
import {
  type KnownPerson,
  peopleColumns,
  type PeopleKey,
  planPeople,
  type PlannedPerson,
  roleInSheet,
  type SheetUnit,
} from './people-sheet.ts';
import { changePersonRow, insertPerson, insertPosition, lockPerson } from './person.store.ts';
import { administrativeRoot } from './scope.ts';
import { readSheet, type SheetRow, writeSheet } from './sheet.ts';
import { todayOf } from './today.ts';

type Endpoint = typeof contract.importPeople;

export const prepareImportPeople = (_input: Input<Endpoint>, file: UploadedFile | undefined) =>
  readSheet(file, peopleColumns);

/** Passwords are never in a sheet: they are issued afterwards, to be used once. */
export async function importPeople(
  ctx: Ctx,
  { mode }: Input<Endpoint>,
  rows: readonly SheetRow<PeopleKey>[],
): Promise<contract.ImportReport> {
  const accounts = rows.map((row) => row.cells.account.toLowerCase());
  const plan = planPeople(rows, await sheetUnits(ctx), await knownPeople(ctx, accounts), todayOf(ctx));
  const apply = mode !== 'check' && (mode === 'good' || plan.faults.length === 0);
  if (apply) for (const person of plan.people) await applyPerson(ctx, person);
  const { added, changed } = plan.counts;
  return reportOf(mode, apply && added + changed > 0, rows.length, plan.counts, plan.faults, ctx.locale);
}

async function applyPerson(ctx: Ctx, { account, name, phone, existing, positions }: PlannedPerson): Promise<void> {
  const { jurisdictionId } = ctx.actor;
  let id = existing?.id;
  if (id === undefined) {
    ({ id } = await insertPerson(ctx, { jurisdictionId, name, phone }));
    await insertAccount(ctx, id, account);
    await audit(ctx, { event: 'person.added', subjectType: 'person', subjectId: id });
  } else if (existing!.name !== name) {
    const person = await lockPerson(ctx, id, null);
    await changePersonRow(ctx, person, { type: 'person.changed', data: { fields: ['name'] } }, { name });
  }
  for (const { unitId, role, title, validFrom } of positions) {
    await insertPosition(ctx, id, jurisdictionId, { unitId, role, title, validFrom, validTo: null });
    await audit(ctx, { event: 'position.started', subjectType: 'person', subjectId: id });
  }
}

async function sheetUnits(ctx: Ctx): Promise<SheetUnit[]> {
  const today = todayOf(ctx);
  const root = await administrativeRoot(ctx.tx, ctx.actor);
  const { rows } = await sql<SheetUnit>`
    select u.id, u.kind, u.code, u.valid_from as "validFrom", u.path <@ r.path as "inScope",
      array[u.name, u.short_name] || u.aliases as names
    from units u, units r
    where r.id = ${root} and u.jurisdiction_id = ${ctx.actor.jurisdictionId}
      and (u.valid_to is null or u.valid_to > ${today})`.execute(ctx.tx);
  return rows.map((row) => ({ ...row, names: [...new Set(row.names)] }));
}

/** Accounts of the sheet that exist. One of another jurisdiction is only known to be taken. */
async function knownPeople(ctx: Ctx, accounts: readonly string[]): Promise<ReadonlyMap<string, KnownPerson>> {
  type Row = Omit<KnownPerson, 'closed'> & { jurisdictionId: string; deactivated: boolean; outside: boolean };
  const today = todayOf(ctx);
  const root = await administrativeRoot(ctx.tx, ctx.actor);
  const { rows } = await sql<Row>`
    select people.id, people.name, a.username as account, people.jurisdiction_id as "jurisdictionId",
      people.deactivated_at is not null as deactivated,
      (select coalesce(jsonb_agg(jsonb_build_object('unitId', p.unit_id, 'role', p.role)), '[]') from positions p
        where p.person_id = people.id and (p.valid_to is null or p.valid_to > ${today})) as positions,
      exists (select from positions p join units u on u.id = p.unit_id, units r
        where r.id = ${root} and p.person_id = people.id and (p.valid_to is null or p.valid_to > ${today})
          and not u.path <@ r.path) as outside
    from auth_users a join people on people.id = a.id
    where a.username = any(${[...accounts]}::text[])`.execute(ctx.tx);
  return new Map(
    rows.map(({ jurisdictionId, deactivated, outside, ...person }) => {
      const foreign = jurisdictionId !== ctx.actor.jurisdictionId;
      const closed = foreign
        ? 'account.taken'
        : deactivated
          ? 'person.deactivated'
          : person.id === ctx.actor.personId
            ? 'position.own'
            : outside
              ? 'person.outside'
              : null;
      return [person.account, { ...person, closed }];
    }),
  );
}

export async function downloadPeopleTemplate(): Promise<FileReply> {
  const notes = [
    '带 * 的列必填；不要改动表头；不要使用公式；不要填写密码。Columns with * are required; leave the headings; no formulas, no passwords.',
    '导入后由安全管理员发放一次性密码。Passwords to be used once are issued after the import.',
  ];
  return { fileName: '人员导入模板.xlsx', content: await writeSheet('人员', peopleColumns, [], notes) };
}

export async function exportPeople(ctx: Ctx): Promise<FileReply> {
  const today = todayOf(ctx);
  const root = await administrativeRoot(ctx.tx, ctx.actor);
  const { rows } = await sql<{ account: string; name: string; unit: string; role: Role; title: string; from: string }>`
    select a.username as account, people.name, coalesce(u.code, u.name) as unit, p.role, p.title, p.valid_from as from
    from positions p join people on people.id = p.person_id join auth_users a on a.id = people.id
      join units u on u.id = p.unit_id, units r
    where r.id = ${root} and u.path <@ r.path and people.jurisdiction_id = ${ctx.actor.jurisdictionId}
      and people.deactivated_at is null and (p.valid_to is null or p.valid_to > ${today})
    order by u.path, people.name, people.id, p.valid_from, p.id`.execute(ctx.tx);
  await audit(ctx, { event: 'people.exported', subjectType: 'file', subject: `${rows.length}` });
  const cells = rows.map(({ account, name, unit, role, title, from }) => ({
    account,
    name,
    unit,
    role: roleInSheet(role),
    title,
    phone: '',
    validFrom: from,
  }));
  return { fileName: `人员-${today}.xlsx`, content: await writeSheet('人员', peopleColumns, cells) };
}
