import { startClock } from '@duban/cases/clock';
import type { CaseState } from '@duban/cases/states';
import { DAY, dateAt, instantOf } from '@duban/calendar/beijing-time';
import { addDays } from '@duban/calendar/civil-date';
import { distanceMetres } from '@duban/kit/point';
import type { DemoAreas } from '../areas.ts';
import { type Random, seededRandom } from '../random.ts';
import { reasons } from '../sentences.ts';
import { postHolders } from '../staff.ts';
import { streetUnits } from '../units.ts';
import { calendar, instant, minutes } from './moments.ts';
import { dispatcherFor } from './people.ts';
import { planCase } from './plan-case.ts';
import { reachedStates } from './reached-state.ts';
import { momentOn, type PlannedReport, planReport, type Polygons, polygonsOf, reportsOn } from './report.ts';
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

export type LifeSize = { readonly cases: number; readonly seed: number };
export const wholeLife: LifeSize = { cases: 2000, seed: 20_260_824 };

/** The first moment of the life: the Monday twelve whole weeks before the week of loading. */
export function firstDayOf(now: Temporal.Instant): string {
  const today = Temporal.PlainDate.from(dateAt(now));
  return addDays(today.toString(), 1 - today.dayOfWeek - 7 * weeks);
}

export function planLife(
  areas: DemoAreas,
  now: Temporal.Instant,
  { cases, seed }: LifeSize = wholeLife,
): PlannedCase[] {
  const random = seededRandom(seed);
  const polygons = polygonsOf(areas);
  const last = dateAt(now);
  const planned: PlannedCase[] = [];
  let date = firstDayOf(now);
  for (let day = 0; date <= last; day++, date = addDays(date, 1)) {
    const week = Math.floor(day / 7);
    const count = reportsOn(date, week, weeks, cases, random.fork(`count ${day}`));
    for (let n = 0; n < count; n++) {
      const own = random.fork(`case ${day} ${n}`);
      const at = momentOn(date, own);
      if (at >= now.epochMilliseconds) continue;
      const report = planReport(at, Math.min(week, weeks), weeks, polygons, own);
      planned.push(caseOf(report, own, now));
      if (report.point && own.chance(0.03)) planned.push(...duplicateOf(planned.at(-1)!, own, now));
    }
  }
  planned.push(...lyingCases(polygons, now, random.fork('lying')));
  planned.push(...overdueCases(polygons, now, random.fork('overdue')));
  return planned.toSorted((a, b) => a.report.at - b.report.at);
}

function caseOf(report: PlannedReport, random: Random, now: Temporal.Instant): PlannedCase {
  const steps = planCase(report, random).toSorted((a, b) => a.at - b.at);
  const reporter = reporterOf(report, random);
  return { report, reporter, steps: steps.filter(({ at }) => at < now.epochMilliseconds), mergesInto: null };
}

/** Somebody else reports the same thing some steps away; it is merged while the first report is still open. */
function duplicateOf(first: PlannedCase, random: Random, now: Temporal.Instant): PlannedCase[] {
  const { report } = first;
  const from = report.point!;
  const point = { longitude: from.longitude + 0.0002, latitude: from.latitude + 0.0001 };
  if (distanceMetres(from, point) > 50) throw new Error('a duplicate must lie within the rule of duplicates');
  const at = report.at + minutes(20 + random.below(90));
  const mergedAt = at + minutes(15 + random.below(60));
  const ends = first.steps.find(({ verb }) => endings.has(verb))?.at ?? Infinity;
  if (mergedAt >= Math.min(ends, now.epochMilliseconds)) return [];
  const geometry = { type: 'point' as const, crs: 'CGCS2000', ...point, accuracyMetres: 20 };
  const dispatcher = dispatcherFor([], random);
  return [
    {
      report: {
        ...report,
        at,
        point,
        namesTerritory: false,
        body: { ...report.body, sourceChannel: 'public', place: { text: report.body.place.text, geometry } },
      },
      reporter: dispatcher,
      steps: [{ at: mergedAt, as: dispatcher, verb: 'mergeCase', body: { note: random.pick(reasons.duplicate) } }],
      mergesInto: first,
    },
  ];
}

const endings: ReadonlySet<string> = new Set(['closeOutCase', 'closeWithoutHandling', 'refuseToFile']);

/** States that cases pass through quickly; some cases lie in each of them on the day of loading, waiting for somebody. */
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

/** Plans cases until one comes to the wanted state in the last days, and leaves it there. */
function lyingCases(polygons: Polygons, now: Temporal.Instant, random: Random): PlannedCase[] {
  return passing.flatMap((wanted) =>
    Array.from({ length: lyingInEach }, (_, n) => {
      for (let attempt = 0; ; attempt++) {
        const own = random.fork(`${wanted} ${n} ${attempt}`);
        const daysAgo = wanted === 'relapsed' ? 9 + own.below(12) : 1 + own.below(4);
        const at = momentOn(addDays(dateAt(now), -daysAgo), own);
        const made = caseOf(planReport(at, weeks - Math.ceil(daysAgo / 7), weeks, polygons, own), own, now);
        if (wanted === 'awaiting_pre_filing_check') {
          if (made.steps[0]?.verb === 'recordPreFilingCheck') return { ...made, steps: [] };
          continue;
        }
        const reached = reachedStates(made.steps).indexOf(wanted);
        const fresh = reached >= 0 && made.steps[reached]!.at > now.epochMilliseconds - 4 * DAY;
        if (fresh) return { ...made, steps: made.steps.slice(0, reached + 1) };
      }
    }),
  );
}

/** One in every street that fell due in the last whole week and is still in work: what a leader sees red. */
function overdueCases(polygons: Polygons, now: Temporal.Instant, random: Random): PlannedCase[] {
  const monday = addDays(firstDayOf(now), 7 * (weeks - 1));
  const [after, until] = [instantOf(monday), instantOf(addDays(monday, 7))].map((i) => i.epochMilliseconds);
  return streetUnits.map(({ key: street }) => {
    for (let attempt = 0; ; attempt++) {
      const own = random.fork(`${street} ${attempt}`);
      const at = momentOn(addDays(monday, own.below(4)), own);
      const report = planReport(at, weeks - 1, weeks, polygons, own);
      const made = caseOf(report, own, now);
      const accepted = reachedStates(made.steps).indexOf('in_progress');
      const dispatched = made.steps.find(({ verb }) => verb === 'dispatchCase');
      if (report.street !== street || accepted < 0 || !dispatched) continue;
      if (made.steps.slice(0, accepted).some(({ verb }) => verb === 'decideDispute' || verb === 'returnCase')) continue;
      const due = startClock(report.standard.limit, instant(dispatched.at), calendar).dueAt;
      const dueAt = Temporal.Instant.from(due).epochMilliseconds;
      if (dueAt > after! && dueAt <= until!) return { ...made, steps: made.steps.slice(0, accepted + 1) };
    }
  });
}

/** Patrols report what they see themselves; what comes from outside is taken down by the duty office. */
function reporterOf(report: PlannedReport, random: Random): string {
  if (report.body.sourceChannel !== 'patrol') return random.pick(['luwenqiao', 'shenzhiyu', 'minhuaipu']);
  return random.chance(0.7) ? postHolders(report.street, 'inspector')[0]! : random.pick(['weiwanyun', 'zhangjihe']);
}
