import { allDirectiveRules } from '@duban/mandates/mandate';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './steps.ts';

/**
 * Names of rules as the source gives them: in lists (`rules: ['owner_named']`), in a constant (`modelRule = '…'`), and
 * as what `judge.ts` answers. A word that is only compared with is none.
 */
function rulesGivenIn(file: string, source: string): string[] {
  const lists = [...source.matchAll(/rules(?:: |\()\[([^\]]*)\]/g)].map(([, list]) => list!);
  const constants = [...source.matchAll(/\w+Rule = ('[a-z_]+')/g)].map(([, name]) => name!);
  const answers = basename(file) === 'judge.ts' ? [source.replaceAll(/[!=]== '[a-z_]*'/g, '')] : [];
  return [...lists, ...constants, ...answers].flatMap((text) =>
    [...text.matchAll(/'([a-z]+(?:_[a-z]+)*)'/g)].map(([, name]) => name!),
  );
}

test('the list of rules of directives holds exactly those that the source gives', () => {
  const files = globSync(['packages/mandates/src/directives/*.ts', 'apps/server/src/mandates/*.ts'], { cwd: root });
  const given = files
    .filter((file) => !file.endsWith('.test.ts'))
    .flatMap((file) => rulesGivenIn(file, readFileSync(join(root, file), 'utf8')));
  expect([...new Set(given)].toSorted(), 'add a new rule to allDirectiveRules, and its words to the console').toEqual(
    allDirectiveRules.toSorted(),
  );
});

test('the search finds a rule in a list, in a constant and in an answer, and nothing that is compared with', () => {
  expect(
    rulesGivenIn('a.ts', "rules: [...candidate.rules, 'one_rule'], const modelRule = 'two_rule'; f('no_rule')"),
  ).toEqual(['one_rule', 'two_rule']);
  expect(rulesGivenIn('judge.ts', "if (part !== 'report') return isItem ? 'three' : 'four_rule'")).toEqual([
    'three',
    'four_rule',
  ]);
});
