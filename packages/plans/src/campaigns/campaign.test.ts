import { expect, test } from 'vitest';
import {
  allCampaignStates,
  allCampaignVerbs,
  campaignTransitions,
  coverageOf,
  mayPlan,
  whyNotCampaign,
  whyNotChangeCampaign,
  whyNotFacts,
} from './campaign.ts';

const campaign = { state: 'running', leadUnitId: 'post', openProjects: 0 } as const;

test.each(allCampaignStates.flatMap((state) => allCampaignVerbs.map((verb) => ({ state, verb }))))(
  '$verb in $state is refused unless the table has it',
  ({ state, verb }) => {
    const allowed = campaignTransitions[verb].from.includes(state);
    const refusal = whyNotCampaign(verb, { ...campaign, state });
    if (allowed) expect(refusal).toBeNull();
    else expect(refusal).toMatchObject({ code: 'campaign.wrong_state', params: { campaign_state: state } });
  },
);

test('a campaign does not close over projects that are still open', () => {
  expect(whyNotCampaign('close', { ...campaign, openProjects: 3 })).toMatchObject({
    code: 'campaign.projects_open',
    params: { count: 3 },
  });
});

test('what has ended is not changed any more', () => {
  expect(whyNotChangeCampaign({ state: 'closed' })).toMatchObject({ code: 'campaign.ended' });
  expect(whyNotChangeCampaign({ state: 'preparing' })).toBeNull();
});

test('it does not end before it begins; one day is enough', () => {
  expect(whyNotFacts({ startsOn: '2026-03-02', finishBy: '2026-03-01' })).toMatchObject({
    code: 'campaign.span_reversed',
  });
  expect(whyNotFacts({ startsOn: '2026-03-01', finishBy: '2026-03-01' })).toBeNull();
});

test('who plans: dispatchers, and leaders of the unit that leads or of one above it', () => {
  const actor = {
    personId: 'p',
    name: '某',
    unitId: 'post',
    unitLine: ['post', 'district'],
    jurisdictionId: 'district',
  };
  expect(mayPlan({ ...actor, roles: ['dispatcher'] }, ['other', 'district'])).toBe(true);
  expect(mayPlan({ ...actor, roles: ['leader'] }, ['post', 'district'])).toBe(true);
  expect(mayPlan({ ...actor, roles: ['leader'] }, ['other', 'district'])).toBe(false);
  expect(mayPlan({ ...actor, roles: ['handler'] }, ['post', 'district'])).toBe(false);
});

test('九大专项行动 with three named leaves six unnamed; more than said is not hidden', () => {
  expect(coverageOf(9, 3)).toEqual({ stated: 9, known: 3, unnamed: 6 });
  expect(coverageOf(9, 11)).toEqual({ stated: 9, known: 11, unnamed: null });
  expect(coverageOf(null, 3)).toBeNull();
});
