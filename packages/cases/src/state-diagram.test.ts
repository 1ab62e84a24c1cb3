import { expect, test } from 'vitest';
import { caseStateDocument } from './state-diagram.ts';
import { allCaseStates } from './states.ts';
import { caseTransitions } from './transitions.ts';

test('the drawing shows every state and every transition of the table', () => {
  const text = caseStateDocument();
  for (const state of allCaseStates) {
    expect(text).toContain(`as ${state}`);
    for (const verb of Object.keys(caseTransitions[state]))
      expect(text).toMatch(new RegExp(`\\| ${state} \\|.*\\| ${verb} \\|`));
  }
});
