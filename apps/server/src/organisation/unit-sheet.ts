import { whyNotCode } from '@duban/organisation/code';
import { type UnitKind, unitKinds, whyNotPlace } from '@duban/organisation/unit-kind';
import { commonFaults, type Counts, dayOfText, refusalFault, type RowFault } from './import-report.ts';
import type { SheetRow } from './sheet.ts';
import { kindInSheet, kindNames, unitColumns, type UnitKey } from './unit-columns.ts';

/** A sheet of units, turned into a plan of what to found, rename and move. Pure: the tree comes in as an argument. */

export type KnownUnit = {
  readonly id: string;
  readonly code: string | null;
  readonly name: string;
  readonly shortName: string;
  readonly aliases: readonly string[];
  readonly kind: UnitKind;
  readonly parentId: string | null;
  readonly validFrom: string;
  readonly statistical: string | null;
  /** may the caller change it and put units below it? */
  readonly inScope: boolean;
};

export type PlannedUnit = {
  readonly row: number;
  readonly existing: KnownUnit | null;
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly aliases: readonly string[];
  readonly kind: UnitKind;
  readonly parentCode: string;
  readonly statistical: string | null;
  readonly validFrom: string;
};

export type UnitPlan = {
  /** parents before children */
  readonly units: readonly PlannedUnit[];
  readonly counts: Counts;
  readonly faults: readonly RowFault[];
};

const heading = (key: UnitKey) => unitColumns.find((column) => column.key === key)!.heading;

export function planUnits(rows: readonly SheetRow<UnitKey>[], known: readonly KnownUnit[], today: string): UnitPlan {
  const faults: RowFault[] = [];
  const byCode = new Map(known.flatMap((unit) => (unit.code === null ? [] : [[unit.code, unit] as const])));
  const planned = new Map<string, PlannedUnit>();
  const rowOf = new Map<string, number>();
  for (const row of rows) {
    const code = row.cells.code;
    const earlier = rowOf.get(code);
    if (code !== '' && earlier !== undefined) {
      faults.push({ row: row.row, column: heading('code'), code: 'import.duplicate_row', params: { row: earlier } });
      continue;
    }
    rowOf.set(code, row.row);
    const read = readRow(row, byCode.get(code) ?? null, today);
    if (Array.isArray(read)) faults.push(...read);
    else planned.set(code, read);
  }
  for (const fault of placeFaults(planned, byCode, rowOf)) {
    faults.push(fault);
  }
  dropFaulty(planned, faults, rowOf);
  for (const fault of nameFaults(planned, known)) faults.push(fault);
  dropFaulty(planned, faults, rowOf);
  const units = parentsFirst(planned);
  const changes = units.filter(({ existing }) => existing !== null).map((unit) => isChange(unit, known));
  return {
    units,
    faults,
    counts: {
      added: units.filter(({ existing }) => existing === null).length,
      changed: changes.filter(Boolean).length,
      unchanged: changes.filter((change) => !change).length,
    },
  };
}

function readRow(row: SheetRow<UnitKey>, existing: KnownUnit | null, today: string): PlannedUnit | RowFault[] {
  const faults = commonFaults(row, unitColumns, { shortName: 20, code: 30, parent: 30, aliases: 600, statistical: 12 });
  if (faults.length > 0) return faults;
  const { code, name, shortName, parent, statistical } = row.cells;
  const kind = unitKinds.find((one) => one === row.cells.kind || kindInSheet(one) === row.cells.kind);
  if (!kind) {
    const params = { value: row.cells.kind, allowed: kindNames };
    return [{ row: row.row, column: heading('kind'), code: 'import.unknown_value', params }];
  }
  const invalid = (key: UnitKey, detail: string): RowFault[] => [
    { row: row.row, column: heading(key), code: 'import.invalid_value', params: { value: row.cells[key], detail } },
  ];
  if (existing && !existing.inScope) {
    return [{ row: row.row, column: heading('code'), code: 'unit.outside', params: {} }];
  }
  if (existing && existing.kind !== kind)
    return invalid('kind', `${kindInSheet(existing.kind)} ≠ ${kindInSheet(kind)}`);
  const validFrom = row.cells.validFrom === '' ? (existing?.validFrom ?? today) : dayOfText(row.cells.validFrom);
  if (validFrom === null) return invalid('validFrom', 'YYYY-MM-DD');
  const wrongCode = statistical === '' ? null : whyNotCode('statistical', statistical);
  if (wrongCode) return [refusalFault(row.row, heading('statistical'), wrongCode)];
  const aliases = row.cells.aliases
    .split(/[、;；,，]/)
    .map((alias) => alias.trim())
    .filter(Boolean);
  if (aliases.length > 20) return invalid('aliases', '≤ 20');
  return {
    row: row.row,
    existing,
    code,
    name,
    shortName,
    aliases,
    kind,
    parentCode: parent,
    statistical: statistical || null,
    validFrom,
  };
}

