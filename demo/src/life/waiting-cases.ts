import { DAY, dateAt, instantOf } from '@duban/calendar/beijing-time';
import { addDays } from '@duban/calendar/civil-date';
import { startClock } from '@duban/cases/clock';
import type { CaseState } from '@duban/cases/states';
import type { Random } from '../random.ts';
import { streetUnits } from '../units.ts';
import { calendar, instant } from './moments.ts';
import { type PlannedCase, type PlanOne, weeks } from './planned-case.ts';
import { reachedStates } from './reached-state.ts';
import { momentOn } from './report.ts';

/**
 * Cases that wait for somebody on the day of loading. Most states are passed through within hours, so at any one moment
 * few cases are in them; a visitor should find some in each. They are planned like all others, and then left.
 */
const passing: readonly CaseState[] = [
  'awaiting_pre_filing_check',
  'filed',
  'awaiting_dispatch',
  'awaiting_acceptance',
  'returned',
  'disputed',
  'awaiting_check',
  'relapsed',
];
const lyingInEach = 4;
/** how often to try: in a week of holidays no case comes to some states, and then there is none */
const patience = 400;

/** The first plan that can be left as wanted. */
function tried(random: Random, attempt: (own: Random) => PlannedCase | null): PlannedCase[] {
  for (let n = 0; n < patience; n++) {
    const made = attempt(random.fork(`attempt ${n}`));
    if (made) return [made];
  }
  return [];
}

const leftAfter = (made: PlannedCase, steps: number): PlannedCase => ({ ...made, steps: made.steps.slice(0, steps) });

/** Some in each passing state, come there in the last days. */
export function lyingCases(plan: PlanOne, now: Temporal.Instant, random: Random): PlannedCase[] {
  const today = dateAt(now);
  return passing.flatMap((wanted) =>
    Array.from({ length: lyingInEach }, (_, n) =>
      tried(random.fork(`${wanted} ${n}`), (own) => {
        const daysAgo = wanted === 'relapsed' ? 9 + own.below(12) : 1 + own.below(4);
        const made = plan(momentOn(addDays(today, -daysAgo), own), weeks - Math.ceil(daysAgo / 7), own);
        if (wanted === 'awaiting_pre_filing_check') {
          return made.steps[0]?.verb === 'recordPreFilingCheck' ? leftAfter(made, 0) : null;
        }
        const reached = reachedStates(made.steps).indexOf(wanted);
        const fresh = reached >= 0 && made.steps[reached]!.at > now.epochMilliseconds - 4 * DAY;
        return fresh ? leftAfter(made, reached + 1) : null;
      }),
    ).flat(),
  );
}

/** One in every street that fell due in the week of this Monday and is still in work: what a leader sees red. */
export function overdueCases(plan: PlanOne, monday: string, random: Random): PlannedCase[] {
  const after = instantOf(monday).epochMilliseconds;
  const until = instantOf(addDays(monday, 7)).epochMilliseconds;
  return streetUnits.flatMap(({ key: street }) =>
    tried(random.fork(street), (own) => {
      const made = plan(momentOn(addDays(monday, own.below(4)), own), weeks - 1, own);
      const accepted = made.steps.findIndex(({ verb }) => verb === 'acceptCase');
      const before = made.steps.slice(0, Math.max(0, accepted));
      const dispatches = before.filter(({ verb }) => verb === 'dispatchCase');
      // the limit runs from the one dispatch; a dispute or a second dispatch would start it afresh
      if (made.report.street !== street || accepted < 0 || dispatches.length !== 1) return null;
      if (before.some(({ verb }) => verb === 'decideDispute')) return null;
      const clock = startClock(made.report.standard.limit, instant(dispatches[0]!.at), calendar);
      const due = Temporal.Instant.from(clock.dueAt).epochMilliseconds;
      return due > after && due <= until ? leftAfter(made, accepted + 1) : null;
    }),
  );
}
