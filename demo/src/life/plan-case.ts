import { startClock } from '@duban/cases/clock';
import { dateAt, instantOf } from '@duban/calendar/beijing-time';
import { addDays } from '@duban/calendar/civil-date';
import { attachmentKinds, sourceChannels } from '@duban/cases/words';
import type { Random } from '../random.ts';
import { reasons } from '../sentences.ts';
import { streetUnits } from '../units.ts';
import { drawingOf } from './drawings.ts';
import { alongLimit, atWork, awake, calendar, hours, instant, minutes } from './moments.ts';
import { dispatcherFor, handlerOf, independentInspector, leaderOf, whoActs } from './people.ts';
import type { PlannedReport } from './report.ts';
import type { Body, Step, Verb } from './steps.ts';
import { forgottenIn, shareOfLimitUsed, sloppiness } from './temper.ts';

/**
 * The life of one case as steps in order of time: the main way of the seven steps, and now and then every side path.
 * Steps that lie after the day of loading are dropped later, and so cases stay open.
 */
type Life = {
  readonly report: PlannedReport;
  readonly random: Random;
  readonly dispatcher: string;
  readonly steps: Step[];
  /** every unit that handled the case: none of them may check it */
  readonly involved: string[];
  now: number;
};

export function planCase(report: PlannedReport, random: Random): Step[] {
  const life: Life = {
    report,
    random,
    dispatcher: dispatcherFor(report.body.tags ?? [], random),
    steps: [],
    involved: [],
    now: report.at,
  };
  if (!fileIt(life)) return life.steps;
  const unit = charge(life);
  if (unit === null) return life.steps;
  handle(life, unit);
  return life.steps;
}

/** Adds a step so many minutes later, in the hours in which such a thing is done. */
function then<V extends Verb>(life: Life, as: string, verb: V, afterMinutes: number, body: Body<V>): void {
  life.now = awake(life.now + minutes(afterMinutes), life.random);
  life.steps.push({ at: life.now, as, verb, body });
}

/** As `then`, but it waits for the office to open. */
function inOffice<V extends Verb>(life: Life, as: string, verb: V, afterMinutes: number, body: Body<V>): void {
  const later = life.now + minutes(afterMinutes);
  life.now = isUrgent(life) ? awake(later, life.random) : atWork(later, life.random);
  life.steps.push({ at: life.now, as, verb, body });
}

const isUrgent = ({ report }: Life): boolean => report.standard.limit.clock.includes('urgent');
const some = (life: Life, low: number, high: number): number => low + life.random.next() * (high - low);

/** 核实 and 立案, or not. @returns whether the case goes on to dispatch */
function fileIt(life: Life): boolean {
  const { random, report, dispatcher } = life;
  const { code: classCode, conditionCode } = report.standard;
  if (sourceChannels[report.body.sourceChannel].needsPreFilingCheck) {
    const real = random.chance(0.91);
    const note = real ? '' : random.pick(reasons.notReal);
    const inspector = independentInspector([], random);
    then(life, inspector, 'recordPreFilingCheck', some(life, 15, 150), { result: real ? 'real' : 'not_real', note });
    if (!real) {
      inOffice(life, dispatcher, 'refuseToFile', some(life, 10, 60), { reason: 'not_real', note });
      return false;
    }
  }
  if (random.chance(0.018)) {
    const reason = random.pick([
      'outside_jurisdiction',
      'legal_channel',
      'already_handled',
      'outside_catalogue',
    ] as const);
    inOffice(life, dispatcher, 'refuseToFile', some(life, 10, 90), { reason, note: random.pick(reasons.refusal) });
    return false;
  }
  // a few wait between the two sides, finding and dispatching
  const handOver = !random.chance(0.04);
  inOffice(life, dispatcher, 'fileCase', some(life, 4, 45), { classCode, conditionCode, handOver });
  if (!handOver) inOffice(life, dispatcher, 'handOverCase', some(life, 30, 400), {});
  if (random.chance(0.02)) {
    const kind = random.pick(['informed', 'transferred', 'false_report'] as const);
    const said = { informed: reasons.informed, transferred: reasons.transfer, false_report: reasons.falseReport }[kind];
    inOffice(life, dispatcher, 'closeWithoutHandling', some(life, 20, 200), { kind, note: random.pick(said) });
    return false;
  }
  return true;
}

