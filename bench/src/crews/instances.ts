import { generatedProject } from '@duban/plans/crews/generated-project';
import type { CrewProject } from '@duban/plans/crews/project';

/** A project, and the makespan that it is compared with. */
export type Instance = {
  readonly name: string;
  readonly project: CrewProject;
  /** null: not known */
  readonly bestKnown: number | null;
  readonly proved: boolean;
};

/** Parameters of PSPLIB's three sets: factor × strength in full, the complexity in turns. */
const sets = [
  { activities: 30, strengths: [0.2, 0.5, 0.7, 1] },
  { activities: 60, strengths: [0.2, 0.5, 0.7, 1] },
  { activities: 120, strengths: [0.1, 0.2, 0.3, 0.4, 0.5] },
];
const factors = [0.25, 0.5, 0.75, 1];
const complexities = [1.5, 1.8, 2.1];

/**
 * Projects of our own, made from seeds with PSPLIB's parameters: PSPLIB's files themselves are not part of this
 * repository.
 */
export function ownInstances(bestKnown: Readonly<Record<string, BestKnown>>): Instance[] {
  return sets.flatMap(({ activities, strengths }) =>
    factors.flatMap((factor, row) =>
      strengths.map((strength, column) => {
        const complexity = complexities[(row + column) % complexities.length]!;
        const seed = activities * 100 + row * 10 + column;
        const name = `${activities}-${row + 1}${column + 1}`;
        const known = bestKnown[name];
        return {
          name,
          project: generatedProject({ seed, activities, crews: 4, complexity, factor, strength }),
          bestKnown: known?.makespan ?? null,
          proved: known?.proved ?? false,
        };
      }),
    ),
  );
}

export type BestKnown = { readonly makespan: number; readonly proved: boolean };
