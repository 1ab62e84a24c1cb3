import { describe, expect, test } from 'vitest';
import type { Activity, Link } from './activity.ts';
import { networkFaults } from './faults.ts';
import { activity, link, network, office, officeDays } from './network.example.ts';
import type { Network } from './network.ts';
import type { PlanCalendar } from './plan-calendar.ts';
import { schedule } from './schedule.ts';

const A = activity('A', 3);
const B = activity('B', 2);
const rows = (...activities: Activity[]) => ({ activities });
const links = (...links: Link[]) => ({ activities: [A, B], links });
const calendar = (over: Partial<PlanCalendar>) => ({ calendars: [{ ...officeDays, ...over }] });

describe('bad input gets a refusal that names the row', () => {
  test.each<[string, Partial<Network>, Record<string, string | number>]>([
    ['network.id_missing', rows(A, activity(' ', 1)), { network_list: 'activities', row: 2 }],
    ['network.id_too_long', rows(activity('x'.repeat(201), 1)), { row: 1 }],
    ['network.id_duplicate', rows(A, B, A), { row: 3, id: 'A', other: 1 }],
    ['network.days_negative', rows(activity('A', -1)), { row: 1, id: 'A', days: -1 }],
    ['network.days_not_whole', rows(A, activity('C', 1.5)), { row: 2, id: 'C', days: '1.5' }],
    ['network.days_not_whole', rows(activity('C', Number.NaN)), { row: 1 }],
    ['network.days_not_whole', rows(activity('C', '5天' as unknown as number)), { days: '5天' }],
    ['network.days_too_many', rows(activity('C', 1e9)), { row: 1, days: 1e9 }],
    ['network.shortest_above_duration', rows(activity('C', 3, { shortest: 4 })), { row: 1 }],
    ['network.calendar_unknown', rows(activity('C', 3, { calendar: 'moon' })), { row: 1, calendar: 'moon' }],
    ['network.calendar_missing', { calendars: [], activities: [A] }, {}],
    ['network.calendar_week_unknown', calendar({ week: [0] as never }), { row: 1, calendar: 'office' }],
    ['network.calendar_week_unknown', calendar({ week: [] }), { row: 1 }],
    [
      'network.stop_window_invalid',
      calendar({ stops: [{ kind: 'rain', name: '汛期', from: '06-31', to: '08-15' }] }),
      { row: 1, window: '06-31—08-15' },
    ],
    [
      'network.stop_window_invalid',
      calendar({ stops: [{ kind: 'other', name: '高考', from: '2026-06-10', to: '2026-06-07' }] }),
      { row: 1 },
    ],
    [
      'network.calendar_never_works',
      calendar({ stops: [{ kind: 'other', name: '全年', from: '01-01', to: '12-31' }] }),
      { row: 1, calendar: 'office' },
    ],
    [
      'network.date_outside_calendar',
      rows(activity('C', 1, { fixed: [{ kind: 'start_on', date: '1998-05-04' }] })),
      { network_list: 'activities', row: 1, id: 'C', date: '1998-05-04' },
    ],
    ['network.date_outside_calendar', { today: '2026-02-30' }, { id: 'today' }],
    ['network.date_outside_calendar', { finishBy: '2100-01-01' }, { id: 'finishBy' }],
    [
      'network.fixed_kind_unknown',
      rows(activity('C', 1, { fixed: [{ kind: 'someday' as never, date: '2026-05-04' }] })),
      { row: 1, kind: 'someday' },
    ],
    [
      'network.progress_in_future',
      rows(activity('C', 1, { progress: { started: '2026-03-03' } })),
      { row: 1, date: '2026-03-03' },
    ],
    [
      'network.progress_out_of_order',
      rows(activity('C', 1, { progress: { started: '2026-02-03', finished: '2026-02-02' } })),
      { row: 1 },
    ],
    [
      'network.remaining_contradicts',
      rows(activity('C', 4, { progress: { started: '2026-02-03', remaining: 0 } })),
      { row: 1, remaining: 0 },
    ],
    ['network.link_end_unknown', links(link('A', 'B'), link('A', 'Z')), { row: 2, id: 'Z' }],
    ['network.link_to_itself', links(link('A', 'A')), { row: 1, id: 'A' }],
    ['network.link_duplicate', links(link('A', 'B'), link('A', 'B')), { row: 2, other: 1 }],
    ['network.link_kind_unknown', links(link('A', 'B', 'sideways' as never)), { row: 1, kind: 'sideways' }],
    ['network.lag_unit_unknown', links({ ...link('A', 'B'), lagTime: 'hours' as never }), { row: 1, unit: 'hours' }],
    ['network.lag_out_of_range', links(link('A', 'B', 'finish_start', 1e9)), { row: 1, lag: '1000000000' }],
    ['network.lag_out_of_range', links(link('A', 'B', 'finish_start', 0.5)), { row: 1, lag: '0.5' }],
    [
      'network.gate_activity_unknown',
      { gates: [{ before: 'Z', steps: { argue: 1, coordinate: 1, approve: 1 } }] },
      { row: 1, id: 'Z' },
    ],
    [
      'network.days_negative',
      { ...rows(A), gates: [{ before: 'A', steps: { argue: 1, coordinate: -1, approve: 1 } }] },
      { network_list: 'gates', row: 1 },
    ],
    [
      'network.id_duplicate',
      { ...rows(A, activity('A/argue', 1)), gates: [{ before: 'A', steps: { argue: 1, coordinate: 1, approve: 1 } }] },
      { network_list: 'gates', id: 'A/argue', other: 2 },
    ],
    ['network.pair_activity_unknown', { ...rows(A), pairs: [{ removal: 'A', replacement: 'Z' }] }, { row: 1, id: 'Z' }],
    ['network.pair_with_itself', { ...rows(A), pairs: [{ removal: 'A', replacement: 'A' }] }, { row: 1 }],
    [
      'network.pair_not_earlier',
      { ...rows(A, B), pairs: [{ removal: 'A', replacement: 'B', daysBefore: 0 }] },
      { row: 1, removal: 'A' },
    ],
  ])('%s', (code, over, params) => {
    expect(schedule(network(over), office)).toMatchObject({ refused: true, code, params });
  });

  test('all faults are told at once, at most a hundred', () => {
    const bad = Array.from({ length: 150 }, (_, at) => activity(`N${at}`, -1));
    expect(networkFaults(network({ activities: bad }))).toHaveLength(100);
    expect(networkFaults(network(rows(activity('A', -1), activity('A', 2)))).map(({ code }) => code)).toEqual([
      'network.days_negative',
      'network.id_duplicate',
    ]);
    expect(networkFaults(network(rows(A, B)))).toEqual([]);
  });

  test('an absurd number of rows is refused without reading them', () => {
    const answer = schedule(network({ activities: Array.from({ length: 100_001 }, () => A) }), office);
    expect(answer).toMatchObject({ code: 'network.too_large', params: { network_list: 'activities', count: 100_001 } });
  });
});

