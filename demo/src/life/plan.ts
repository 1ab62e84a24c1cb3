import { dateAt } from '@duban/calendar/beijing-time';
import { addDays } from '@duban/calendar/civil-date';
import { distanceMetres } from '@duban/kit/point';
import type { DemoAreas } from '../areas.ts';
import { type Random, seededRandom } from '../random.ts';
import { reasons } from '../sentences.ts';
import { postHolders } from '../staff.ts';
import { minutes } from './moments.ts';
import { dispatcherFor } from './people.ts';
import { planCase } from './plan-case.ts';
import { momentOn, type PlannedReport, planReport, polygonsOf, reportsOn } from './report.ts';
import { type PlannedCase, type PlanOne, weeks } from './planned-case.ts';
import { lyingCases, overdueCases } from './waiting-cases.ts';

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
  const plan: PlanOne = (at, inWeek, own) => caseOf(planReport(at, inWeek, weeks, polygons, own), own, now);
  planned.push(...lyingCases(plan, now, random.fork('lying')));
  planned.push(...overdueCases(plan, addDays(firstDayOf(now), 7 * (weeks - 1)), random.fork('overdue')));
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

/** Patrols report what they see themselves; what comes from outside is taken down by the duty office. */
function reporterOf(report: PlannedReport, random: Random): string {
  if (report.body.sourceChannel !== 'patrol') return random.pick(['luwenqiao', 'shenzhiyu', 'minhuaipu']);
  return random.chance(0.7) ? postHolders(report.street, 'inspector')[0]! : random.pick(['weiwanyun', 'zhangjihe']);
}
