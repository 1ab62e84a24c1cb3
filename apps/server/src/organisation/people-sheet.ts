import { Account } from '@duban/contract/accounts';
import { Phone } from '@duban/contract/people';
import { type Role, roles } from '@duban/kit/actor';
import { roleWords } from '@duban/kit/role-words';
import { whyNotRoleIn, whyNotTogether } from '@duban/organisation/roles';
import type { UnitKind } from '@duban/organisation/unit-kind';
import { commonFaults, type Counts, dayOfText, refusalFault, type RowFault } from './import-report.ts';
import type { SheetColumn, SheetRow } from './sheet.ts';

/** A sheet of people and positions, one row per position, turned into a plan. Pure: who exists comes in. */

export const roleInSheet = (role: Role): string => roleWords[role]['zh-CN'];
const roleNames = roles.map(roleInSheet).join('、');

export const peopleColumns = [
  {
    key: 'account',
    heading: '账号',
    required: true,
    width: 18,
    hint: '3–30 位字母、数字、点或下划线；同一账号可有多行，每行一个岗位。3–30 letters, digits, . or _; one row per position.',
  },
  { key: 'name', heading: '姓名', required: true, width: 14, hint: '最多 40 字。Name.' },
  {
    key: 'unit',
    heading: '单位',
    required: true,
    width: 26,
    hint: '单位代码，或不会混淆的单位名称、简称。Code of the unit, or a name that is not ambiguous.',
  },
  {
    key: 'role',
    heading: '角色',
    required: true,
    width: 18,
    hint: `${roleNames}。One of these.`,
  },
  { key: 'title', heading: '职务', required: true, width: 24, hint: '如“物业管理科科长”。Title of the position.' },
  {
    key: 'phone',
    heading: '联系电话',
    required: false,
    width: 18,
    hint: '可不填；查看会留下记录。May be empty; its reading is logged.',
  },
  {
    key: 'validFrom',
    heading: '任职日期',
    required: false,
    width: 14,
    hint: '如 2026-01-01，不填为当天。Today when empty.',
  },
] as const satisfies readonly SheetColumn<string>[];

export type PeopleKey = (typeof peopleColumns)[number]['key'];

export type SheetUnit = {
  readonly id: string;
  readonly kind: UnitKind;
  readonly names: readonly string[];
  readonly code: string | null;
  readonly validFrom: string;
  readonly inScope: boolean;
};

export type KnownPerson = {
  readonly id: string;
  readonly name: string;
  readonly account: string;
  readonly positions: readonly { readonly unitId: string; readonly role: Role }[];
  /** null: may be changed; otherwise why not */
  readonly closed: 'person.outside' | 'person.deactivated' | 'position.own' | 'account.taken' | null;
};

export type PlannedPosition = {
  readonly row: number;
  readonly unitId: string;
  readonly role: Role;
  readonly title: string;
  readonly validFrom: string;
};

export type PlannedPerson = {
  readonly account: string;
  readonly name: string;
  readonly phone: string | null;
  readonly existing: KnownPerson | null;
  readonly positions: readonly PlannedPosition[];
};

export type PeoplePlan = {
  readonly people: readonly PlannedPerson[];
  readonly counts: Counts;
  readonly faults: readonly RowFault[];
};

const heading = (key: PeopleKey) => peopleColumns.find((column) => column.key === key)!.heading;

