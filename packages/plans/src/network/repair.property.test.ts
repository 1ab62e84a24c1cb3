import { addWorkingDays } from '@duban/calendar/working-calendar';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LINK_KINDS } from './activity.ts';
import { changesOf } from './apply-repair.ts';
import { openDraft } from './draft.ts';
import { edit } from './edit.ts';
import { activity, everyDay, link, network, office, officeDays, sixDays } from './network.example.ts';
import type { Network } from './network.ts';
import { type Repair, proposeRepairs } from './repair.ts';
import { infeasibleRows, schedule } from './schedule.ts';

// Every proposal is put into the plan's own data and the plan is computed afresh.

function repaired(of: Network, repair: Repair): Network {
  switch (repair.kind) {
    case 'shorten':
      return {
        ...of,
        activities: of.activities.map((one) => (one.id === repair.id ? { ...one, duration: repair.duration } : one)),
      };
    case 'overlap':
      return { ...of, links: of.links.with(repair.link, { ...of.links[repair.link]!, lag: repair.lag }) };
    case 'together':
      return repair.parts.reduce((plan, part) => repaired(plan, part), of);
    case 'move_dates':
      return {
        ...of,
        finishBy: repair.finishBy ?? of.finishBy,
        activities: of.activities.map((one) => ({
          ...one,
          fixed: one.fixed?.map(
            (fixed) => repair.fixed.find(({ id, kind }) => id === one.id && kind === fixed.kind) ?? fixed,
          ),
        })),
      };
  }
}

const less = (repair: Repair): Repair | null => {
  if (repair.kind === 'shorten') return { ...repair, duration: repair.duration + 1 };
  return repair.kind === 'overlap' ? { ...repair, lag: repair.lag + 1 } : null;
};

const late = (of: Network): boolean => {
  const answer = schedule(of, office);
  if ('refused' in answer) throw new Error(answer.code);
  return answer.infeasible.length > 0;
};

const proposals = (of: Network): readonly Repair[] => {
  const draft = openDraft(of, office);
  if ('refused' in draft) throw new Error(draft.code);
  return proposeRepairs(draft);
};

const COUNT = 7;
const ends = fc
  .tuple(fc.nat(COUNT - 1), fc.nat(COUNT - 1))
  .filter(([a, b]) => a !== b)
  .map(([a, b]) => (a < b ? ([a, b] as const) : ([b, a] as const)));

const plans = (kinds: readonly (typeof LINK_KINDS)[number][], calendars: readonly string[], least: number) =>
  fc
    .record({
      rows: fc.array(
        fc.record({
          duration: fc.integer({ min: 1, max: 6 }),
          shortest: fc.integer({ min: 1, max: 6 }),
          calendar: fc.constantFrom(...calendars),
          rigid: fc.boolean(),
        }),
        { minLength: COUNT, maxLength: COUNT },
      ),
      links: fc.uniqueArray(
        fc.record({
          ends,
          kind: fc.constantFrom(...kinds),
          lag: fc.integer({ min: least, max: 3 }),
          rigid: fc.boolean(),
        }),
        { maxLength: 12, selector: (one) => String(one.ends) },
      ),
      finishBy: fc.constantFrom('2026-02-12', '2026-02-25', '2026-03-03', '2026-03-10'),
      limit: fc.option(fc.constantFrom('2026-02-13', '2026-02-26')),
    })
    .map(({ rows, links, finishBy, limit }) =>
      network({
        today: '2026-02-09',
        finishBy,
        calendars: [officeDays, everyDay, sixDays],
        activities: rows.map(({ duration, shortest, ...more }, at) =>
          activity(`N${at}`, duration, {
            ...more,
            shortest: Math.min(shortest, duration),
            fixed: at === 3 && limit ? [{ kind: 'finish_no_later', date: limit }] : undefined,
          }),
        ),
        links: links.map(({ ends: [from, to], kind, lag, rigid }) => ({
          ...link(`N${from}`, `N${to}`, kind, lag),
          rigid,
        })),
      }),
    );

