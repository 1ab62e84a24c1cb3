import { expect, test } from 'vitest';
import { usualStages, whyNotStages } from './stage.ts';

test('the usual stages are a vocabulary, from not started to finished', () => {
  expect(whyNotStages(usualStages, ['design', 'completed'])).toBeNull();
  const counts = usualStages.map(({ countsAs }) => ['not_started', 'started', 'finished'].indexOf(countsAs));
  expect(counts).toEqual(counts.toSorted());
});

test('no code twice, and nothing left out that projects stand in', () => {
  const [first] = usualStages;
  expect(whyNotStages([first!, first!], [])).toMatchObject({ code: 'stage.code_twice' });
  expect(whyNotStages([first!], ['begun'])).toMatchObject({ code: 'stage.in_use', params: { stage: 'begun' } });
});