/** Parents that do not exist, cannot hold this kind, lie outside of the caller's reach, or lead in a circle. */
function* placeFaults(
  planned: ReadonlyMap<string, PlannedUnit>,
  known: ReadonlyMap<string, KnownUnit>,
  rowOf: ReadonlyMap<string, number>,
): Generator<RowFault> {
  for (const unit of planned.values()) {
    const at = (code: RowFault['code'], params: RowFault['params'] = {}): RowFault => ({
      row: unit.row,
      column: heading('parent'),
      code,
      params,
    });
    const parent = planned.get(unit.parentCode) ?? known.get(unit.parentCode);
    if (unit.existing?.parentId === null) {
      if (unit.parentCode !== '') yield at('unit.top');
    } else if (unit.parentCode === '') yield at('import.missing');
    else if (!parent) {
      const faultyRow = rowOf.get(unit.parentCode);
      if (faultyRow === undefined) yield at('import.unknown_unit', { value: unit.parentCode });
    } else if ('inScope' in parent && !parent.inScope) yield at('unit.outside');
    else if (isCircle(unit, planned, known)) yield at('import.parent_cycle');
    else {
      const refusal = whyNotPlace(unit.kind, parent.kind);
      if (refusal) yield refusalFault(unit.row, heading('parent'), refusal);
    }
  }
}

function isCircle(
  unit: PlannedUnit,
  planned: ReadonlyMap<string, PlannedUnit>,
  known: ReadonlyMap<string, KnownUnit>,
): boolean {
  const byId = new Map([...known.values()].map((one) => [one.id, one]));
  const seen = new Set([unit.code]);
  let code: string | null = unit.parentCode;
  while (code !== null) {
    if (seen.has(code)) return true;
    seen.add(code);
    const next: PlannedUnit | undefined = planned.get(code);
    const parentId: string | null = known.get(code)?.parentId ?? null;
    code = next ? next.parentCode : parentId === null ? null : (byId.get(parentId)?.code ?? null);
  }
  return false;
}

/** Takes out what is faulty and then, again and again, what hangs from it. */
function dropFaulty(planned: Map<string, PlannedUnit>, faults: RowFault[], rowOf: ReadonlyMap<string, number>): void {
  const faulty = new Set(faults.map((fault) => fault.row));
  for (const [code, unit] of planned) if (faulty.has(unit.row)) planned.delete(code);
  for (let found = true; found;) {
    found = false;
    for (const [code, unit] of planned) {
      const parentRow = rowOf.get(unit.parentCode);
      if (parentRow === undefined || planned.has(unit.parentCode)) continue;
      planned.delete(code);
      faults.push({
        row: unit.row,
        column: heading('parent'),
        code: 'import.parent_faulty',
        params: { row: parentRow },
      });
      found = true;
    }
  }
}

/** No two units below one parent share a name, and no two units a statistical code, in the sheet or with the tree. */
function* nameFaults(planned: ReadonlyMap<string, PlannedUnit>, known: readonly KnownUnit[]): Generator<RowFault> {
  const codeOf = new Map(known.map((unit) => [unit.id, unit.code]));
  const taken = new Set<string>();
  for (const unit of known) {
    if (unit.code !== null && planned.has(unit.code)) continue;
    if (unit.statistical) taken.add(`\0${unit.statistical}`);
    if (unit.parentId !== null) taken.add(`${codeOf.get(unit.parentId) ?? ''}\n${unit.name}`);
  }
  for (const unit of planned.values()) {
    const key = `${unit.parentCode}\n${unit.name}`;
    if (taken.has(key)) yield { row: unit.row, column: heading('name'), code: 'unit.name_taken', params: {} };
    taken.add(key);
    const statistical = unit.statistical && `\0${unit.statistical}`;
    if (statistical && taken.has(statistical)) {
      yield { row: unit.row, column: heading('statistical'), code: 'unit.code_taken', params: {} };
    }
    if (statistical) taken.add(statistical);
  }
}

function parentsFirst(planned: ReadonlyMap<string, PlannedUnit>): PlannedUnit[] {
  const ordered: PlannedUnit[] = [];
  const done = new Set<string>();
  const add = (unit: PlannedUnit) => {
    if (done.has(unit.code)) return;
    done.add(unit.code);
    const parent = planned.get(unit.parentCode);
    if (parent) add(parent);
    ordered.push(unit);
  };
  for (const unit of planned.values()) add(unit);
  return ordered;
}

/** What the row changes in the unit that exists. */
export function changesOf(unit: PlannedUnit, known: readonly KnownUnit[]) {
  const { existing } = unit;
  const parentCode = known.find((one) => one.id === existing?.parentId)?.code ?? null;
  return {
    names:
      existing !== null &&
      (existing.name !== unit.name ||
        existing.shortName !== unit.shortName ||
        unit.aliases.some((alias) => !existing.aliases.includes(alias))),
    parent: existing !== null && (parentCode ?? '') !== unit.parentCode,
    statistical: unit.statistical !== null && existing?.statistical !== unit.statistical,
  };
}

function isChange(unit: PlannedUnit, known: readonly KnownUnit[]): boolean {
  const { names, parent, statistical } = changesOf(unit, known);
  return names || parent || statistical;
}
