import { expect, test } from 'vitest';
import { breachesOf } from './breaches.ts';
import type { CrewProject } from './project.ts';

const project: CrewProject = {
  activities: [
    { id: 'a', duration: 2, demands: { crew: 2 }, cost: 5 },
    { id: 'b', duration: 2, demands: { crew: 2 }, calendar: 'odd', notBefore: 1, cost: 5 },
    { id: 'c', duration: 2, calendar: 'odd', interruptible: false },
  ],
  crews: [{ id: 'crew', capacity: 3, changes: [{ from: 9, capacity: 1 }] }],
  links: [{ from: 'a', to: 'b', lag: 1 }],
  calendars: [{ id: 'odd', week: [false, true], stops: [{ from: 11, until: 12 }], extra: [14] }],
  budget: {
    releases: [
      { from: 0, amount: 5 },
      { from: 3, amount: 5 },
    ],
  },
};
const kinds = (starts: number[], finishes: number[]) =>
  breachesOf(project, { starts, finishes }).map(({ kind }) => kind);

test('nothing is said about a schedule that keeps everything', () => {
  expect(kinds([0, 3, 13], [2, 6, 15])).toEqual([]);
});

test.each([
  ['too short', [0, 3, 13], [1, 6, 15], 'duration'],
  ['before it may', [0, 0, 13], [2, 4, 15], 'not_before'],
  ['starts on a day off', [0, 2, 13], [2, 6, 15], 'calendar'],
  ['interrupted although it may not be', [0, 3, 1], [2, 6, 4], 'calendar'],
  ['too soon after what it waits for', [2, 5, 13], [4, 8, 15], null],
  ['before what it waits for is over', [4, 5, 13], [6, 8, 15], 'link'],
  ['two where there is one place', [3, 5, 13], [5, 8, 15], null],
  ['more than the crew', [3, 3, 13], [5, 6, 15], 'capacity'],
  ['after the crew has become small', [9, 13, 13], [11, 15, 15], 'capacity'],
  ['paid before it was released', [0, 1, 13], [2, 4, 15], 'budget'],
])('%s', (_name, starts, finishes, kind) => {
  if (kind === null) expect(kinds(starts, finishes)).toEqual(starts[0] === 3 ? ['link'] : []);
  else expect(kinds(starts, finishes)).toContain(kind);
});