export function planPeople(
  rows: readonly SheetRow<PeopleKey>[],
  units: readonly SheetUnit[],
  known: ReadonlyMap<string, KnownPerson>,
  today: string,
): PeoplePlan {
  const faults: RowFault[] = [];
  const people = new Map<string, { -readonly [Key in keyof PlannedPerson]: PlannedPerson[Key] } & { row: number }>();
  let unchanged = 0;
  for (const row of rows) {
    const account = row.cells.account.toLowerCase();
    const existing = known.get(account) ?? null;
    const read = readRow(row, account, units, existing, today);
    if (Array.isArray(read)) {
      faults.push(...read);
      continue;
    }
    const person = people.get(account) ?? {
      row: row.row,
      account,
      name: row.cells.name,
      phone: row.cells.phone || null,
      existing,
      positions: [],
    };
    const fault = conflictOf(person, read, row);
    if (fault) {
      faults.push(fault);
      continue;
    }
    people.set(account, person);
    if (existing?.positions.some((held) => held.unitId === read.unitId && held.role === read.role)) {
      unchanged += existing.name === row.cells.name ? 1 : 0;
    } else person.positions = [...person.positions, read];
  }
  const planned = [...people.values()].filter(
    ({ existing, name, positions }) => positions.length > 0 || existing?.name !== name,
  );
  const added = planned.filter(({ existing }) => existing === null).length;
  return { people: planned, faults, counts: { added, changed: planned.length - added, unchanged } };
}

function readRow(
  row: SheetRow<PeopleKey>,
  account: string,
  units: readonly SheetUnit[],
  existing: KnownPerson | null,
  today: string,
): PlannedPosition | RowFault[] {
  const faults = commonFaults(row, peopleColumns, { name: 40, account: 30, phone: 20 });
  if (faults.length > 0) return faults;
  const { cells } = row;
  const at = (key: PeopleKey, code: RowFault['code'], params: RowFault['params'] = {}): RowFault[] => [
    { row: row.row, column: heading(key), code, params },
  ];
  const invalid = (key: PeopleKey, detail: string) => at(key, 'import.invalid_value', { value: cells[key], detail });
  if (!Account.safeParse(account).success) return invalid('account', 'a–z 0–9 . _, 3–30');
  if (existing?.closed) return at('account', existing.closed);
  if (cells.phone !== '' && !Phone.safeParse(cells.phone).success) return invalid('phone', '0–9 +');
  const role = roles.find((one) => one === cells.role || roleInSheet(one) === cells.role);
  if (!role) {
    return at('role', 'import.unknown_value', { value: cells.role, allowed: roleNames });
  }
  const unit = findUnit(units, cells.unit);
  if (unit === 'none') return at('unit', 'import.unknown_unit', { value: cells.unit });
  if (unit === 'several') return at('unit', 'import.ambiguous_unit', { value: cells.unit });
  if (!unit.inScope) return at('unit', 'position.outside');
  const refusal = whyNotRoleIn(unit.kind, role);
  if (refusal) return [refusalFault(row.row, heading('role'), refusal)];
  const validFrom = cells.validFrom === '' ? today : dayOfText(cells.validFrom);
  if (validFrom === null) return invalid('validFrom', 'YYYY-MM-DD');
  if (validFrom < unit.validFrom) return at('validFrom', 'unit.closed');
  return { row: row.row, unitId: unit.id, role, title: cells.title, validFrom };
}

/** What the row says that contradicts earlier rows of the same account, or that no one person may hold. */
function conflictOf(person: PlannedPerson & { row: number }, read: PlannedPosition, row: SheetRow<PeopleKey>) {
  if (person.name !== row.cells.name) {
    const params = { value: row.cells.name, detail: `${person.name} (${person.row})` };
    return { row: row.row, column: heading('name'), code: 'import.invalid_value' as const, params };
  }
  const twin = person.positions.find((one) => one.unitId === read.unitId && one.role === read.role);
  if (twin) return { row: row.row, column: null, code: 'import.duplicate_row' as const, params: { row: twin.row } };
  const held = [...(person.existing?.positions ?? []), ...person.positions].map(({ role }) => role);
  const refusal = whyNotTogether(held, read.role);
  return refusal ? refusalFault(row.row, heading('role'), refusal) : null;
}

function findUnit(units: readonly SheetUnit[], text: string): SheetUnit | 'none' | 'several' {
  const byCode = units.find((unit) => unit.code === text);
  if (byCode) return byCode;
  const named = units.filter((unit) => unit.names.includes(text));
  if (named.length === 0) return 'none';
  return named.length === 1 ? named[0]! : 'several';
}
