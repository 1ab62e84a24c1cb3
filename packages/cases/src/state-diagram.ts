import { allCaseStates, caseStates } from './states.ts';
import { caseTransitions } from './transitions.ts';
import { type CaseVerb, caseVerbs } from './verbs.ts';

/** Verbs that only add something and never move a case; they would hide the picture. */
const remarks: readonly CaseVerb[] = ['comment', 'attach', 'urge'];

/** `docs/states/case.md`, drawn from the transition table alone: a Mermaid picture and the table in words. */
export function caseStateDocument(): string {
  return [
    '# The states of a case 问题',
    '',
    'Generated from `packages/cases/src/transitions.ts` by `npm run gen`. Whatever is not in this table is refused.',
    '',
    '```mermaid',
    'stateDiagram-v2',
    ...allCaseStates.map((state) => `  state "${caseStates[state]['zh-CN']}" as ${state}`),
    '  [*] --> awaiting_pre_filing_check: 上报',
    ...arrows(),
    ...allCaseStates.filter((state) => !caseStates[state].open).map((state) => `  ${state} --> [*]`),
    '```',
    '',
    '| state | 状态 | open | verb | 动作 | to | who |',
    '|---|---|---|---|---|---|---|',
    ...rows(),
    '',
  ].join('\n');
}

function transitions() {
  return allCaseStates.flatMap((from) =>
    (Object.entries(caseTransitions[from]) as [CaseVerb, readonly (typeof from)[]][]).map(([verb, to]) => ({
      from,
      verb,
      to,
    })),
  );
}

function arrows(): string[] {
  return transitions()
    .filter(({ verb }) => !remarks.includes(verb))
    .flatMap(({ from, verb, to }) => to.map((state) => `  ${from} --> ${state}: ${caseVerbs[verb]['zh-CN']}`));
}

function rows(): string[] {
  return transitions().map(({ from, verb, to }) => {
    const { open, 'zh-CN': word } = caseStates[from];
    const targets = to.map((state) => `${state} ${caseStates[state]['zh-CN']}`).join(', ');
    const { roles } = caseVerbs[verb];
    return `| ${from} | ${word} | ${open ? 'yes' : 'no'} | ${verb} | ${caseVerbs[verb]['zh-CN']} | ${targets} | ${roles.join(', ')} |`;
  });
}
