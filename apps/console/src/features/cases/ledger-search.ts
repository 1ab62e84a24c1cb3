import { allLights, type Light } from '@duban/cases/lights';
import { allCaseStates, type CaseState } from '@duban/cases/states';
import {
  allClosureKinds,
  allPriorities,
  allSourceChannels,
  type ClosureKind,
  type Priority,
  type SourceChannel,
} from '@duban/cases/words';
import { type CaseFilter, caseSorts, unitSides } from '@duban/contract/case-lists';
import { read } from '../../routes/search-format.ts';

/** What the address of the ledger says: the whole filter, the order, and where the page begins. */
export type LedgerSearch = {
  readonly text?: string;
  readonly state?: readonly CaseState[];
  readonly open?: boolean;
  readonly light?: readonly Light[];
  readonly classCode?: readonly string[];
  readonly unitId?: string;
  readonly unitSide?: (typeof unitSides)[number];
  readonly withUnitsBelow?: boolean;
  readonly sourceChannel?: readonly SourceChannel[];
  readonly priority?: readonly Priority[];
  readonly tag?: string;
  readonly closureKind?: readonly ClosureKind[];
  readonly reportedFrom?: string;
  readonly reportedTo?: string;
  readonly finishFrom?: string;
  readonly finishTo?: string;
  readonly closedFrom?: string;
  readonly closedTo?: string;
  readonly finishedLate?: boolean;
  readonly relapsed?: boolean;
  readonly extended?: boolean;
  readonly reworked?: boolean;
  readonly preFilingCheck?: 'missing' | 'ready';
  readonly requestAt?: 'unit' | 'dispatcher';
  readonly check?: 'passed' | 'missing';
  readonly disputeMine?: boolean;
  readonly notMyWork?: boolean;
  readonly recheckAfterDays?: number;
  readonly taskId?: string;
  readonly directiveId?: string;
  readonly sort?: (typeof caseSorts)[number];
  readonly after?: string;
};

/** Reads an address or a saved filter; what it does not understand it leaves out. */
export function readLedgerSearch(raw: Readonly<Record<string, unknown>>): LedgerSearch {
  const search: LedgerSearch = {
    text: read.text(raw.text, 100),
    state: read.list(raw.state, allCaseStates),
    open: read.flag(raw.open),
    light: read.list(raw.light, allLights),
    classCode: read.texts(raw.classCode),
    unitId: read.text(raw.unitId),
    unitSide: read.oneOf(raw.unitSide, unitSides),
    withUnitsBelow: read.flag(raw.withUnitsBelow),
    sourceChannel: read.list(raw.sourceChannel, allSourceChannels),
    priority: read.list(raw.priority, allPriorities),
    tag: read.text(raw.tag, 40),
    closureKind: read.list(raw.closureKind, allClosureKinds),
    reportedFrom: read.date(raw.reportedFrom),
    reportedTo: read.date(raw.reportedTo),
    finishFrom: read.date(raw.finishFrom),
    finishTo: read.date(raw.finishTo),
    closedFrom: read.date(raw.closedFrom),
    closedTo: read.date(raw.closedTo),
    finishedLate: read.flag(raw.finishedLate),
    relapsed: read.flag(raw.relapsed),
    extended: read.flag(raw.extended),
    reworked: read.flag(raw.reworked),
    preFilingCheck: read.oneOf(raw.preFilingCheck, ['missing', 'ready']),
    requestAt: read.oneOf(raw.requestAt, ['unit', 'dispatcher']),
    check: read.oneOf(raw.check, ['passed', 'missing']),
    disputeMine: read.flag(raw.disputeMine),
    notMyWork: read.flag(raw.notMyWork),
    recheckAfterDays: read.whole(raw.recheckAfterDays),
    taskId: read.text(raw.taskId),
    directiveId: read.text(raw.directiveId),
    sort: read.oneOf(raw.sort, caseSorts),
    after: read.text(raw.after),
  };
  return withoutEmpty(search);
}

function withoutEmpty(search: LedgerSearch): LedgerSearch {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as LedgerSearch;
}

/** Fields that say how the list is shown, not what is in it. */
const showing = ['sort', 'after'] as const;

/** What is in the list: the filter without order and place. */
export function filterOf(search: LedgerSearch): LedgerSearch {
  const filter: Record<string, unknown> = { ...search };
  for (const name of showing) delete filter[name];
  return filter as LedgerSearch;
}

export function isFiltered(search: LedgerSearch): boolean {
  return Object.keys(filterOf(search)).length > 0;
}

/** As the wire wants it: flags are words there. */
export function wireFilter(search: LedgerSearch): CaseFilter {
  const entries = Object.entries(filterOf(search)).map(([name, value]) => [
    name,
    typeof value === 'boolean' ? String(value) : value,
  ]);
  return Object.fromEntries(entries) as CaseFilter;
}

/** Are two filters the same list? The order of fields and of values within one does not matter. */
export function sameFilter(a: LedgerSearch, b: LedgerSearch): boolean {
  return canonical(a) === canonical(b);
}

function canonical(search: LedgerSearch): string {
  const entries = Object.entries(filterOf(search))
    .map(([name, value]) => [name, Array.isArray(value) ? [...value].sort() : value] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(entries);
}
