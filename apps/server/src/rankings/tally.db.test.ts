import { periodOf } from '@duban/calendar/period';
import { cohortOf, cohortWindow } from '@duban/rankings/cohort';
import { outcomeOf } from '@duban/rankings/outcome';
import { emptyTally, tallyOf } from '@duban/rankings/tally';
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { testWorld } from '../testing/world.ts';
import { readAt } from './counted-cases.ts';
import { tallyByUnit, tallyByWeek } from './ranking.queries.ts';
import { actors, testLedger, units } from './test-ledger.ts';

const world = testWorld({ actors });
const { open, put } = testLedger(world);

beforeEach(open);

test('SQL and the domain agree on every row that the table allows', async () => {
  const states = [
    'awaiting_acceptance',
    'in_progress',
    'awaiting_check',
    'closed',
    'relapsed',
    'disputed',
    'merged',
    'suspended',
  ];
  const rows = fc.sample(
    fc.record({
      handling: fc.constantFrom('east', 'west', 'eastern_community', 'water' as const),
      state: fc.constantFrom(...states),
      closureKind: fc.constantFrom('solved', 'informed', 'plan_filed', 'transferred', 'false_report'),
      finishedLate: fc.constantFrom(true, false, null),
      extensionCount: fc.nat(2),
      returnCount: fc.nat(1),
      reworkCount: fc.nat(1),
      relapseCount: fc.nat(1),
      day: fc.integer({ min: 1, max: 28 }),
    }),
    { numRuns: 200, seed: 7 },
  );
  for (const { day, relapseCount, ...row } of rows) {
    const finishBy = `2026-02-${String(day).padStart(2, '0')}T09:00:00Z`;
    await put({ ...row, finishBy, relapseCount: row.state === 'relapsed' ? 1 : relapseCount });
  }
  const period = periodOf('month', '2026-02-01');
  const scope = {
    jurisdictionId: units.district.id,
    countedBy: 'handling' as const,
    ...cohortWindow(cohortOf(period, world.now())),
    asOf: readAt(world.now().toString()),
  };
  const counted = await tallyByUnit(world.database as never, scope);
  for (const unit of ['east', 'west', 'eastern_community', 'water'] as const) {
    const own = rows.filter((row) => row.handling === unit);
    const expected = tallyOf(
      own.map(({ state, closureKind, finishedLate, extensionCount, returnCount, reworkCount }) => {
        const closed = state === 'closed';
        const exempt = state === 'merged' || (closed && ['transferred', 'false_report'].includes(closureKind));
        return {
          outcome: outcomeOf({ closed, finishedLate, relapsed: state === 'relapsed', exempt }),
          marks: [
            ...(extensionCount > 0 ? (['extended'] as const) : []),
            ...(returnCount > 0 ? (['returned'] as const) : []),
            ...(reworkCount > 0 ? (['reworked'] as const) : []),
            ...(state === 'awaiting_check' ? (['awaitingCheck'] as const) : []),
            ...(closed && ['informed', 'plan_filed'].includes(closureKind) ? (['informedOnly'] as const) : []),
          ],
        };
      }),
      { suspended: own.filter((row) => row.state === 'suspended').length },
    );
    expect([unit, counted.get(units[unit].id) ?? emptyTally]).toEqual([unit, expected]);
  }
  const weeks = await tallyByWeek(world.database as never, scope, world.now(), 86_400 * 30, null);
  const due = [...weeks.values()].reduce((sum, each) => sum + each.open + each.closedOnTime, 0);
  expect(due).toBe([...counted.values()].reduce((sum, each) => sum + each.open + each.closedOnTime, 0));
});
