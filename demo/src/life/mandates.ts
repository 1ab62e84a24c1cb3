import { instantOf } from '@duban/calendar/beijing-time';
import { addDays } from '@duban/calendar/civil-date';
import { dispatchCase, fileCase, getCase } from '@duban/contract/cases';
import { acceptDirective, editDirective, rejectDirective, sendDocument } from '@duban/contract/document-review';
import type { DirectiveView } from '@duban/contract/directive-view';
import { addDocument, getDocument } from '@duban/contract/mandates';
import { acceptTask, confirmTask, getTask, reportTaskDone } from '@duban/contract/tasks';
import type { CastAccount } from '../cast.ts';
import type { Acting, DeskSession } from '../desk.ts';
import { type DocumentKey, renderDocument } from '../documents/render.ts';
import { landmarks } from '../place-names.ts';
import { hasPost, postHolders } from '../staff.ts';
import { instant } from './moments.ts';
import type { Happening } from './perform.ts';
import { weeks } from './planned-case.ts';

/**
 * The documents of the weeks: each is brought in on the day after it was issued, read, taken or dropped sentence by
 * sentence, and sent; units take their tasks on, report them done, and the office confirms some. What the reviewer does
 * follows from what the rules proposed, whatever it is: nothing here knows a sentence by heart.
 */
type Arrival = {
  readonly key: DocumentKey;
  /** in the week counted from 0, the day of the week counted from Monday 0 */
  readonly week: number;
  readonly day: number;
  readonly by: CastAccount;
};

const arrivals: readonly Arrival[] = [
  { key: '05-renovation-work-plan', week: 1, day: 1, by: 'fengmolin' },
  { key: '06-demolition-task-notice', week: 3, day: 2, by: 'qiyunshu' },
  { key: '02-secretary-construction-meeting', week: 6, day: 3, by: 'minhuaipu' },
  { key: '01-creation-push-meeting', week: 9, day: 1, by: 'shenzhiyu' },
  { key: '07-creation-inspection-bulletin', week: weeks - 1, day: 1, by: 'luwenqiao' },
];

/** brought in on the last day, and left for the visitor to read and take */
const unread: Omit<Arrival, 'week' | 'day'> = { key: '03-cppcc-inspection-talk', by: 'shenzhiyu' };

/** words of a fault that becomes a case at once, with its class and condition */
const faults: readonly (readonly [words: string, classCode: string, conditionCode: string])[] = [
  ['流动摊贩', '1501', '01'],
  ['乱停放', '1502', '01'],
  ['井盖', '0101', '02'],
  ['人行道砖', '0204', '01'],
  ['路灯', '0102', '02'],
  ['飞线', '1504', '01'],
  ['漂浮物', '1103', '01'],
  ['垃圾', '1101', '01'],
];

type MadeCase = {
  readonly id: string;
  readonly classCode: string;
  readonly conditionCode: string;
  readonly lineUnitId: string;
  readonly territorialUnitId: string;
};

type Sent = { readonly tasks: readonly { readonly id: string }[]; readonly cases: readonly MadeCase[] };

export function mandates(firstDay: string, now: Temporal.Instant, unitIds: ReadonlyMap<string, string>): Happening[] {
  const keyOf = new Map([...unitIds].map(([key, id]) => [id, key]));
  const happenings: Happening[] = [];
  const add = (
    day: string,
    minute: number,
    act: (session: DeskSession, at: Temporal.Instant) => Promise<void>,
  ): void => {
    const at = instantOf(day, minute).epochMilliseconds;
    if (at < now.epochMilliseconds) happenings.push({ at, what: '文件', act: (session) => act(session, instant(at)) });
  };
  for (const { key, week, day, by } of arrivals) {
    const issued = addDays(firstDay, 7 * week + day);
    const sent: { value: Sent } = { value: { tasks: [], cases: [] } };
    add(addDays(issued, 1), 9 * 60 + 40, async (session, at) => {
      const id = await bringIn(session, key, issued, { as: by, at });
      sent.value = await review(session, id, unitIds, { as: by, at: at.add({ minutes: 50 }) });
    });
    add(addDays(issued, 1), 15 * 60, (session, at) => dispatchMade(session, sent.value, { as: 'luwenqiao', at }));
    add(addDays(issued, 2), 10 * 60, (session, at) => takeOn(session, sent.value, keyOf, at));
    add(addDays(issued, 16), 16 * 60, (session, at) => reportDone(session, sent.value, keyOf, at));
    add(addDays(issued, 19), 11 * 60, (session, at) => confirm(session, sent.value, { as: 'minhuaipu', at }));
  }
  const today = now.toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString();
  const yesterday = addDays(today, -1);
  add(yesterday, 16 * 60 + 20, async (session, at) => {
    await bringIn(session, unread.key, yesterday, { as: unread.by, at });
  });
  return happenings;
}

async function bringIn(session: DeskSession, key: DocumentKey, issued: string, by: Acting): Promise<string> {
  const { fileName, bytes } = renderDocument(key, Temporal.PlainDate.from(issued));
  const file = { name: fileName, bytes };
  return (await session.call(addDocument, { documentDate: issued }, { ...by, file })).id;
}

