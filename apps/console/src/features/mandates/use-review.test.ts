import type { DirectiveView } from '@duban/contract/directive-view';
import type { ReviewChanged } from '@duban/contract/document-review';
import type { DocumentView } from '@duban/contract/mandates';
import { expect, test } from 'vitest';
import { withStep } from './use-review.ts';

const item = (id: string, start: number, state = 'proposed') => ({ id, start, state }) as DirectiveView;
const document = { version: 4, canUndo: false, items: [item('a', 0), item('c', 9)] } as unknown as DocumentView;
const step = (over: Partial<ReviewChanged>): ReviewChanged => ({
  id: 'x',
  version: 5,
  state: 'in_review',
  canUndo: true,
  canRedo: false,
  changed: [],
  removed: [],
  textChanged: false,
  ...over,
});

test('what a step changed, added and removed stands in the order of the text', () => {
  const after = withStep(document, step({ changed: [item('a', 0, 'accepted'), item('b', 4)], removed: ['c'] }));
  expect(after.items.map(({ id, state }) => [id, state])).toEqual([
    ['a', 'accepted'],
    ['b', 'proposed'],
  ]);
  expect(after).toMatchObject({ version: 5, canUndo: true });
});

test('an answer that comes late changes nothing that is newer', () => {
  expect(withStep(document, step({ version: 4, removed: ['a'] }))).toBe(document);
});

test('what did not change is the same object, so that it is not drawn anew', () => {
  expect(withStep(document, step({ changed: [item('c', 9, 'rejected')] })).items[0]).toBe(document.items[0]);
});
