import { expect, test } from 'vitest';
import {
  progressOf,
  type ReviewedDirective,
  sendingSummary,
  whyIncomplete,
  whyNotDecide,
  whyNotDiscard,
  whyNotReview,
  whyNotSend,
} from './review.ts';

const directive = (over: Partial<ReviewedDirective> = {}): ReviewedDirective => ({
  state: 'accepted',
  outcome: 'task',
  lineUnitId: 'u',
  classCode: null,
  placeText: '',
  targets: [],
  indicator: null,
  promise: null,
  ...over,
});
const dispatcher = {
  personId: 'p',
  name: '某',
  unitId: 'u',
  unitLine: ['u'],
  jurisdictionId: 'd',
  roles: ['dispatcher'],
} as const;

test('only dispatchers review, and not what was discarded', () => {
  expect(whyNotReview({ state: 'in_review', jurisdictionId: 'd' }, dispatcher)).toBeNull();
  expect(whyNotReview({ state: 'in_review', jurisdictionId: 'd' }, { ...dispatcher, roles: ['leader'] })).toMatchObject(
    { code: 'document.role_needed' },
  );
  expect(whyNotReview({ state: 'discarded', jurisdictionId: 'd' }, dispatcher)).toMatchObject({
    code: 'document.discarded',
  });
  expect(whyNotReview({ state: 'in_review', jurisdictionId: 'd', isSuperseded: true }, dispatcher)).toMatchObject({
    code: 'document.superseded',
  });
});

test('a sent directive is no longer decided on', () => {
  expect(whyNotDecide({ state: 'sent' })).toMatchObject({ code: 'directive.sent' });
  expect(whyNotDecide({ state: 'carried' })).toMatchObject({ code: 'directive.carried' });
  expect(whyNotDecide({ state: 'replaced' })).toMatchObject({ code: 'directive.replaced' });
  expect(whyNotDecide({ state: 'rejected' })).toBeNull();
});

test('a task needs its line unit, a case its class and place', () => {
  expect(whyIncomplete(directive())).toBeNull();
  expect(whyIncomplete(directive({ lineUnitId: null }))).toMatchObject({ code: 'directive.line_unit_missing' });
  expect(whyIncomplete(directive({ outcome: 'case' }))).toMatchObject({ code: 'directive.class_missing' });
  expect(whyIncomplete(directive({ outcome: 'case', classCode: 'c', placeText: ' ' }))).toMatchObject({
    code: 'directive.place_missing',
  });
  expect(whyIncomplete(directive({ outcome: 'case', classCode: 'c', placeText: '路口' }))).toBeNull();
});

test('a target needs its figure, an indicator and a promise their words', () => {
  expect(whyIncomplete(directive({ outcome: 'target' }))).toMatchObject({ code: 'directive.target_missing' });
  expect(whyIncomplete(directive({ outcome: 'target', targets: [{}] }))).toBeNull();
  expect(whyIncomplete(directive({ outcome: 'indicator' }))).toMatchObject({ code: 'directive.indicator_missing' });
  expect(whyIncomplete(directive({ outcome: 'indicator', indicator: {} }))).toBeNull();
  expect(whyIncomplete(directive({ outcome: 'promise' }))).toMatchObject({ code: 'directive.promise_missing' });
  expect(whyIncomplete(directive({ outcome: 'promise', promise: {} }))).toBeNull();
});

test('progress counts what is shown', () => {
  expect(progressOf([directive(), directive({ state: 'proposed' }), directive({ state: 'replaced' })])).toEqual({
    decided: 1,
    total: 2,
  });
});

test('sending takes what was accepted, all of it complete', () => {
  expect(whyNotSend([directive({ state: 'proposed' })])).toMatchObject({ code: 'document.nothing_accepted' });
  expect(whyNotSend([directive(), directive({ lineUnitId: null })])).toMatchObject({
    code: 'document.directives_incomplete',
    params: { count: 1 },
  });
  expect(whyNotSend([directive(), directive({ state: 'proposed', lineUnitId: null })])).toBeNull();
});

test('one task per territorial unit, one for the whole territory when none is named', () => {
  const of = (territorialUnitIds: string[], over: Partial<ReviewedDirective> = {}) => ({
    ...directive(over),
    territorialUnitIds,
  });
  expect(
    sendingSummary([
      of([]),
      of(['a', 'b', 'c'], { targets: [{}, {}] }),
      of([], { outcome: 'target', targets: [{}] }),
      of([], { outcome: 'case' }),
      of([], { state: 'proposed' }),
    ]),
  ).toEqual({ task: 4, target: 7, indicator: 0, promise: 0, case: 1, left: 1 });
});

test('what was sent stays as the evidence', () => {
  expect(whyNotDiscard({ state: 'in_review', jurisdictionId: 'd' }, [{ state: 'sent' }])).toMatchObject({
    code: 'document.already_sent',
  });
  expect(whyNotDiscard({ state: 'in_review', jurisdictionId: 'd' }, [{ state: 'accepted' }])).toBeNull();
});
