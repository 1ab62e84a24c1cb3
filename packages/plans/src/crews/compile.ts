import { compileBudget } from './budget.ts';
import { BINDS_FINISH, FROM_START, type Links, type Model, type Steps } from './model.ts';
import { addPacked, packingFor } from './packing.ts';
import type { CrewLink, CrewProject } from './project.ts';
import { compileCalendars, horizonOf, type MaskTable } from './working-masks.ts';

/** A project that `whyNotProject` has nothing against, as flat arrays. */
export function compile(project: CrewProject, topological: Int32Array): Model {
  const { activities, crews, links } = project;
  const size = activities.length;
  const duration = Int32Array.from(activities, (activity) => activity.duration);
  const demands = demandsOf(project);
  const capacities = crews.map((crew) => stepsOf(crew.capacity, crew.changes ?? []));
  const horizon = horizonOf(project);
  const masks = compileCalendars(project, horizon);
  const packing = packingFor(capacities.map(({ values }) => Math.max(...values)));
  const packedDemand = new Int32Array(size * packing.words);
  for (let activity = 0; activity < size; activity++) {
    for (let crew = 0; crew < crews.length; crew++) {
      addPacked(packedDemand, activity * packing.words, packing, crew, demands[activity * crews.length + crew]!);
    }
  }
  const capacityChanges = capacities.some(({ values }) => values.length > 1);
  const at = new Map(activities.map(({ id }, index) => [id, index]));
  const edges = links.map((link) => edgeOf(link, at, duration, masks));
  const forward = linksOf(size, edges);
  const mirror = linksOf(
    size,
    edges.map((edge) => mirrored(edge, duration)),
  );
  const budget = compileBudget(project);
  return {
    size,
    crews: crews.length,
    horizon,
    duration,
    notBefore: Int32Array.from(activities, ({ notBefore }) => notBefore ?? 0),
    demands,
    packing,
    packedDemand,
    packedCapacity: packedCapacityOf(capacities, packing, capacityChanges ? horizon + 1 : 1),
    capacityChanges,
    capacities,
    topological,
    forward,
    mirror,
    plain: !masks.used && budget === null,
    overlaps: masks.used || overlapping(forward, mirror),
    calendars: masks.calendars,
    budget,
  };
}

function demandsOf({ activities, crews }: CrewProject): Int32Array {
  const demands = new Int32Array(activities.length * crews.length);
  const crewAt = new Map(crews.map(({ id }, index) => [id, index]));
  activities.forEach((activity, index) => {
    for (const [id, amount] of Object.entries(activity.demands ?? {})) {
      demands[index * crews.length + crewAt.get(id)!] = amount;
    }
  });
  return demands;
}

export function stepsOf(
  first: number,
  changes: readonly { readonly from: number; readonly capacity: number }[],
): Steps {
  const from = [0];
  const values = [first];
  for (const change of [...changes].sort((a, b) => a.from - b.from)) {
    if (change.from === from.at(-1)) values[values.length - 1] = change.capacity;
    else if (change.capacity !== values.at(-1)) {
      from.push(change.from);
      values.push(change.capacity);
    }
  }
  return { from, values };
}

function packedCapacityOf(capacities: readonly Steps[], packing: Model['packing'], periods: number): Int32Array {
  const packed = new Int32Array(periods * packing.words);
  for (let period = 0; period < periods; period++) packed.set(packing.guard, period * packing.words);
  capacities.forEach(({ from, values }, crew) => {
    for (let step = 0; step < from.length; step++) {
      const until = Math.min(from[step + 1] ?? periods, periods);
      for (let period = from[step]!; period < until; period++) {
        addPacked(packed, period * packing.words, packing, crew, values[step]!);
      }
    }
  });
  return packed;
}

type Edge = {
  readonly from: number;
  readonly to: number;
  readonly ends: number;
  readonly startLag: number;
  readonly lag: number;
  readonly lagMask: number;
};

const endsOf = {
  finish_start: 0,
  start_start: FROM_START,
  finish_finish: BINDS_FINISH,
  start_finish: FROM_START | BINDS_FINISH,
} as const;

function edgeOf(link: CrewLink, at: ReadonlyMap<string, number>, duration: Int32Array, masks: MaskTable): Edge {
  const from = at.get(link.from)!;
  const to = at.get(link.to)!;
  const ends = endsOf[link.kind ?? 'finish_start'];
  const lag = link.lag ?? 0;
  const startLag =
    lag + ((ends & FROM_START) === 0 ? duration[from]! : 0) - ((ends & BINDS_FINISH) === 0 ? 0 : duration[to]!);
  return { from, to, ends, startLag, lag, lagMask: masks.lagMaskOf(link) };
}

/** Time run backwards: successors wait for nothing, starts are finishes, and who waited is waited for. */
function mirrored(edge: Edge, duration: Int32Array): Edge {
  const fromStart = (edge.ends & BINDS_FINISH) !== 0;
  const bindsFinish = (edge.ends & FROM_START) !== 0;
  return {
    from: edge.to,
    to: edge.from,
    ends: (fromStart ? FROM_START : 0) | (bindsFinish ? BINDS_FINISH : 0),
    startLag: edge.startLag + duration[edge.to]! - duration[edge.from]!,
    lag: edge.lag,
    lagMask: edge.lagMask,
  };
}

function linksOf(size: number, edges: readonly Edge[]): Links {
  const first = new Int32Array(size + 1);
  for (const { to } of edges) first[to + 1]!++;
  for (let activity = 0; activity < size; activity++) first[activity + 1]! += first[activity]!;
  const next = first.slice();
  const links: Links = {
    first,
    other: new Int32Array(edges.length),
    startLag: new Int32Array(edges.length),
    ends: new Uint8Array(edges.length),
    lag: new Int32Array(edges.length),
    lagMask: new Int16Array(edges.length),
  };
  for (const edge of edges) {
    const place = next[edge.to]!++;
    links.other[place] = edge.from;
    links.startLag[place] = edge.startLag;
    links.ends[place] = edge.ends;
    links.lag[place] = edge.lag;
    links.lagMask[place] = edge.lagMask;
  }
  return links;
}

function overlapping(forward: Links, mirror: Links): boolean {
  return forward.startLag.some((lag) => lag < 0) || mirror.startLag.some((lag) => lag < 0);
}
