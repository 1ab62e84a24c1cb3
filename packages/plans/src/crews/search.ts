import type { Model } from './model.ts';
import type { Random } from './random.ts';
import type { ScheduleGenerator } from './schedule-generator.ts';

/** What a search works with. It tells every schedule it found and asks before each further one. */
export type Search = {
  readonly model: Model;
  readonly generator: ScheduleGenerator;
  readonly random: Random;
  /** by activity: the more, the sooner it should be placed */
  readonly priorities: Int32Array;
  /** the generator holds this schedule now */
  readonly found: (makespan: number) => void;
  readonly goesOn: () => boolean;
  /** called when a population has nothing more to say */
  readonly paused: () => void;
};
