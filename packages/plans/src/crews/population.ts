import { cross } from './crossover.ts';
import { type Model, NO_ROOM } from './model.ts';
import type { Random } from './random.ts';
import { sampler } from './sampling.ts';
import type { ScheduleGenerator } from './schedule-generator.ts';
import type { Search } from './search.ts';

const FIRST_SIZE = 80;
const GREATEST_POPULATION = 2560;
/** Children per member without a shorter schedule, after which a population has nothing more to say. */
const PATIENCE = 20;
const MUTATED = 0.5;
/** places between two swaps, on average */
const BETWEEN_SWAPS = 19;

/**
 * A hybrid genetic algorithm on activity lists, in the family of Hartmann (1998, Naval Research Logistics 45:733-750)
 * and Valls, Ballestín & Quintanilla (2008, EJOR 185:495-508): every member is a schedule after double justification,
 * kept as the list of its activities by start; two of them are crossed, the child is generated, justified, and takes
 * the place of a longest member if it is no longer and new. Populations that have nothing more to say are followed by
 * ones of twice the size, so that small budgets are spent quickly and large ones are not spent on a single ancestor.
 */
export function evolve(search: Search): void {
  if (!placed(search, search.model.topological)) return;
  for (let members = FIRST_SIZE; live(search, members); members = Math.min(2 * members, GREATEST_POPULATION)) {
    search.paused();
    if (!search.goesOn()) return;
  }
}

/** Before anything else the order of the project itself, so that there is a schedule whatever happens. */
function placed({ generator, found, goesOn }: Search, list: Int32Array): boolean {
  const first = generator.generate(list);
  if (first === NO_ROOM) return goesOn();
  found(first);
  const makespan = generator.justify(first);
  if (makespan !== NO_ROOM) found(makespan);
  return goesOn();
}

type Population = {
  readonly members: number;
  readonly lists: Int32Array;
  readonly makespans: Int32Array;
  readonly marks: Int32Array;
};

/** @returns whether the search goes on */
function live(search: Search, members: number): boolean {
  const { model, generator, random, found } = search;
  const { size } = model;
  const population: Population = {
    members,
    lists: new Int32Array(members * size),
    makespans: new Int32Array(members).fill(NO_ROOM),
    marks: new Int32Array(members),
  };
  const child = new Int32Array(size);
  const sides = new Uint8Array(size);
  const sample = sampler(search);
  let shortest = NO_ROOM;
  const generate = (): number => {
    const first = generator.generate(child);
    const makespan = first === NO_ROOM ? NO_ROOM : generator.justify(first);
    if (makespan !== NO_ROOM) found(makespan);
    return makespan;
  };
  for (let member = 0; member < members; member++) {
    sample(child, member === 0);
    const makespan = generate();
    if (makespan === NO_ROOM) population.lists.set(child, member * size);
    else keep(population, generator, member, makespan);
    shortest = Math.min(shortest, makespan);
    if (!search.goesOn()) return false;
  }
  for (let quiet = 0; quiet < PATIENCE * members; quiet++) {
    const mother = winner(population, random);
    const father = (mother + 1 + random.below(members - 1)) % members;
    const better = population.makespans[father]! < population.makespans[mother]!;
    cross(population.lists, size, better ? father : mother, better ? mother : father, random, child, sides);
    if (random.share() < MUTATED) mutate(model, random, child);
    const makespan = generate();
    if (makespan < shortest) {
      shortest = makespan;
      quiet = 0;
    }
    if (makespan !== NO_ROOM) settle(population, generator, random, makespan);
    if (!search.goesOn()) return false;
  }
  return true;
}

function winner({ makespans, members }: Population, random: Random): number {
  const one = random.below(members);
  const two = random.below(members);
  return makespans[two]! < makespans[one]! ? two : one;
}

/** A new schedule takes the place of a longest one, drawn among them; one that is known already is left. */
function settle(population: Population, generator: ScheduleGenerator, random: Random, makespan: number): void {
  const { makespans, marks, members } = population;
  const mark = markOf(generator.starts);
  let longest = 0;
  let alike = 0;
  for (let member = 0; member < members; member++) {
    const other = makespans[member]!;
    if (other === makespan && marks[member] === mark) return;
    if (other > longest) {
      longest = other;
      alike = 0;
    }
    if (other === longest) alike++;
  }
  if (makespan > longest) return;
  let chosen = -1;
  for (let drawn = random.below(alike); drawn >= 0; drawn--) chosen = makespans.indexOf(longest, chosen + 1);
  keep(population, generator, chosen, makespan);
}

function keep({ lists, makespans, marks }: Population, generator: ScheduleGenerator, member: number, makespan: number) {
  makespans[member] = makespan;
  marks[member] = markOf(generator.starts);
  lists.set(generator.list, member * generator.list.length);
}

/** Tells schedules apart (FNV-1a over the starts); two that share a mark by chance cost a member, nothing else. */
function markOf(starts: Int32Array): number {
  let mark = 0x811c9dc5;
  for (let at = 0; at < starts.length; at++) mark = Math.imul(mark ^ starts[at]!, 0x01000193);
  return mark;
}

/** Neighbours in the list change places where no link forbids it. */
function mutate({ size, forward }: Model, random: Random, list: Int32Array): void {
  // The distance to the next swap is drawn instead of asking at every place.
  for (let at = skipped(random); at + 1 < size; at += 1 + skipped(random)) {
    const one = list[at]!;
    const two = list[at + 1]!;
    let linked = false;
    for (let edge = forward.first[two]!; edge < forward.first[two + 1]!; edge++) linked ||= forward.other[edge] === one;
    if (linked) continue;
    list[at] = two;
    list[at + 1] = one;
  }
}

function skipped(random: Random): number {
  return random.below(2 * BETWEEN_SWAPS + 1);
}
