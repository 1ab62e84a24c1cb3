import { describe, expect, test } from 'vitest';
import { people, units, start } from './cases.example.ts';
import { whyNotByVerb } from './possible-actions.ts';
import { caseInState } from './stages.example.ts';
import { allCaseStates, caseStates, type CaseState } from './states.ts';
import { caseTransitions, statesThatAllow } from './transitions.ts';
import { allCaseVerbs, caseVerbs, type CaseVerb } from './verbs.ts';

// Somebody who has every role, in every unit at once as far as that is possible: only the state can refuse.
const almighty = [
  people.dispatcher,
  people.officer,
  people.chief,
  people.inspector,
  people.mayor,
  people.squadLeader,
].map((actor) => ({ ...actor, roles: ['dispatcher', 'handler', 'inspector', 'leader'] as const }));

const pairs = allCaseStates.flatMap((state) => allCaseVerbs.map((verb): [CaseState, CaseVerb] => [state, verb]));

describe('every state × verb pair', () => {
  test.each(pairs.filter(([state, verb]) => !caseTransitions[state][verb]))('%s refuses %s', (state, verb) => {
    const found = caseInState[state]();
    expect(found.state).toBe(state);
    for (const actor of almighty) {
      expect(whyNotByVerb[verb](found, actor, start)).toMatchObject({
        code: 'case.wrong_state',
        params: { case_state: state, case_verb: verb },
      });
    }
  });

  test.each(pairs.filter(([state, verb]) => caseTransitions[state][verb]))(
    '%s does not refuse %s for its state',
    (state, verb) => {
      const found = caseInState[state]();
      for (const actor of almighty) {
        expect(whyNotByVerb[verb](found, actor, start)?.code).not.toBe('case.wrong_state');
      }
    },
  );

  test.each(allCaseVerbs)('%s is refused to everybody without its role', (verb) => {
    const [state] = statesThatAllow(verb);
    const stranger = { ...people.officer, unitId: units.enforcement.id, roles: ['cppcc_member'] as const };
    expect(whyNotByVerb[verb](caseInState[state!](), stranger, start)).toMatchObject({ code: 'case.role_needed' });
  });

  test.each(allCaseVerbs)('%s is refused to somebody of another jurisdiction', (verb) => {
    const [state] = statesThatAllow(verb);
    const foreigner = { ...people.dispatcher, jurisdictionId: 'elsewhere', roles: caseVerbs[verb].roles };
    expect(whyNotByVerb[verb](caseInState[state!](), foreigner, start)).toMatchObject({
      code: 'case.other_jurisdiction',
    });
  });
});

describe('the table itself', () => {
  test('every state can be reached, and every verb is used', () => {
    const reached = new Set(Object.values(caseTransitions).flatMap((verbs) => Object.values(verbs).flat()));
    expect([...reached].sort()).toEqual([...allCaseStates].sort());
    for (const verb of allCaseVerbs) expect(statesThatAllow(verb)).not.toEqual([]);
  });

  test('from every open state the end can be reached', () => {
    const leadsToEnd = new Set<CaseState>(allCaseStates.filter((state) => !caseStates[state].open));
    for (let grown = true; grown;) {
      grown = false;
      for (const state of allCaseStates) {
        const next = Object.values(caseTransitions[state]).flat();
        if (!leadsToEnd.has(state) && next.some((to) => leadsToEnd.has(to))) {
          leadsToEnd.add(state);
          grown = true;
        }
      }
    }
    expect([...leadsToEnd].sort()).toEqual([...allCaseStates].sort());
  });

  test('the receiver of a return may correct, dispute or merge, but not push the case forward', () => {
    expect(Object.keys(caseTransitions.returned).sort()).toEqual([
      'attach',
      'comment',
      'correct',
      'merge',
      'raise_dispute',
    ]);
  });
});
