import { expect, it } from 'vitest';
import { choiceOf, readCasesSearch, readRankingSearch } from './ranking-search.ts';

it('shows the last week that is over, cut where the jurisdiction cuts its weeks', () => {
  expect(choiceOf({}, '2026-03-10', 1)).toEqual({
    period: 'week:2026-03-02',
    group: 'streets',
    measure: 'rectification',
    comparison: 'previous',
  });
  expect(choiceOf({}, '2026-03-10', 5).period).toBe('week:2026-02-27');
});

it('drops what no ranking can be asked for', () => {
  expect(readRankingSearch({ period: 'week:2026-13-01', measure: 'persons', comparison: 'year' })).toEqual({
    comparison: 'year',
  });
  expect(readCasesSearch({ count: 'due', period: 'month:2026-03-01', unitId: '', other: 'x' })).toEqual({
    period: 'month:2026-03-01',
    count: 'due',
  });
});
