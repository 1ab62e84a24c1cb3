import { expect, test } from 'vitest';
import { compile } from './compile.ts';
import { placeAlone } from './calendar-placement.ts';
import { emptyPlacement } from './free-capacity.ts';
import { generatedProject } from './generated-project.ts';
import { raisedBound, simpleBounds } from './lower-bound.ts';
import type { CrewProject } from './project.ts';
import { scheduleCrews } from './schedule.ts';
import { topologicalOrder } from './topological.ts';

function boundsOf(project: CrewProject) {
  const at = new Map(project.activities.map(({ id }, index) => [id, index]));
  const sorted = topologicalOrder(
    project.activities.length,
    project.links.map(({ from, to }) => ({ from: at.get(from)!, to: at.get(to)! })),
  );
  if ('chain' in sorted) throw new Error('a circle');
  const model = compile(project, sorted.order);
  const alone = emptyPlacement(model);
  placeAlone(model, model.forward, alone, model.topological);
  const bounds = simpleBounds(model, alone);
  // Nothing is known but that all activities one after the other end somewhere.
  const known = model.duration.reduce((sum, duration) => sum + duration, 0);
  const windows = raisedBound(model, bounds, bounds.simple, known, false);
  return { simple: bounds.simple, windows, shaving: raisedBound(model, bounds, windows, known, true) };
}

const scarce = Array.from({ length: 5 }, (_, seed) =>
  generatedProject({
    seed,
    activities: 30,
    crews: 4,
    complexity: 1.8,
    factor: seed % 2 === 0 ? 0.5 : 1,
    strength: 0.2,
  }),
);

test('each bound is at least the cheaper one, and none is above what a search finds', () => {
  let raised = 0;
  let reached = 0;
  for (const project of scarce) {
    const { simple, windows, shaving } = boundsOf(project);
    const found = scheduleCrews(project, { seed: 1, schedules: 3000 });
    if ('refused' in found) throw new Error(found.code);
    expect(windows).toBeGreaterThanOrEqual(simple);
    expect(shaving).toBeGreaterThanOrEqual(windows);
    expect(shaving).toBeLessThanOrEqual(found.makespan);
    if (shaving > simple) raised++;
    if (shaving === found.makespan) reached++;
  }
  expect(raised).toBeGreaterThan(2);
  expect(reached).toBeGreaterThan(0);
});

test('work that fills a crew, and pairs that never share it', () => {
  const project: CrewProject = {
    activities: [4, 4, 4].map((duration, at) => ({ id: `${at}`, duration, demands: { crew: 2 } })),
    crews: [{ id: 'crew', capacity: 3 }],
    links: [],
  };
  expect(boundsOf(project)).toEqual({ simple: 8, windows: 8, shaving: 12 });
});
