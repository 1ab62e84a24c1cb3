import { describe, expect, test } from 'vitest';
import { openDraft } from './draft.ts';
import { activity, link, network, office } from './network.example.ts';
import type { Network } from './network.ts';
import { type Repair, proposeRepairs } from './repair.ts';

function repairs(over: Partial<Network>): readonly Repair[] {
  const draft = openDraft(network(over), office);
  if ('refused' in draft) throw new Error(draft.code);
  return proposeRepairs(draft);
}

// Monday 2 March on; March has no holiday. A 4 days, B 6 days, C 5 days in a row end on Friday the 20th.
const A = activity('A', 4);
const B = activity('B', 6);
const C = activity('C', 5);
const row = [link('A', 'B'), link('B', 'C')];

describe('repairs of a plan that is late', () => {
  test('nothing is proposed for a plan that keeps its dates', () => {
    expect(repairs({ activities: [A, B, C], links: row, finishBy: '2026-03-20' })).toEqual([]);
  });

  test('three days late: shorten one, overlap one, or move the end', () => {
    expect(repairs({ activities: [A, B, C], links: row, finishBy: '2026-03-17' })).toEqual([
      { kind: 'shorten', id: 'A', days: 3, duration: 1 },
      { kind: 'shorten', id: 'B', days: 3, duration: 3 },
      { kind: 'shorten', id: 'C', days: 3, duration: 2 },
      { kind: 'overlap', link: 0, from: 'A', to: 'B', linkKind: 'finish_start', days: 3, lag: -3 },
      { kind: 'overlap', link: 1, from: 'B', to: 'C', linkKind: 'finish_start', days: 3, lag: -3 },
      { kind: 'move_dates', finishBy: '2026-03-20', fixed: [] },
    ]);
  });

  test('what may not be shorter is not shortened, what the law sets is neither shortened nor overlapped', () => {
    const found = repairs({
      activities: [{ ...A, shortest: 3 }, { ...B, rigid: true }, C],
      links: [{ ...row[0]!, rigid: true }, row[1]!],
      finishBy: '2026-03-17',
    });
    expect(found.map(({ kind }) => kind)).toEqual(['shorten', 'overlap', 'move_dates']);
    expect(found[0]).toMatchObject({ id: 'C', days: 3 });
    expect(found[1]).toMatchObject({ from: 'B', to: 'C' });
  });

  test('the steps of a decision gate are left alone', () => {
    const found = repairs({
      activities: [A],
      gates: [{ before: 'A', steps: { argue: 5, coordinate: 5, approve: 5 } }],
      finishBy: '2026-03-20',
    });
    // A alone would have to vanish: fifteen days of procedure end on the 20th
    expect(found).toEqual([{ kind: 'move_dates', finishBy: '2026-03-26', fixed: [] }]);
  });

  test('two ways late at once: the fewest days that shorten both', () => {
    // A then (B | C) then D: five days each, ten days for the middle; both ways must lose two days
    const activities = [activity('A', 2, { rigid: true }), activity('B', 5), activity('C', 5), activity('D', 2)];
    const links = [link('A', 'B'), link('A', 'C'), link('B', 'D'), link('C', 'D')];
    const found = repairs({
      activities: activities.map((one) => (one.id === 'D' ? { ...one, shortest: 1 } : one)),
      links: links.map((one) => ({ ...one, rigid: true })),
      finishBy: '2026-03-10',
    });
    expect(found[0]).toEqual({
      kind: 'together',
      days: 3,
      parts: [
        { kind: 'shorten', id: 'D', days: 1, duration: 1 },
        { kind: 'shorten', id: 'B', days: 1, duration: 4 },
        { kind: 'shorten', id: 'C', days: 1, duration: 4 },
      ],
    });
  });

  test('where nothing can be shortened, links are overlapped together', () => {
    const activities = [
      activity('A', 3, { rigid: true }),
      activity('B', 3, { rigid: true }),
      activity('C', 3, { rigid: true }),
    ];
    const found = repairs({ activities, links: row, finishBy: '2026-03-09' });
    // nine days fit into six only if both links lose: at most two days each
    expect(found[0]).toMatchObject({ kind: 'together', days: 3 });
  });

  test('where nothing helps, only the dates can move: the deadline and every fixed date that is missed', () => {
    const rigid = { rigid: true };
    const found = repairs({
      activities: [
        activity('A', 4, { ...rigid, fixed: [{ kind: 'finish_no_later', date: '2026-03-03' }] }),
        activity('M', 0, { fixed: [{ kind: 'finish_no_later', date: '2026-03-04' }] }),
        activity('K', 0, { fixed: [{ kind: 'finish_no_later', date: '2026-03-31' }] }),
      ],
      links: [{ ...link('A', 'M'), rigid: true }],
      finishBy: '2026-03-04',
    });
    expect(found).toEqual([
      {
        kind: 'move_dates',
        finishBy: '2026-03-05',
        fixed: [
          { id: 'A', kind: 'finish_no_later', date: '2026-03-05' },
          { id: 'M', kind: 'finish_no_later', date: '2026-03-05' },
        ],
      },
    ]);
  });

  test('shortening over Spring Festival saves the holiday too', () => {
    // Monday 9 February, seven days: 9 to 14 February, then 24 February; due on the shifted Saturday
    const found = repairs({ today: '2026-02-09', activities: [activity('A', 7)], finishBy: '2026-02-14' });
    expect(found).toEqual([
      { kind: 'shorten', id: 'A', days: 1, duration: 6 },
      { kind: 'move_dates', finishBy: '2026-02-24', fixed: [] },
    ]);
  });

  test('begun work is shortened by what is left of it, never below its shortest', () => {
    const begun = { started: '2026-02-24', remaining: 6 };
    const found = repairs({
      activities: [activity('A', 10, { shortest: 8, progress: begun })],
      finishBy: '2026-03-06',
    });
    expect(found[0]).toEqual({ kind: 'shorten', id: 'A', days: 1, duration: 9, remaining: 5 });
    const later = repairs({
      activities: [activity('A', 10, { shortest: 8, progress: begun })],
      finishBy: '2026-03-04',
    });
    expect(later.map(({ kind }) => kind)).toEqual(['move_dates']);
  });
});
