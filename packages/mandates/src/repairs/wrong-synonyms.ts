import { synonymRules } from '../rules/wrong-synonyms.ts';
import type { Edit, Step } from './step.ts';

/** Swapped words, by phrase and context. Proposed only: the person who reviews the document decides. */
export const wrongSynonyms: Step = {
  name: 'wrong-synonyms',
  find(text) {
    const edits: Edit[] = [];
    for (const { found, right } of synonymRules) {
      for (const match of text.matchAll(found)) {
        edits.push({
          start: match.index,
          end: match.index + match[0].length,
          after: right,
          class: 'near-certain',
          proposed: true,
        });
      }
    }
    return { edits };
  },
};
