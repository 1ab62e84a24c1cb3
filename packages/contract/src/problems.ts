import { caseStates } from '@duban/cases/states';
import { caseVerbs } from '@duban/cases/verbs';
import { promiseStates } from '@duban/mandates/promises/promise';
import { attachmentKinds } from '@duban/cases/words';
import { roleWords } from '@duban/kit/role-words';
import { taskStates, taskVerbs } from '@duban/mandates/tasks/task';
import { unitKindWords } from '@duban/organisation/unit-kind';
import { campaignStates, campaignVerbs } from '@duban/plans/campaigns/campaign';
import { projectStates, projectVerbs } from '@duban/plans/projects/project';
import { letterStates, letterVerbs } from '@duban/plans/letters/letter';
import { fundingSources } from '@duban/plans/money/money';
import { networkLists } from '@duban/plans/network/words';
import { evidenceKinds } from '@duban/plans/readings/evidence';
import { evidenceRisks, readingStates, readingVerbs } from '@duban/plans/readings/reading';
import { campaignProblems } from './problems/campaigns.ts';
import { caseProblems } from './problems/cases.ts';
import { calendarProblems } from './problems/calendar.ts';
import { crewScheduleProblems } from './problems/crew-schedule.ts';
import { kernelProblems } from './problems/kernel.ts';
import { ledgerProblems } from './problems/ledger.ts';
import { letterProblems } from './problems/letters.ts';
import { mandateProblems } from './problems/mandates.ts';
import { modelProblems } from './problems/model.ts';
import { moneyProblems } from './problems/money.ts';
import { networkProblems } from './problems/network.ts';
import { organisationProblems } from './problems/organisation.ts';
import { planFileProblems } from './problems/plan-file.ts';
import { progressProblems } from './problems/progress.ts';
import { planProblems } from './problems/plans.ts';
import { projectProblems } from './problems/projects.ts';
import { rankingProblems } from './problems/rankings.ts';
import { readingProblems } from './problems/readings.ts';
import { reviewProblems } from './problems/review.ts';
import { sessionProblems } from './problems/session.ts';
import type { Locale, ProblemText } from './problem-texts.ts';

/**
 * The one registry of everything that may be refused. Each noun keeps its own file beside this one; a code is
 * `noun.reason`, and its sentence says why and what to do instead.
 */
export const problems = {
  ...campaignProblems,
  ...caseProblems,
  ...calendarProblems,
  ...crewScheduleProblems,
  ...kernelProblems,
  ...ledgerProblems,
  ...letterProblems,
  ...mandateProblems,
  ...modelProblems,
  ...moneyProblems,
  ...networkProblems,
  ...organisationProblems,
  ...planFileProblems,
  ...progressProblems,
  ...planProblems,
  ...projectProblems,
  ...rankingProblems,
  ...readingProblems,
  ...reviewProblems,
  ...sessionProblems,
};

export type ProblemCode = keyof typeof problems;

/** `application/problem+json` (RFC 9457) as this server sends it. */
export type ProblemBody = {
  readonly type: string;
  readonly code: ProblemCode;
  readonly status: number;
  readonly title: string;
  readonly params: Readonly<Record<string, string | number>>;
  /** for `request.invalid`: which fields, by path */
  readonly fields?: readonly { readonly path: string; readonly message: string }[];
  /** for imports: which rows */
  readonly rows?: readonly { readonly row: number; readonly column?: string; readonly message: string }[];
  readonly requestId?: string;
};

export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(problems, code);
}

/** Parameters that are codes of a closed vocabulary, or several with commas between, and the words to print for them. */
const wordsOfCodes: Readonly<Record<string, Readonly<Record<string, Readonly<Record<Locale, string>>>>>> = {
  attachment_kinds: attachmentKinds,
  campaign_state: campaignStates,
  campaign_verb: campaignVerbs,
  case_state: caseStates,
  case_verb: caseVerbs,
  promise_state: promiseStates,
  project_state: projectStates,
  project_verb: projectVerbs,
  evidence_kind: evidenceKinds,
  evidence_risk: evidenceRisks,
  funding_source: fundingSources,
  letter_state: letterStates,
  letter_verb: letterVerbs,
  network_list: networkLists,
  reading_state: readingStates,
  reading_verb: readingVerbs,
  task_state: taskStates,
  task_verb: taskVerbs,
  role: roleWords,
  roles: roleWords,
  other: roleWords,
  kind: unitKindWords,
  parent: { ...unitKindWords, none: { 'zh-CN': '无，即最高一级', en: 'none, the top' } },
};

/** The sentence of a problem in a language, placeholders filled. Unknown placeholders stay visible on purpose. */
export function problemTitle(
  code: ProblemCode,
  params: Readonly<Record<string, string | number>>,
  locale: Locale,
): string {
  const text: ProblemText = problems[code];
  return text[locale].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    return value === undefined ? whole : wordsOf(name, String(value), locale);
  });
}

function wordsOf(name: string, value: string, locale: Locale): string {
  const words = wordsOfCodes[name];
  if (!words) return value;
  const several = value.split(', ').map((code) => words[code]?.[locale] ?? code);
  return several.join(locale === 'zh-CN' ? '、' : ', ');
}