/** Takes what says who and when, turns named faults into cases, drops what is nobody's, leaves the rest. */
async function review(
  session: DeskSession,
  id: string,
  unitIds: ReadonlyMap<string, string>,
  by: Acting,
): Promise<Sent> {
  const document = await session.call(getDocument, { id }, by);
  const conditions = new Map<string, MadeCase>();
  let { version } = document;
  let taken = 0;
  for (const item of document.items) {
    const on = { id, directiveId: item.id, version };
    const asCase = caseOf(item, unitIds);
    if (asCase) {
      const edit = { ...editOf(item), outcome: 'case' as const, ...asCase.edit };
      ({ version } = await session.call(editDirective, { ...on, ...edit }, by));
      conditions.set(item.id, { id: '', ...asCase.standard });
      taken++;
    } else if (item.lineUnit && item.outcome === 'task') {
      ({ version } = await session.call(acceptDirective, on, by));
      taken++;
    } else if (item.lineUnit) {
      // A fault at a place that is not on the list of standards is put right as a task.
      const edit = { ...editOf(item), outcome: 'task' as const };
      ({ version } = await session.call(editDirective, { ...on, ...edit }, by));
      taken++;
    } else if (item.mentions.length === 0) {
      const reason = '未指明责任单位，属一般性要求';
      ({ version } = await session.call(rejectDirective, { ...on, reason }, by));
    }
  }
  if (taken === 0) throw new Error(`nothing in ${document.fileName} names a unit that exists`);
  const { tasks } = await session.call(sendDocument, { id, version }, by);
  const after = await session.call(getDocument, { id }, by);
  const cases = after.items.flatMap(({ id: item, caseIds }) =>
    caseIds.map((made) => ({ ...conditions.get(item)!, id: made })),
  );
  return { tasks, cases };
}

const editOf = (item: DirectiveView) => ({
  action: item.action,
  outcome: item.outcome,
  lineUnitId: item.lineUnit?.id ?? null,
  territorialUnitIds: item.territorialUnits.map(({ id }) => id),
  supportUnitIds: item.supportUnits.map(({ id }) => id),
  deadlineText: item.deadlineText,
  deadlineDate: item.deadlineDate,
  targetText: item.targetText,
  classCode: item.classCode,
  placeText: item.placeText,
});

/** A fault at a place that the district knows is a case; anything else stays a task. */
function caseOf(item: DirectiveView, unitIds: ReadonlyMap<string, string>) {
  const fault = faults.find(([words]) => item.text.includes(words));
  if (!fault || !item.lineUnit) return null;
  const [, classCode, conditionCode] = fault;
  for (const [street, places] of Object.entries(landmarks)) {
    const placeText = places.find((place) => item.text.includes(place));
    if (!placeText) continue;
    const territorialUnitIds = [unitIds.get(street)!];
    const charge = { lineUnitId: item.lineUnit.id, territorialUnitId: territorialUnitIds[0]! };
    const standard = { classCode, conditionCode, ...charge };
    return { edit: { classCode, placeText, territorialUnitIds }, standard };
  }
  return null;
}

type Keys = ReadonlyMap<string, string>;

/** The cases go into the ledger’s own flow the same afternoon; one waits. */
async function dispatchMade(session: DeskSession, { cases }: Sent, by: Acting): Promise<void> {
  for (const { id, classCode, conditionCode, lineUnitId, territorialUnitId } of cases.slice(0, -1)) {
    const reported = await session.call(getCase, { id }, by);
    const filed = await session.call(fileCase, { id, version: reported.version, classCode, conditionCode }, by);
    const charge = { lineUnitId, territorialUnitId, handlingUnitId: lineUnitId };
    await session.call(dispatchCase, { id, version: filed.version, ...charge }, by);
  }
}

async function takeOn(session: DeskSession, { tasks }: Sent, keyOf: Keys, at: Temporal.Instant): Promise<void> {
  for (const [i, { id }] of tasks.entries()) {
    // one in seven has not been taken on yet
    const as = i % 7 === 6 ? null : await handlerOfTask(session, id, keyOf, at);
    if (as) await session.call(acceptTask, { id, version: 1 }, { as, at });
  }
}

async function reportDone(session: DeskSession, { tasks }: Sent, keyOf: Keys, at: Temporal.Instant): Promise<void> {
  for (const [i, { id }] of tasks.entries()) {
    const as = i % 7 === 6 || i % 3 === 2 ? null : await handlerOfTask(session, id, keyOf, at);
    if (as) await session.call(reportTaskDone, { id, version: 2, note: '已按要求完成，资料已归档。' }, { as, at });
  }
}

async function confirm(session: DeskSession, { tasks }: Sent, by: Acting): Promise<void> {
  for (const [i, { id }] of tasks.entries()) {
    const task = await session.call(getTask, { id }, by);
    if (task.state !== 'reported_done' || i % 4 === 3) continue;
    const possible = task.actions.some(({ verb, refusal }) => verb === 'confirm' && refusal === null);
    if (possible) await session.call(confirmTask, { id, version: task.version }, by);
  }
}

/** Somebody who handles in the unit that leads; null where the unit has nobody, as with the command posts. */
async function handlerOfTask(
  session: DeskSession,
  id: string,
  keyOf: Keys,
  at: Temporal.Instant,
): Promise<string | null> {
  const { lineUnit } = await session.call(getTask, { id }, { as: 'minhuaipu', at });
  const key = keyOf.get(lineUnit.id)!;
  return hasPost(key, 'handler') ? postHolders(key, 'handler')[0]! : null;
}
