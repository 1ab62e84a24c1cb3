import type { Actor } from '@duban/kit/actor';
import { describe, expect, test } from 'vitest';
import { allTaskStates, allTaskVerbs, decideTask, evolveTask, type Task, taskTransitions, whyNotTask } from './task.ts';

const actor = (roles: Actor['roles'], unitLine: readonly string[]): Actor => ({
  personId: 'p',
  name: '某',
  unitId: unitLine[0]!,
  unitLine,
  jurisdictionId: 'd',
  roles,
});
const handler = actor(['handler'], ['housing', 'd']);
const street = actor(['handler'], ['grid', 'street', 'd']);
const dispatcher = actor(['dispatcher'], ['office', 'd']);
const task = (state: Task['state']): Task => ({ state, lineUnitId: 'housing', territorialUnitId: 'street' });
const by = { accept: handler, report_done: street, confirm: dispatcher, return: dispatcher, withdraw: dispatcher };

describe('every verb in every state', () => {
  for (const verb of allTaskVerbs) {
    for (const state of allTaskStates) {
      const allowed = taskTransitions[verb].from.includes(state);
      test(`${verb} when ${state} is ${allowed ? 'possible' : 'refused'}`, () => {
        const decision = decideTask(verb, task(state), by[verb], '');
        if (!allowed) expect(decision).toMatchObject({ refused: true, code: 'task.wrong_state' });
        else expect(decision.refused ? null : evolveTask(decision.events[0]!)).toBe(taskTransitions[verb].to);
      });
    }
  }
});

test('nobody confirms the own work', () => {
  const own = actor(['dispatcher'], ['housing', 'd']);
  expect(whyNotTask('confirm', task('reported_done'), own)).toMatchObject({ code: 'task.own_work' });
});

test('only the units of the task accept and report', () => {
  expect(whyNotTask('accept', task('issued'), actor(['handler'], ['water', 'd']))).toMatchObject({
    code: 'task.not_your_unit',
  });
  expect(whyNotTask('accept', task('issued'), dispatcher)).toMatchObject({ code: 'task.role_needed' });
  expect(whyNotTask('withdraw', task('issued'), handler)).toMatchObject({ code: 'task.role_needed' });
});
