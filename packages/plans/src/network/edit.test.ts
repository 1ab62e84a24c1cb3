import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LINK_KINDS, type Link } from './activity.ts';
import { type Draft, openDraft } from './draft.ts';
import { type PlanChange, edit } from './edit.ts';
import { activity, everyDay, link, network, office, officeDays, sixDays } from './network.example.ts';
import { schedule, scheduleOf } from './schedule.ts';

function open(of = network({})): Draft {
  const draft = openDraft(of, office);
  if ('refused' in draft) throw new Error(draft.code);
  return draft;
}

const COUNT = 8;
const calendars = [officeDays, everyDay, sixDays];
const start = network({
  calendars,
  finishBy: '2026-05-29',
  activities: Array.from({ length: COUNT }, (_, at) =>
    activity(`N${at}`, 2 + ((at * 5) % 7), { calendar: calendars[at % 3]!.id }),
  ),
  links: [link('N0', 'N2'), link('N1', 'N2', 'start_start', 2), link('N2', 'N5'), link('N4', 'N7', 'finish_finish')],
});

const date = fc.constantFrom('2026-03-06', '2026-04-04', '2026-05-01', '2026-05-20');
const change: fc.Arbitrary<PlanChange> = fc.oneof(
  fc
    .record({
      at: fc.nat(COUNT - 1),
      duration: fc.nat(15),
      calendar: fc.constantFrom('office', 'site', 'six', undefined),
      fixed: fc.array(
        fc.record({ kind: fc.constantFrom('start_no_earlier' as const, 'finish_no_later' as const), date }),
        { maxLength: 1 },
      ),
    })
    .map(({ at, duration, ...more }) => ({
      kind: 'activity' as const,
      activity: activity(`N${at}`, duration, more),
    })),
  fc.record({ kind: fc.constant('lag' as const), link: fc.nat(5), lag: fc.integer({ min: -5, max: 9 }) }),
  fc
    .record({ from: fc.nat(COUNT - 1), to: fc.nat(COUNT - 1), kind: fc.constantFrom(...LINK_KINDS), lag: fc.nat(4) })
    .map(({ from, to, ...rest }) => ({
      kind: 'add_link' as const,
      link: { from: `N${from}`, to: `N${to}`, ...rest } as Link,
    })),
  fc.record({ kind: fc.constant('remove_link' as const), link: fc.nat(5) }),
  fc.record({ kind: fc.constant('deadline' as const), finishBy: fc.option(date) }),
);

test('after any run of edits the draft says what a fresh computation says', () => {
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 25 }), (changes) => {
      let draft = open(start);
      let finishBy: string | undefined = start.finishBy;
      for (const one of changes) {
        const next = edit(draft, one);
        if ('refused' in next) continue;
        if (one.kind === 'deadline') finishBy = one.finishBy ?? undefined;
        const { activities, links } = next.flat;
        const fresh = schedule({ ...start, activities, links, finishBy }, office);
        expect(scheduleOf(next)).toEqual(fresh);
        draft = next;
      }
    }),
    { numRuns: 200 },
  );
});

describe('an edit that cannot be', () => {
  const draft = open(start);
  test.each<[string, PlanChange]>([
    ['network.activity_unknown', { kind: 'activity', activity: activity('Z', 1) }],
    ['network.days_negative', { kind: 'activity', activity: activity('N1', -1) }],
    ['network.calendar_unknown', { kind: 'activity', activity: activity('N1', 1, { calendar: 'moon' }) }],
    ['network.link_unknown', { kind: 'lag', link: 99, lag: 1 }],
    ['network.link_unknown', { kind: 'remove_link', link: 99 }],
    ['network.lag_out_of_range', { kind: 'lag', link: 0, lag: 1e9 }],
    ['network.link_to_itself', { kind: 'add_link', link: link('N1', 'N1') }],
    ['network.link_duplicate', { kind: 'add_link', link: link('N0', 'N2') }],
    ['network.link_end_unknown', { kind: 'add_link', link: link('N0', 'X') }],
    ['network.date_outside_calendar', { kind: 'deadline', finishBy: '1999-12-31' }],
  ])('%s', (code, one) => {
    expect(edit(draft, one)).toMatchObject({ refused: true, code });
  });

  test('a link that closes a cycle is refused with the whole chain, and the draft stays', () => {
    expect(edit(draft, { kind: 'add_link', link: link('N5', 'N0') })).toMatchObject({
      code: 'network.cycle',
      params: { chain: 'N0 → N2 → N5 → N0', length: 3 },
    });
    expect(draft.flat.links).toHaveLength(4);
  });
});