const anyPlan = plans(LINK_KINDS, ['office', 'site', 'six'], -3);
const plainPlan = plans(['finish_start'], ['office'], 0);

test('every proposal makes the plan keep its dates', () => {
  fc.assert(
    fc.property(anyPlan, (of) => {
      const found = proposals(of);
      expect(found.length > 0).toBe(late(of));
      for (const repair of found) expect(late(repaired(of, repair)), JSON.stringify(repair)).toBe(false);
    }),
    { numRuns: 150 },
  );
});

test('carried out as edits, a proposal leaves nothing late', () => {
  fc.assert(
    fc.property(anyPlan, (of) => {
      const draft = openDraft(of, office);
      if ('refused' in draft) throw new Error(draft.code);
      for (const repair of proposeRepairs(draft)) {
        let next = draft;
        for (const change of changesOf(draft, repair)) {
          const edited = edit(next, change);
          if ('refused' in edited) throw new Error(edited.code);
          next = edited;
        }
        expect(infeasibleRows(next), JSON.stringify(repair)).toEqual([]);
      }
    }),
    { numRuns: 150 },
  );
});

test('with finish-to-start links, one day less is not enough', () => {
  fc.assert(
    fc.property(plainPlan, (of) => {
      for (const repair of proposals(of)) {
        const weaker = less(repair);
        if (weaker) expect(late(repaired(of, weaker)), JSON.stringify(repair)).toBe(true);
        if (repair.kind !== 'together') continue;
        for (const part of repair.parts) {
          const rest = {
            ...repair,
            parts: repair.parts.map((one) => (one === part ? (less(part) as typeof part) : one)),
          };
          expect(late(repaired(of, rest)), JSON.stringify(part)).toBe(true);
        }
      }
    }),
    { numRuns: 150 },
  );
});

/** Several ways from one beginning to one end, a little too long; the links cannot be touched. */
const meshes = fc
  .record({
    rows: fc.array(fc.record({ duration: fc.integer({ min: 2, max: 6 }), shortest: fc.integer({ min: 1, max: 4 }) }), {
      minLength: COUNT,
      maxLength: COUNT,
    }),
    links: fc.uniqueArray(ends, { minLength: 3, maxLength: 10, selector: String }),
    days: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ rows, links, days }) => {
    const plan = network({
      activities: rows.map(({ duration, shortest }, at) =>
        activity(`N${at}`, duration, { shortest: Math.min(shortest, duration) }),
      ),
      links: links.map(([from, to]) => ({ ...link(`N${from}`, `N${to}`), rigid: true })),
    });
    const answer = schedule(plan, office);
    if ('refused' in answer) throw new Error(answer.code);
    return { ...plan, finishBy: addWorkingDays(office, answer.finish, -days) };
  });

test('what no single activity can do is done with the fewest days', () => {
  let together = 0;
  fc.assert(
    fc.property(meshes, (of) => {
      const [first] = proposals(of);
      if (first?.kind !== 'together') return;
      together++;
      expect(late(repaired(of, first))).toBe(false);
      expect(first.days).toBe(fewestDays(of, first.days));
    }),
    { numRuns: 150, seed: 20_260_302 },
  );
  expect(together).toBeGreaterThan(10);
});

/** Tries every way to take days off, fewest first. */
function fewestDays(of: Network, most: number): number {
  for (let days = 1; days < most; days++) if (canSave(of, 0, days)) return days;
  return most;
}

function canSave(of: Network, from: number, days: number): boolean {
  if (days === 0) return !late(of);
  for (let at = from; at < of.activities.length; at++) {
    const { duration, shortest = 1, rigid } = of.activities[at]!;
    if (rigid || duration <= shortest) continue;
    const shorter = of.activities.with(at, { ...of.activities[at]!, duration: duration - 1 });
    if (canSave({ ...of, activities: shorter }, at, days - 1)) return true;
  }
  return false;
}
