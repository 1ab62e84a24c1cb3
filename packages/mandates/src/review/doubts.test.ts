import { expect, test } from 'vitest';
import { type DoubtfulDirective, doubtsAbout, partByDoubt } from './doubts.ts';

const directive = (over: Partial<DoubtfulDirective> = {}): DoubtfulDirective => ({
  state: 'proposed',
  outcome: 'task',
  lineUnitId: 'u',
  classCode: null,
  placeText: '',
  targets: [],
  indicator: null,
  promise: null,
  mentions: [],
  doubts: [],
  start: 10,
  end: 20,
  ...over,
});
const sure = { unknowns: [], contradictions: [], gaps: [] };
const codes = (of: DoubtfulDirective, places = sure as Parameters<typeof doubtsAbout>[1]) =>
  doubtsAbout(of, places).map(({ code }) => code);

test('units in doubt, something missing, and unsure places are reasons to look', () => {
  expect(codes(directive())).toEqual([]);
  expect(codes(directive({ mentions: [{ mention: '有关部门', doubt: true }] }))).toEqual(['directive.unit_doubtful']);
  expect(codes(directive({ doubts: ['owner_is_addressee', 'day_before_document', 'day_not_computable'] }))).toEqual([
    'directive.owner_assumed',
    'directive.day_past',
  ]);
  expect(codes(directive({ lineUnitId: null }))).toEqual(['directive.line_unit_missing']);
  expect(codes(directive(), { ...sure, unknowns: [{ kind: 'name', start: 12, end: 13 }] })).toEqual([
    'directive.holds_unknown',
  ]);
  expect(codes(directive(), { ...sure, unknowns: [{ kind: 'number', start: 15, end: 15 }] })).toEqual([
    'directive.holds_unknown',
  ]);
  expect(codes(directive(), { ...sure, unknowns: [{ kind: 'editor_note', start: 12, end: 13 }] })).toEqual([]);
  expect(codes(directive(), { ...sure, contradictions: [{ start: 19, end: 25 }] })).toEqual([
    'directive.holds_contradiction',
  ]);
  expect(codes(directive(), { ...sure, gaps: [{ start: 20, end: 20 }] })).toEqual([]);
});

test('all at once takes the clear ones and says why it leaves the others', () => {
  const parted = partByDoubt([directive(), directive({ lineUnitId: null })], sure);
  expect(parted.clear).toHaveLength(1);
  expect(parted.doubtful).toMatchObject([{ why: { code: 'directive.line_unit_missing' } }]);
});