/** 派遣 until somebody accepts. @returns the unit that does, null when nobody did yet */
function charge(life: Life): string | null {
  const { random, report, dispatcher } = life;
  const line = report.standard.line;
  let unit = whoActs(report.standard.code, line, report.street, random);
  const dispatch = (): void =>
    inOffice(life, dispatcher, 'dispatchCase', some(life, 3, 40), {
      lineUnitId: line,
      territorialUnitId: report.namesTerritory ? report.community.key : null,
      handlingUnitId: unit,
    });
  dispatch();
  const course = random.weighted({ straight: 88, returned: 6, disputed: 3, withdrawn: 2, slow: 1 });
  if (course === 'withdrawn') {
    inOffice(life, dispatcher, 'withdrawDispatch', some(life, 5, 40), { reason: random.pick(reasons.withdrawal) });
    unit = unit === line ? report.street : line;
    dispatch();
  }
  if (course === 'returned') {
    inOffice(life, handlerOf(unit, random), 'returnCase', some(life, 15, 90), { reason: random.pick(reasons.return) });
    inOffice(life, dispatcher, 'correctCase', some(life, 20, 240), { note: random.pick(reasons.correction) });
    unit = unit === line ? report.street : line;
    dispatch();
  }
  if (course === 'disputed') {
    const decidingUnitId = 'creation_command';
    const reason = random.pick(reasons.dispute);
    inOffice(life, handlerOf(unit, random), 'raiseDispute', some(life, 20, 100), { reason, decidingUnitId });
    unit = random.chance(0.5) ? report.street : line;
    inOffice(life, 'shenzhiyu', 'decideDispute', some(life, 200, 2600), {
      lineUnitId: line,
      territorialUnitId: report.community.key,
      handlingUnitId: unit,
      reason: random.pick(reasons.decision),
    });
  }
  const wait = course === 'slow' ? some(life, 300, 2000) : some(life, 5, 95);
  life.involved.push(unit);
  inOffice(life, handlerOf(unit, random), 'acceptCase', wait, {});
  return unit;
}

/** From acceptance to the end, again and again when it does not hold. */
function handle(life: Life, unit: string): void {
  const { random, report } = life;
  const dispatched = life.steps.findLast(({ verb }) => verb === 'dispatchCase' || verb === 'decideDispute')!.at;
  const { limit } = report.standard;
  const clock = startClock(limit, instant(dispatched), calendar);
  let from = dispatched;
  let due = Temporal.Instant.from(clock.dueAt).epochMilliseconds;
  if (random.chance(forgottenIn(report.street))) return neglect(life, unit, due);
  passOn(life, unit);

  let share = shareOfLimitUsed(unit, report.street, report.week, random);
  if (share > 0.8 && share < 2 && random.chance(0.4)) {
    const granted = extend(life, unit, alongLimit(from, due, some(life, 0.5, 0.8), limit.clock), due);
    if (granted) {
      from = due;
      due = alongLimit(dispatched, due, 2, limit.clock);
      share = some(life, 0.2, 0.95);
    }
  } else if (limitIsLong(limit) && random.chance(0.05) && life.now < due) {
    suspend(life, unit, due);
    return finish(life, unit, life.now + hours(some(life, 8, 60)));
  }
  const done = alongLimit(from, due, share, limit.clock);
  const overdue = done - Math.max(due, life.now);
  const urged = atWork(done - overdue * some(life, 0.2, 0.8), random);
  if (overdue > hours(3) && urged < done && random.chance(0.7)) urge(life, urged);
  finish(life, unit, done);
}

/** Nobody gets round to it, and is told so; most are done in the end, weeks late. */
function neglect(life: Life, unit: string, due: number): void {
  const { random } = life;
  const from = Math.max(due, life.now);
  const done = random.chance(0.75) ? from + hours(24 * some(life, 11, 40)) : Infinity;
  // around long holidays a reminder may wait until after the work is done
  const reminders = [1, 4, 9].map((days) => atWork(from + hours(24 * days), random));
  for (const at of reminders.filter((reminder) => reminder < done)) urge(life, at);
  if (done < Infinity) finish(life, unit, done);
}

function urge(life: Life, at: number): void {
  life.steps.push({ at, as: life.dispatcher, verb: 'urgeCase', body: { note: life.random.pick(reasons.urge) } });
}

const limitIsLong = ({ amount, clock }: PlannedReport['standard']['limit']): boolean =>
  clock.endsWith('days') && amount >= 3;

/** 内部指派: a street hands what is a duty of communities to the community. */
function passOn(life: Life, unit: string): void {
  const { random, report } = life;
  const street = streetUnits.some(({ key }) => key === unit);
  if (!street || !report.standard.communityDuty || !random.chance(0.6)) return;
  const body = { unitId: report.community.key, note: random.pick(reasons.assign) };
  inOffice(life, handlerOf(unit, random), 'assignCase', some(life, 10, 60), body);
  life.involved.push(report.community.key);
}

