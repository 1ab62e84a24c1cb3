import { expect, test } from 'vitest';
import {
  allProjectStates,
  allProjectVerbs,
  mayPlanProject,
  projectTransitions,
  whyNotChangeProject,
  whyNotProject,
  whyNotSpan,
} from './project.ts';

const project = { state: 'under_way', lineUnitId: 'housing', territorialUnitId: 'street' } as const;
const lines = { campaignLead: ['post', 'district'], line: ['housing', 'district'] };
const person = (unitId: string, role: 'dispatcher' | 'handler' | 'leader') => ({
  personId: 'p',
  name: '某',
  unitId,
  unitLine: unitId === 'district' ? ['district'] : [unitId, 'district'],
  jurisdictionId: 'district',
  roles: [role],
});

test.each(allProjectStates.flatMap((state) => allProjectVerbs.map((verb) => ({ state, verb }))))(
  '$verb in $state is refused unless the table has it',
  ({ state, verb }) => {
    const refusal = whyNotProject(verb, { ...project, state }, person('office', 'dispatcher'), lines);
    if (projectTransitions[verb].from.includes(state)) expect(refusal).toBeNull();
    else expect(refusal).toMatchObject({ code: 'project.wrong_state', params: { project_state: state } });
  },
);

test('whose work it is begins and stops it; only somebody else confirms that it is done', () => {
  const planned = { ...project, state: 'planned' } as const;
  expect(whyNotProject('begin', planned, person('street', 'handler'), lines)).toBeNull();
  expect(whyNotProject('begin', planned, person('elsewhere', 'handler'), lines)).toMatchObject({
    code: 'project.role_needed',
  });
  expect(whyNotProject('complete', project, person('street', 'handler'), lines)).toMatchObject({
    code: 'project.role_needed',
  });
  expect(whyNotProject('complete', project, person('housing', 'leader'), lines)).toMatchObject({
    code: 'project.own_work',
  });
  expect(whyNotProject('complete', project, person('post', 'leader'), lines)).toBeNull();
});

test('leaders plan what their unit leads, and what is completed is not planned any more', () => {
  expect(mayPlanProject(person('housing', 'leader'), lines)).toBe(true);
  expect(mayPlanProject(person('street', 'leader'), lines)).toBe(false);
  expect(mayPlanProject(person('housing', 'handler'), lines)).toBe(false);
  expect(whyNotChangeProject({ ...project, state: 'completed' }, person('post', 'leader'), lines)).toMatchObject({
    code: 'project.ended',
  });
});

test('a project lies within its campaign', () => {
  const campaign = { finishBy: '2026-12-31' };
  expect(whyNotSpan({ startsOn: '2026-03-01', finishBy: '2026-12-31' }, campaign)).toBeNull();
  expect(whyNotSpan({ startsOn: '2026-03-02', finishBy: '2026-03-01' }, campaign)).toMatchObject({
    code: 'project.span_reversed',
  });
  expect(whyNotSpan({ startsOn: '2026-03-02', finishBy: '2027-01-01' }, campaign)).toMatchObject({
    code: 'project.after_campaign',
  });
});