describe('cycles', () => {
  test('the whole chain is named, without detours', () => {
    const activities = ['A', 'B', 'C', 'D', 'E'].map((id) => activity(id, 1));
    const round = [link('A', 'B'), link('B', 'C'), link('C', 'D'), link('D', 'B'), link('D', 'E')];
    expect(schedule(network({ activities, links: round }), office)).toMatchObject({
      code: 'network.cycle',
      params: { chain: 'B → C → D → B', length: 3, rows: '2, 3, 4' },
    });
  });

  test('a chain of ten thousand that bites its tail is named whole and at once', () => {
    const activities = Array.from({ length: 10_000 }, (_, at) => activity(`N${at}`, 1));
    const round = activities.map(({ id }, at) => link(id, `N${(at + 1) % 10_000}`));
    const answer = schedule(network({ activities, links: round }), office);
    expect(answer).toMatchObject({ code: 'network.cycle', params: { length: 10_000 } });
  });

  test('a pair that contradicts a link is a cycle too', () => {
    const answer = schedule(
      network({ activities: [A, B], links: [link('A', 'B')], pairs: [{ removal: 'A', replacement: 'B' }] }),
      office,
    );
    expect(answer).toMatchObject({ code: 'network.cycle', params: { chain: 'A → B → A', rows: '1' } });
  });
});
