import { CaseFilter } from '@duban/contract/case-lists';
import { describe, expect, it } from 'vitest';
import { parseSearch, stringifySearch } from '../../routes/search-format.ts';
import { filterOf, isFiltered, type LedgerSearch, readLedgerSearch, sameFilter, wireFilter } from './ledger-search.ts';

const search: LedgerSearch = {
  text: '占道',
  state: ['filed', 'returned'],
  light: ['red'],
  open: true,
  withUnitsBelow: false,
  unitSide: 'handling',
  recheckAfterDays: 30,
  sort: 'newest',
  after: 'cursor',
};

describe('the address of the ledger', () => {
  it('is read back as it was written', () => {
    expect(readLedgerSearch(parseSearch(stringifySearch(search)))).toEqual(search);
  });

  it('knows every field of the filter on the wire', () => {
    const given: Record<string, unknown> = {
      ...Object.fromEntries(Object.keys(CaseFilter.shape).map((name) => [name, 'true'])),
      state: 'filed',
      light: 'red',
      unitSide: 'line',
      sourceChannel: 'patrol',
      priority: 'urgent',
      closureKind: 'solved',
      preFilingCheck: 'ready',
      requestAt: 'unit',
      check: 'passed',
      recheckAfterDays: '7',
    };
    for (const name of Object.keys(given)) if (/From$|To$/.test(name)) given[name] = '2026-03-01';
    expect(Object.keys(readLedgerSearch(given)).sort()).toEqual(Object.keys(CaseFilter.shape).sort());
  });

  it('leaves out what it does not know', () => {
    expect(readLedgerSearch({ state: ['filed', 'x'], light: 'purple', open: 'maybe', nonsense: 1 })).toEqual({
      state: ['filed'],
    });
  });

  it('separates what is in the list from how it is shown', () => {
    expect(filterOf(search)).not.toHaveProperty('sort');
    expect(filterOf(search)).not.toHaveProperty('after');
    expect(isFiltered({ sort: 'newest' })).toBe(false);
    expect(isFiltered({ open: false })).toBe(true);
  });

  it('sends flags as words', () => {
    expect(wireFilter(search)).toMatchObject({ open: 'true', withUnitsBelow: 'false', recheckAfterDays: 30 });
  });

  it('knows the same list under another order of words', () => {
    expect(sameFilter(search, { ...search, state: ['returned', 'filed'], sort: 'deadline', after: 'other' })).toBe(
      true,
    );
    expect(sameFilter(search, { ...search, state: ['filed'] })).toBe(false);
  });
});
