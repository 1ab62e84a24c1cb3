import { stateCouncilDays } from '@duban/calendar/state-council-years';
import { workingCalendar } from '@duban/calendar/working-calendar';
import { LINK_KINDS, type Activity, type Link } from '@duban/plans/network/activity';
import { openDraft } from '@duban/plans/network/draft';
import { edit } from '@duban/plans/network/edit';
import type { Network } from '@duban/plans/network/network';
import { schedule as backSchedule } from '@duban/plans/network/schedule';
import type { Bench } from '../bench.ts';
import { boundFigure, type Figure } from '../figure.ts';

const ACTIVITIES = 10_000;
const LINKS = 20_000;
const ROUNDS = 41;

/**
 * A whole plan from plain data to dates, floats and the critical chain: checks, calendars and both passes included. Then
 * one duration changed at a time, as when a bar is dragged. Beside it stands what the same machine needs to write the plan
 * as JSON and read it again: that tells a slow plan from a busy machine.
 */
export async function schedule({ tell }: Pick<Bench, 'tell'>): Promise<Figure[]> {
  tell(`back-schedule of ${ACTIVITIES} activities, ${LINKS} links`);
  const office = workingCalendar(stateCouncilDays());
  const whole: number[] = [];
  const copied: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const plan = largePlan(round); // its own calendars each time, so that they are counted too
    const began = performance.now();
    const answer = backSchedule(plan, office);
    const computed = performance.now();
    whole.push(computed - began);
    JSON.parse(JSON.stringify(plan));
    copied.push(performance.now() - computed);
    if ('refused' in answer) throw new Error(answer.code);
  }
  return [
    boundFigure({
      name: `schedule, ${ACTIVITIES} activities`,
      figure: median(whole),
      limit: median(copied),
      unit: 'ms',
      most: 100,
    }),
    boundFigure({ name: 'schedule, one edit', figure: median(edits(office)), unit: 'ms', most: 16 }),
  ];
}

function edits(office: Parameters<typeof openDraft>[1]): number[] {
  let draft = openDraft(largePlan(0), office);
  if ('refused' in draft) throw new Error(draft.code);
  const random = numbersFrom(7);
  const took: number[] = [];
  for (let round = 0; round < ROUNDS * 5; round++) {
    const activity = draft.flat.activities[random(ACTIVITIES)]!;
    const began = performance.now();
    const next = edit(draft, { kind: 'activity', activity: { ...activity, duration: 1 + random(20) } });
    took.push(performance.now() - began);
    if ('refused' in next) throw new Error(next.code);
    draft = next;
  }
  return took;
}

/** 250 projects of 40 activities that hang together: most links within a project, some between, on four calendars. */
function largePlan(seed: number): Network {
  const random = numbersFrom(seed + 1);
  const calendars = ['office', 'outdoor', 'site', 'night'];
  const activities: Activity[] = Array.from({ length: ACTIVITIES }, (_, at) => ({
    id: `P${Math.floor(at / 40)}-${at % 40}`,
    name: `工作 ${at}`,
    duration: at % 40 === 39 ? 0 : 1 + random(12),
    calendar: calendars[random(calendars.length)],
    fixed: at % 97 === 0 ? [{ kind: 'start_no_earlier', date: '2026-04-15' }] : undefined,
  }));
  const links = new Map<string, Link>();
  while (links.size < LINKS) {
    const to = 1 + random(ACTIVITIES - 1);
    const back = random(20) === 0 ? 1 + random(to) : 1 + random(Math.min(to, to % 40 || 40));
    const link: Link = {
      from: activities[to - back]!.id,
      to: activities[to]!.id,
      kind: random(4) === 0 ? LINK_KINDS[random(LINK_KINDS.length)]! : 'finish_start',
      lag: random(5) === 0 ? random(9) - 3 : 0,
      lagTime: random(10) === 0 ? 'calendar' : 'working',
    };
    links.set(`${link.from} ${link.kind} ${link.to}`, link);
  }
  return {
    today: '2026-03-02',
    finishBy: '2029-12-31',
    activities,
    links: [...links.values()],
    calendars: [
      { id: 'office', name: '工作日', week: 'office' },
      {
        id: 'outdoor',
        name: '室外',
        week: [1, 2, 3, 4, 5, 6],
        stops: [
          { kind: 'winter', name: '冬季停工', from: '12-15', to: '02-28' },
          { kind: 'rain', name: '汛期', from: '07-15', to: '08-15' },
        ],
      },
      { id: 'site', name: '工地', week: 'every_day' },
      { id: 'night', name: '夜间', week: [1, 2, 3, 4, 5], shift: 'night' },
    ],
  };
}

/** Whole numbers below a bound, the same for the same seed (mulberry32). */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

function median(of: readonly number[]): number {
  return of.toSorted((a, b) => a - b)[Math.floor(of.length / 2)]!;
}
