import { refuse, type Refusal } from '@duban/kit/refusal';
import { placeAlone } from './calendar-placement.ts';
import { whyNotProject } from './check-project.ts';
import { compile } from './compile.ts';
import { whyNotFeasible } from './feasibility.ts';
import { raisedBound, simpleBounds } from './lower-bound.ts';
import { type Model, NO_ROOM } from './model.ts';
import { emptyPlacement } from './free-capacity.ts';
import { evolve } from './population.ts';
import type { CrewProject, CrewSchedule } from './project.ts';
import { randomFrom } from './random.ts';
import { scheduleGenerator } from './schedule-generator.ts';
import { topologicalOrder } from './topological.ts';

export type CrewSearchOptions = {
  /** a whole number of 32 bits */
  readonly seed: number;
  /** stop after so many generated schedules; 20,000 when neither this nor `mayGoOn` is given */
  readonly schedules?: number;
  /** asked every few schedules (24; 3 beyond 1,000 activities); `false` stops and returns the best so far: a deadline, or somebody who cancelled */
  readonly mayGoOn?: () => boolean;
  /** told about every better schedule and every better bound */
  readonly onProgress?: (progress: CrewProgress) => void;
};

export type CrewProgress = { readonly makespan: number; readonly lowerBound: number; readonly schedules: number };

const SCHEDULES = 20_000;

/**
 * Looks for the shortest schedule of a project with limited crews, calendars and money, until it is proved shortest,
 * the schedules are used up, or it is asked to stop. The first schedule is there after milliseconds and only ever gets
 * shorter.
 *
 * Deterministic: the same project, seed and `schedules` give the same result everywhere. With `mayGoOn` the same
 * sequence of schedules is cut somewhere, so that who gets further never has the longer schedule.
 *
 * @returns a refusal `crew_schedule.*` when the project cannot be scheduled; `crew_schedule.none_found` is the only one
 *   that is no proof
 */
export function scheduleCrews(project: CrewProject, options: CrewSearchOptions): CrewSchedule | Refusal {
  const model = modelOf(project);
  if ('refused' in model) return model;
  const { size, topological } = model;
  const alone = emptyPlacement(model);
  const stuck = placeAlone(model, model.forward, alone, topological);
  if (stuck >= 0)
    return refuse('crew_schedule.never_fits', { row: stuck + 1, activity: project.activities[stuck]!.id });
  const bounds = simpleBounds(model, alone);
  const generator = scheduleGenerator(model);
  const best = { makespan: NO_ROOM, starts: new Int32Array(size), finishes: new Int32Array(size) };
  const limit = options.schedules ?? (options.mayGoOn ? Infinity : SCHEDULES);
  let lowerBound = bounds.simple;
  let asked = false;
  let turn = 0;
  const turns = size > LARGE ? 1 : TURNS_BETWEEN_ASKING;
  let thorough = false;
  const stops = (): boolean => (asked ||= turn++ % turns === 0 && options.mayGoOn?.() === false);
  const tell = () => options.onProgress?.({ makespan: best.makespan, lowerBound, schedules: generator.count });
  evolve({
    model,
    generator,
    random: randomFrom(options.seed),
    priorities: bounds.tails,
    found(makespan) {
      if (makespan >= best.makespan) return;
      const first = best.makespan === NO_ROOM;
      best.makespan = makespan;
      best.starts.set(generator.starts);
      best.finishes.set(generator.finishes);
      if (first && makespan > lowerBound) lowerBound = raisedBound(model, bounds, lowerBound, makespan, false);
      tell();
    },
    paused() {
      if (thorough) return;
      thorough = true;
      lowerBound = raisedBound(model, bounds, lowerBound, best.makespan, true, () => !stops());
      tell();
    },
    goesOn: () => !stops() && generator.count < limit && best.makespan > lowerBound,
  });
  if (best.makespan === NO_ROOM) return refuse('crew_schedule.none_found', { schedules: generator.count });
  const optimal = best.makespan === lowerBound;
  return {
    makespan: best.makespan,
    starts: [...best.starts],
    finishes: [...best.finishes],
    lowerBound,
    optimal,
    schedules: generator.count,
    stopped: optimal ? 'optimal' : asked ? 'asked' : 'schedules',
  };
}

/** A turn is three schedules: microseconds of a small project, tenths of a second of one beyond `LARGE`. */
const TURNS_BETWEEN_ASKING = 8;
const LARGE = 1000;

function modelOf(project: CrewProject): Model | Refusal {
  const wrong = whyNotProject(project);
  if (wrong) return wrong;
  const at = new Map(project.activities.map(({ id }, index) => [id, index]));
  const sorted = topologicalOrder(
    project.activities.length,
    project.links.map(({ from, to }) => ({ from: at.get(from)!, to: at.get(to)! })),
  );
  if ('chain' in sorted) {
    const chain = sorted.chain.map((activity) => project.activities[activity]!.id).join(' → ');
    return refuse('crew_schedule.circle', { chain });
  }
  return whyNotFeasible(project) ?? compile(project, sorted.order);
}
