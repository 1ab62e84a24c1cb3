import { instantOf } from '@duban/calendar/beijing-time';
import { addDays } from '@duban/calendar/civil-date';
import { changePeerGroup } from '@duban/contract/peer-groups';
import { answerObjection, previewRanking, publishRanking, raiseObjection } from '@duban/contract/snapshots';
import type { DeskSession } from '../desk.ts';
import { instant } from './moments.ts';
import { leaderOf } from './people.ts';
import type { Happening } from './perform.ts';
import { weeks } from './planned-case.ts';

/**
 * 周通报: on Monday morning the office publishes the rates of the week before, streets and departments apart. Twice a
 * street objects: once it is heard and refused, and to the last publication an objection is still waiting.
 */
const publisher = 'shenzhiyu';
/** the first weeks have nothing due yet */
const firstPublished = 1;

export function publications(
  firstDay: string,
  now: Temporal.Instant,
  unitIds: ReadonlyMap<string, string>,
): Happening[] {
  const published = new Map<number, string>();
  const what = '通报';
  const happenings: Happening[] = [];
  const add = (at: number, act: Happening['act']): void => {
    if (at < now.epochMilliseconds) happenings.push({ at, what, act });
  };
  // streets answer for their ground, departments for their sector; both are small, so the minimum is low
  add(instantOf(firstDay, 8 * 60).epochMilliseconds, async (session) => {
    const by = { as: publisher, at: instantOf(firstDay, 8 * 60) };
    const streets = { key: 'streets' as const, version: null, countedBy: 'territorial' as const, minimumDue: 10 };
    await session.call(changePeerGroup, streets, by);
    const departments = { key: 'departments' as const, version: null, countedBy: 'line' as const, minimumDue: 5 };
    await session.call(changePeerGroup, departments, by);
  });
  const lastWeek = weeks - 1;
  for (let week = firstPublished; week <= lastWeek; week++) {
    const monday = addDays(firstDay, 7 * (week + 1));
    const period = `week:${addDays(firstDay, 7 * week)}`;
    const at = instantOf(monday, 10 * 60 + 20).epochMilliseconds;
    add(at, async (session) => {
      const id = await publish(session, period, 'streets', at);
      if (id !== null) published.set(week, id);
      await publish(session, period, 'departments', at);
    });
  }
  const objects = (week: number, unit: string, reason: string, answer: string | null): void => {
    const at = instantOf(addDays(firstDay, 7 * (week + 1)), 15 * 60).epochMilliseconds;
    add(at, async (session) => {
      const snapshot = published.get(week);
      if (snapshot === undefined) return;
      const objection = { id: snapshot, unitId: unitIds.get(unit)!, reason };
      const { id } = await session.call(raiseObjection, objection, { as: leaderOf(unit), at: instant(at) });
      if (answer === null) return;
      const later = instant(at).add({ hours: 20 });
      const body = { id, version: 1, result: 'rejected' as const, text: answer };
      await session.call(answerObjection, body, { as: publisher, at: later });
    });
  };
  objects(
    5,
    'maidu',
    '本周铁路沿线案件较多，部分问题涉及铁路用地，建议单列。',
    '涉铁路用地的案件已按移送处理，未计入应办结；其余案件均在街道职责范围内，排名不变。',
  );
  objects(lastWeek, 'qingfang', '有两件流动摊贩案件核查时间晚于整改时间较久，期间出现新摊贩，请复核。', null);
  return happenings;
}

/** A week with too little in it, around a long holiday, is not published. @returns the snapshot, or null */
async function publish(
  session: DeskSession,
  period: string,
  group: 'streets' | 'departments',
  at: number,
): Promise<string | null> {
  const by = { as: publisher, at: instant(at) };
  const { countsHash, whyNot } = await session.call(previewRanking, { period, group }, by);
  if (whyNot && tooLittle.has(whyNot.code)) return null;
  if (whyNot) throw new Error(`the ranking of ${group} for ${period} cannot be published: ${JSON.stringify(whyNot)}`);
  return (await session.call(publishRanking, { period, group, countsHash }, by)).id;
}

const tooLittle: ReadonlySet<string> = new Set(['ranking.nobody_ranked', 'ranking.nothing_due']);

/** The program’s own clock: what is due is escalated, what was suspended comes back, each evening and morning. */
export function clockwork(firstDay: string, now: Temporal.Instant): Happening[] {
  const happenings: Happening[] = [];
  for (let day = firstDay; ; day = addDays(day, 1)) {
    const morning = instantOf(day, 7 * 60 + 30).epochMilliseconds;
    if (morning >= now.epochMilliseconds) return happenings;
    for (const at of [morning, instantOf(day, 18 * 60).epochMilliseconds]) {
      if (at >= now.epochMilliseconds) continue;
      happenings.push({
        at,
        what: '时限提醒 reminders',
        async act(session) {
          await session.runJob('resume-suspended-cases', instant(at));
          await session.runJob('escalate-cases', instant(at));
        },
      });
    }
  }
}
