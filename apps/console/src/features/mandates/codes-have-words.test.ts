import {
  allContradictionKinds,
  allDirectiveDoubts,
  allDirectiveRules,
  allQuantityKinds,
  allUnknownKinds,
} from '@duban/mandates/mandate';
import { steps } from '@duban/mandates/repairs/repair-text';
import { allPeriods } from '@duban/mandates/review/period';
import { allDirectiveStates, allDocumentStates, allOutcomes } from '@duban/mandates/review/review';
import { modelReadingFaults } from '@duban/mandates/suggestions/model-reading';
import { describe, expect, test } from 'vitest';
import englishModel from '../../i18n/en/model.json' with { type: 'json' };
import english from '../../i18n/en/mandates.json' with { type: 'json' };
import chineseModel from '../../i18n/zh-CN/model.json' with { type: 'json' };
import chinese from '../../i18n/zh-CN/mandates.json' with { type: 'json' };

type Words = Readonly<Record<string, unknown>>;

/** What follows a prefix (`mark.unknown_`), as a list of words of its own. */
const after = (prefix: string, words: Words): Words =>
  Object.fromEntries(
    Object.entries(words).flatMap(([key, text]) => (key.startsWith(prefix) ? [[key.slice(prefix.length), text]] : [])),
  );

/** Every closed list of codes that the review shows, and where its words are. */
const lists: Readonly<Record<string, readonly [readonly string[], ...Words[]]>> = {
  'rules of directives': [allDirectiveRules, chinese.rule, english.rule],
  'doubts about directives': [allDirectiveDoubts, chinese.doubt, english.doubt],
  'steps of the repair': [steps.map(({ name }) => name), chinese.repair_step, english.repair_step],
  contradictions: [allContradictionKinds, chinese.contradiction, english.contradiction],
  unknowns: [allUnknownKinds, after('unknown_', chinese.mark), after('unknown_', english.mark)],
  quantities: [allQuantityKinds, chinese.quantity_kind, english.quantity_kind],
  outcomes: [allOutcomes, chinese.outcome, english.outcome],
  'outcomes that were sent': [allOutcomes, after('made_', chinese.send), after('made_', english.send)],
  'hints for outcomes': [allOutcomes, after('outcome_hint_', chinese.edit), after('outcome_hint_', english.edit)],
  'states of directives': [allDirectiveStates, chinese.state, english.state],
  'states of documents': [allDocumentStates, chinese.document_state, english.document_state],
  periods: [allPeriods, chinese.period, english.period],
  'faults of the language model': [modelReadingFaults, chineseModel.fault, englishModel.fault],
};

describe('every code that the review may show has its words, and no words are left without a code', () => {
  test.each(Object.entries(lists))('%s', (_, [codes, ...languages]) => {
    for (const words of languages) {
      expect(Object.keys(words).toSorted()).toEqual(codes.toSorted());
      expect(Object.values(words).filter((text) => typeof text !== 'string' || text.trim() === '')).toEqual([]);
    }
  });
});