/** 延期 @returns whether it was granted */
function extend(life: Life, unit: string, at: number, due: number): boolean {
  const { random, dispatcher } = life;
  life.now = Math.max(life.now, at);
  const asked = isUrgent(life) ? life.now : atWork(life.now + minutes(1), random);
  // what is asked for after the limit is refused, so nobody asks
  if (asked >= due) return false;
  life.now = asked;
  life.steps.push({
    at: asked,
    as: handlerOf(unit, random),
    verb: 'requestExtension',
    body: { reason: random.pick(reasons.extension) },
  });
  then(life, leaderOf(unit), 'endorseRequest', some(life, 5, 40), { note: random.pick(reasons.endorsement) });
  const granted = random.chance(0.78);
  if (granted) then(life, dispatcher, 'approveRequest', some(life, 5, 60), { note: random.pick(reasons.approval) });
  else then(life, dispatcher, 'refuseRequest', some(life, 5, 60), { reason: random.pick(reasons.refusedRequest) });
  return granted;
}

/** 挂账 for some weeks; the office takes it up again the day before it would come back by itself. */
function suspend(life: Life, unit: string, due: number): void {
  const { random, dispatcher } = life;
  const asked = atWork(life.now + minutes(some(life, 20, 200)), random);
  if (asked >= due) return;
  const days = 12 + random.below(40);
  const returnOn = addDays(dateAt(instant(asked)), days);
  life.now = asked;
  life.steps.push({
    at: asked,
    as: handlerOf(unit, random),
    verb: 'requestSuspension',
    body: { reason: random.pick(reasons.suspension), returnOn },
  });
  then(life, leaderOf(unit), 'endorseRequest', some(life, 5, 60), { note: random.pick(reasons.endorsement) });
  then(life, dispatcher, 'approveRequest', some(life, 10, 90), { note: random.pick(reasons.approval) });
  // on the return date the program itself would do it, so a long holiday does not put it off
  const last = instantOf(returnOn).epochMilliseconds - hours(9);
  life.now = Math.min(atWork(life.now + hours(24 * (days - 3)), random), last);
  life.steps.push({ at: life.now, as: dispatcher, verb: 'resumeCase', body: { note: '' } });
}

/** A picture of how it was, the first time, and one of how it is now. */
function showPictures(life: Life, handler: string): void {
  const place = life.report.at;
  const isFirst = !life.steps.some(({ verb }) => verb === 'addAttachment');
  for (const kind of isFirst ? (['before', 'after'] as const) : (['after'] as const)) {
    const file = { name: `${attachmentKinds[kind]['zh-CN']}.png`, bytes: drawingOf(kind, place) };
    inOffice(life, handler, 'addAttachment', 1, { kind });
    life.steps.push({ ...life.steps.pop()!, file });
  }
}

/** 提交 → 核查 → 销号 → 复查, with rework and relapse. */
function finish(life: Life, unit: string, at: number): void {
  const { random, report, dispatcher } = life;
  life.now = Math.max(life.now + minutes(10), at);
  if (random.chance(0.08))
    then(life, handlerOf(unit, random), 'commentOnCase', 0, { text: random.pick(reasons.comment) });
  const outcome = report.standard.closing.includes('计划') && random.chance(0.5) ? 'plan_filed' : 'solved';
  const submit = (): void => {
    const statement = outcome === 'solved' ? random.pick(reasons.done) : '已制定春季补栽计划并报备。';
    const handler = handlerOf(unit, random);
    if (report.standard.evidence === 'picture_pair' && outcome === 'solved') showPictures(life, handler);
    inOffice(life, handler, 'submitResult', 1, { outcome, statement });
  };
  const check = (passed: boolean): void => {
    const note = random.pick(passed ? reasons.passedCheck : reasons.failedCheck);
    const inspector = independentInspector(life.involved, random);
    const result = passed ? 'passed' : 'failed';
    const onSite = report.standard.evidence === 'field_check';
    inOffice(life, inspector, 'recordPreClosureCheck', some(life, 40, 600), { result, onSite, note });
  };
  submit();
  while (random.chance(sloppiness(unit))) {
    check(false);
    life.now += hours(some(life, 2, 20));
    submit();
  }
  check(true);
  inOffice(life, dispatcher, 'closeOutCase', some(life, 10, 240), {});
  if (!random.chance(0.14)) return;
  const relapsed = random.chance(0.05 + 1.2 * sloppiness(unit));
  const inspector = independentInspector(life.involved, random);
  const note = random.pick(relapsed ? reasons.relapse : reasons.holds);
  life.now += hours(24 * random.pick([7, 7, 7, 30]));
  inOffice(life, inspector, 'recheckCase', some(life, 0, 300), { result: relapsed ? 'relapsed' : 'holds', note });
  if (!relapsed) return;
  inOffice(life, dispatcher, 'dispatchCase', some(life, 10, 200), {
    lineUnitId: report.standard.line,
    territorialUnitId: report.namesTerritory ? report.community.key : null,
    handlingUnitId: unit,
  });
  inOffice(life, handlerOf(unit, random), 'acceptCase', some(life, 5, 90), {});
  finish(life, unit, life.now + hours(some(life, 2, 30)));
}
