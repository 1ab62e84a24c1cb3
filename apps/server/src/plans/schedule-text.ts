import { addDays, epochDayOf } from '@duban/calendar/civil-date';
import type { CrewProject, CrewSchedule } from '@duban/plans/crews/project';
import type { CrewNeeds } from '@duban/plans/network/crew-project';
import type { Draft } from '@duban/plans/network/draft';
import type { Network } from '@duban/plans/network/network';
import type { Repair } from '@duban/plans/network/repair';
import type { Schedule } from '@duban/plans/network/schedule';
import { type ImportNote, importNotes } from './exchange/imported-plan.ts';

/** What `duban schedule` found out, before it is printed. */
export type ComputedPlan =
  | { readonly kind: 'abstract'; readonly project: CrewProject; readonly crews: CrewSchedule }
  | {
      readonly kind: 'dated';
      readonly network: Network;
      readonly needs: CrewNeeds | null;
      /** what had to be changed to read the file */
      readonly notes: readonly ImportNote[];
      readonly draft: Draft;
      readonly schedule: Schedule;
      readonly repairs: readonly Repair[];
      /** null where nothing is limited */
      readonly crews: CrewSchedule | null;
    };

export type Starts = {
  /** periods or calendar days from 0 (today) to the last finish */
  readonly makespan: number;
  /** by activity in the order of the file; negative for what began before today */
  readonly starts: readonly number[];
  readonly lowerBound: number;
};

export function startsOf(plan: ComputedPlan): Starts {
  if (plan.kind === 'abstract') {
    const { makespan, starts, lowerBound } = plan.crews;
    return { makespan, starts, lowerBound };
  }
  const { network, schedule, crews } = plan;
  const today = epochDayOf(network.today);
  const unlimited = Math.max(0, epochDayOf(schedule.finish) + 1 - today);
  const rows = schedule.activities.slice(0, network.activities.length);
  if (!crews) {
    return {
      makespan: unlimited,
      starts: rows.map(({ earliestStart }) => epochDayOf(earliestStart) - today),
      lowerBound: unlimited,
    };
  }
  return {
    makespan: crews.makespan,
    starts: rows.map(({ state, earliestStart }, at) =>
      state === 'to_do' ? crews.starts[at]! : epochDayOf(earliestStart) - today,
    ),
    lowerBound: Math.max(crews.lowerBound, Math.min(unlimited, crews.makespan)),
  };
}

/** For people: the rows, the critical chain, and what to do where dates are missed. */
export function planText(plan: ComputedPlan): string {
  if (plan.kind === 'abstract') {
    const { crews, project } = plan;
    const rows = project.activities.map(({ id }, at) => [id, String(crews.starts[at]), String(crews.finishes[at])]);
    return [
      table(['编号 id', '开始 start', '完成 finish'], rows),
      `总工期 makespan ${crews.makespan}，下界 lower bound ${crews.lowerBound}`,
    ].join('\n');
  }
  const { schedule, network, crews } = plan;
  const head = ['编号 id', '最早 earliest', '最迟 latest', '总时差 float', '关键 critical'];
  const rows = schedule.activities.map((row, at) => [
    row.id,
    `${row.earliestStart}—${row.earliestFinish}`,
    `${row.latestStart}—${row.latestFinish}`,
    String(row.totalFloat),
    row.critical ? '●' : '',
    ...(crews ? [spanText(network.today, crews.starts[at]!, crews.finishes[at]!)] : []),
  ]);
  return [
    table(crews ? [...head, '限定资源 with crews'] : head, rows),
    `最早完成 earliest finish ${schedule.finish}${schedule.provisional ? '（暂定 provisional）' : ''}`,
    ...(crews ? [`限定资源完成 finish with crews ${lastDay(network.today, crews.makespan)}`] : []),
    `关键线路 critical chain ${schedule.chain.map(({ id }) => id).join(' → ')}`,
    ...(schedule.infeasible.length === 0
      ? []
      : [`不能按期 cannot make the date: ${schedule.infeasible.join('、')}`, ...plan.repairs.map(repairText)]),
    ...plan.notes.map(({ code, id, name, value }) => {
      const { 'zh-CN': chinese, en } = importNotes[code];
      return `导入说明 note ${id} ${name}: ${chinese} / ${en} ${value}`.trimEnd();
    }),
  ].join('\n');
}

/** A milestone stands on the last day worked before it. */
function spanText(today: string, start: number, finish: number): string {
  const last = lastDay(today, finish);
  return `${start === finish ? last : addDays(today, start)}—${last}`;
}

function lastDay(today: string, periods: number): string {
  return addDays(today, Math.max(0, periods - 1));
}

function repairText(repair: Repair): string {
  switch (repair.kind) {
    case 'shorten':
      return `  压缩 shorten ${repair.id}: −${repair.days} → ${repair.duration}`;
    case 'overlap':
      return `  搭接 overlap ${repair.from} → ${repair.to}: −${repair.days} → ${repair.lag}`;
    case 'together':
      return ['  合并采取 together:', ...repair.parts.map((part) => `  ${repairText(part)}`)].join('\n');
    case 'move_dates': {
      const moves = [
        ...(repair.finishBy ? [`期限 deadline → ${repair.finishBy}`] : []),
        ...repair.fixed.map(({ id, date }) => `${id} → ${date}`),
      ];
      return `  调整时限 move dates: ${moves.join('，')}`;
    }
  }
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((name, at) => Math.max(width(name), ...rows.map((row) => width(row[at] ?? ''))));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) => cell + ' '.repeat(widths[at]! - width(cell)))
      .join('  ')
      .trimEnd();
  return [line(head), ...rows.map(line)].join('\n');
}

/** Columns on a terminal: Chinese characters take two. */
function width(text: string): number {
  let columns = 0;
  for (const character of text) columns += /[\u2E80-\uFFEF]/.test(character) ? 2 : 1;
  return columns;
}
