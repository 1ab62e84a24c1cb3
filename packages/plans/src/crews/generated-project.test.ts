import { describe, expect, test } from 'vitest';
import { generatedProject } from './generated-project.ts';

const recipe = { seed: 5, activities: 60, crews: 4, complexity: 1.8, factor: 0.5, strength: 0.2 };

describe('a generated project has what its recipe says', () => {
  const project = generatedProject(recipe);
  const inner = project.activities.slice(1, -1);

  test('source, sink, and links forward only', () => {
    expect(project.activities).toHaveLength(62);
    expect(project.activities[0]!.duration + project.activities.at(-1)!.duration).toBe(0);
    expect(project.links.every(({ from, to }) => Number(from) < Number(to))).toBe(true);
    expect(project.links.length / project.activities.length).toBeCloseTo(1.8, 1);
  });

  test('every activity lies between source and sink', () => {
    for (const { id } of inner) {
      expect(
        project.links.some(({ to }) => to === id),
        id,
      ).toBe(true);
      expect(
        project.links.some(({ from }) => from === id),
        id,
      ).toBe(true);
    }
  });

  test('no link is redundant', () => {
    const successors = new Map(project.activities.map(({ id }) => [id, [] as string[]]));
    for (const { from, to } of project.links) successors.get(from)!.push(to);
    for (const { from, to } of project.links) {
      const seen = new Set(successors.get(from)!.filter((next) => next !== to));
      for (const next of seen) for (const further of successors.get(next)!) seen.add(further);
      expect(seen.has(to), `${from} → ${to}`).toBe(false);
    }
  });

  test('the share of crews, and capacities between the least and the greatest need', () => {
    const pairs = inner.reduce((sum, { demands }) => sum + Object.keys(demands!).length, 0);
    expect(pairs / (60 * 4)).toBeCloseTo(0.5, 2);
    for (const { id, capacity } of project.crews) {
      expect(capacity).toBeGreaterThanOrEqual(Math.max(...inner.map(({ demands }) => demands![id] ?? 0)));
    }
  });

  test('the seed decides', () => {
    expect(generatedProject(recipe)).toEqual(project);
    expect(generatedProject({ ...recipe, seed: 6 })).not.toEqual(project);
  });
});
