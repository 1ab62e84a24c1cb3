import type { CrewLink, CrewProject } from './project.ts';
import { randomFrom, type Random } from './random.ts';

/**
 * Projects to try the method on, made from a seed with the parameters of ProGen (Kolisch, Sprecher & Drexl 1995,
 * Management Science 41:1693-1703), the generator behind PSPLIB. The files of PSPLIB are not reproduced: only the
 * meaning of its parameters is. The first and the last activity are a source and a sink of duration 0.
 */
export type ProjectRecipe = {
  readonly seed: number;
  /** activities besides source and sink */
  readonly activities: number;
  readonly crews: number;
  /** network complexity: links that are not redundant, per activity, source and sink included (1.5 to 2.1 in PSPLIB) */
  readonly complexity: number;
  /** resource factor: which share of the crews an activity takes on average, 0 to 1 */
  readonly factor: number;
  /** resource strength: 0 is the scarcest capacity at all, 1 hinders nobody */
  readonly strength: number;
};

const GREATEST_DURATION = 10;
const GREATEST_DEMAND = 10;
const STARTERS = 3;
const MOST_LINKS = 3;

export function generatedProject(recipe: ProjectRecipe): CrewProject {
  const random = randomFrom(recipe.seed);
  const size = recipe.activities + 2;
  const links = network(size, Math.round(recipe.complexity * size), random);
  const inner = (at: number) => at > 0 && at < size - 1;
  const durations = Array.from({ length: size }, (_, at) => (inner(at) ? 1 + random.below(GREATEST_DURATION) : 0));
  const demands = demandsFor(recipe, size, random);
  const starts = earliest(durations, links);
  const crewIds = Array.from({ length: recipe.crews }, (_, crew) => `crew ${crew + 1}`);
  const crews = crewIds.map((id, crew) => {
    const greatest = Math.max(1, ...demands.map((of) => of[crew]!));
    const most = Math.max(
      greatest,
      peak(
        starts,
        durations,
        demands.map((of) => of[crew]!),
      ),
    );
    return { id, capacity: greatest + Math.round(recipe.strength * (most - greatest)) };
  });
  return {
    activities: durations.map((duration, at) => ({
      id: String(at + 1),
      duration,
      demands: Object.fromEntries(
        crewIds.flatMap((id, crew) => (demands[at]![crew]! > 0 ? [[id, demands[at]![crew]!]] : [])),
      ),
    })),
    crews,
    links: links.flatMap((successors, from): CrewLink[] =>
      successors.map((to) => ({ from: String(from + 1), to: String(to + 1) })),
    ),
  };
}

/** Successors by activity. Every link leads from a lower to a higher number, and none is redundant. */
function network(size: number, wanted: number, random: Random): number[][] {
  const successors: number[][] = Array.from({ length: size }, () => []);
  const predecessors: number[][] = Array.from({ length: size }, () => []);
  const inner = size - 2;
  const starters = Math.min(STARTERS, inner);
  const join = (from: number, to: number) => {
    successors[from]!.push(to);
    predecessors[to]!.push(from);
  };
  for (let at = 1; at <= starters; at++) join(0, at);
  for (let at = starters + 1; at <= inner; at++) {
    const free = range(1, at - 1).filter((from) => successors[from]!.length < MOST_LINKS);
    join(free[random.below(free.length)]!, at);
  }
  // Everything leads on, except the last few, which the sink collects.
  for (let at = inner - starters; at >= 1; at--) {
    if (successors[at]!.length > 0) continue;
    const open = range(Math.max(at + 1, starters + 1), inner).filter(
      (to) => predecessors[to]!.length < MOST_LINKS && !redundant(successors, predecessors, at, to),
    );
    if (open.length > 0) join(at, open[random.below(open.length)]!);
  }
  for (let at = 1; at <= inner; at++) if (successors[at]!.length === 0) join(at, inner + 1);
  let count = successors.reduce((sum, of) => sum + of.length, 0);
  for (let tries = 0; count < wanted && tries < 200 * size; tries++) {
    const from = 1 + random.below(inner);
    const to = 1 + random.below(inner);
    if (from >= to || to <= starters || successors[from]!.includes(inner + 1)) continue;
    if (successors[from]!.length >= MOST_LINKS || predecessors[to]!.length >= MOST_LINKS) continue;
    if (redundant(successors, predecessors, from, to)) continue;
    join(from, to);
    count++;
  }
  return successors;
}

/** The link would say nothing new, or would make another one say nothing new. */
function redundant(
  successors: readonly number[][],
  predecessors: readonly number[][],
  from: number,
  to: number,
): boolean {
  const after = reached(successors, to);
  const before = reached(predecessors, from);
  if (reached(successors, from).has(to)) return true;
  for (const start of before) if (successors[start]!.some((end) => after.has(end))) return true;
  return false;
}

function reached(links: readonly number[][], from: number): Set<number> {
  const seen = new Set([from]);
  for (const at of seen) for (const next of links[at]!) seen.add(next);
  return seen;
}

/** Every inner activity takes one crew at least; further pairs are drawn until the share of the recipe is reached. */
function demandsFor({ activities, crews, factor }: ProjectRecipe, size: number, random: Random): number[][] {
  const demands = Array.from({ length: size }, () => Array.from({ length: crews }, () => 0));
  if (crews === 0) return demands;
  for (let at = 1; at <= activities; at++) demands[at]![random.below(crews)] = 1 + random.below(GREATEST_DEMAND);
  const open = range(1, activities).flatMap((at) => range(0, crews - 1).map((crew) => ({ at, crew })));
  const missing = open.filter(({ at, crew }) => demands[at]![crew] === 0);
  for (let more = Math.round(factor * activities * crews) - activities; more > 0 && missing.length > 0; more--) {
    const [{ at, crew }] = missing.splice(random.below(missing.length), 1) as [{ at: number; crew: number }];
    demands[at]![crew] = 1 + random.below(GREATEST_DEMAND);
  }
  return demands;
}

function earliest(durations: readonly number[], successors: readonly number[][]): number[] {
  const starts = durations.map(() => 0);
  successors.forEach((of, from) => {
    for (const to of of) starts[to] = Math.max(starts[to]!, starts[from]! + durations[from]!);
  });
  return starts;
}

function peak(starts: readonly number[], durations: readonly number[], demands: readonly number[]): number {
  const used: number[] = [];
  starts.forEach((start, at) => {
    for (let period = start; period < start + durations[at]!; period++)
      used[period] = (used[period] ?? 0) + demands[at]!;
  });
  return Math.max(0, ...used);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, offset) => from + offset);
}
