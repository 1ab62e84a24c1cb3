import { digitLookalikes, type PhraseRule, synonymRules, typos } from '../rules/wrong-synonyms.ts';
import type { Edit, Step } from './step.ts';

/** Swapped words, by phrase and context. Proposed only: the person who reviews the document decides. */
export const wrongSynonyms: Step = {
  name: 'wrong-synonyms',
  find: (text) => ({ edits: proposals(text, synonymRules) }),
};

/** Wrong characters and look-alikes of digits: proposed only. */
export const lookAlikes: Step = {
  name: 'look-alikes',
  find: (text) => ({ edits: [...proposals(text, digitLookalikes), ...proposals(text, typos)] }),
};

function proposals(text: string, rules: readonly PhraseRule[]): Edit[] {
  return rules.flatMap(({ found, right }) =>
    [...text.matchAll(found)].map((match) => proposal(match.index, match[0], right)),
  );
}

const proposal = (start: number, wrong: string, right: string): Edit => ({
  start,
  end: start + wrong.length,
  after: right,
  class: 'near-certain',
  proposed: true,
});
