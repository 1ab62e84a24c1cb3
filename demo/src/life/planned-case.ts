import type { Random } from '../random.ts';
import type { PlannedReport } from './report.ts';
import type { Step } from './steps.ts';

/** Twelve weeks of a ledger, planned from a seed and the moment of loading; the same seed plans the same weeks. */
export type PlannedCase = {
  readonly report: PlannedReport;
  readonly reporter: string;
  /** in order of time, none after the moment of loading */
  readonly steps: readonly Step[];
  /** a second report of the same thing, to be merged into this one */
  readonly mergesInto: PlannedCase | null;
};

export const weeks = 12;

/** Plans one case from a moment in a week of the life. */
export type PlanOne = (at: number, inWeek: number, random: Random) => PlannedCase;
