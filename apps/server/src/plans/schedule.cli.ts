import { readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { stateCouncilDays } from '@duban/calendar/state-council-years';
import { workingCalendar } from '@duban/calendar/working-calendar';
import { isProblemCode, problemTitle } from '@duban/contract/problems';
import { type Refusal, refuse } from '@duban/kit/refusal';
import type { CrewProject } from '@duban/plans/crews/project';
import { parsePsplib } from '@duban/plans/crews/psplib';
import { scheduleCrews } from '@duban/plans/crews/schedule';
import { openDraft } from '@duban/plans/network/draft';
import { proposeRepairs } from '@duban/plans/network/repair';
import { scheduleOf } from '@duban/plans/network/schedule';
import { type CommandResult, done, failed } from '../cli/command.ts';
import { crewProjectOf, readPlanFile } from './plan-file.ts';
import { type ComputedPlan, planText, startsOf } from './schedule-text.ts';

/**
 * `duban schedule FILE [--json] [--seconds S] [--seed N]`: a plan from our own JSON or a project of PSPLIB (`.sm`), without
 * a database. Holidays are those of the published years. The same file, seed and result on every machine, unless the
 * seconds run out first.
 */
const USAGE = `duban schedule FILE [--json] [--seconds S] [--seed N]
  FILE       a plan in our JSON (packages/plans/README.md), or a PSPLIB single-mode project (.sm)
  --json     { "makespan", "starts", "lowerBound" }: days after today, or periods
  --seconds  how long to search with limited crews or money (2)
  --seed     0 to 4294967295 (1)`;

const MOST_BYTES = 64 * 1024 * 1024;
const office = workingCalendar(stateCouncilDays());

export function scheduleCommand(args: readonly string[]): CommandResult {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      json: { type: 'boolean', default: false },
      seconds: { type: 'string', default: '2' },
      seed: { type: 'string', default: '1' },
    },
    allowPositionals: true,
  });
  const [file, ...rest] = positionals;
  const seconds = Number(values.seconds);
  const seed = Number(values.seed);
  if (file === undefined || rest.length > 0) return failed(USAGE, 2);
  if (!(seconds > 0 && seconds <= 3600)) return failed(`--seconds: 0 < S ≤ 3600\n${USAGE}`, 2);
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffff_ffff) return failed(`--seed: 0 ≤ N < 2³²\n${USAGE}`, 2);
  const answer = computePlan(file, { seconds, seed });
  if ('refused' in answer) return failed(values.json ? refusalJson(answer) : refusalText(answer));
  return done(values.json ? JSON.stringify(startsOf(answer)) : planText(answer));
}

type Search = { readonly seconds: number; readonly seed: number };

function computePlan(file: string, search: Search): ComputedPlan | Refusal {
  const { size } = statSync(file);
  if (size > MOST_BYTES) return refuse('plan_file.too_large', { size, most: MOST_BYTES });
  const text = readFileSync(file, 'utf8');
  if (!/^\s*[[{]/.test(text.replace(/^\uFEFF/, ''))) {
    const project = parsePsplib(text);
    return 'refused' in project ? project : withCrews(project, search);
  }
  const plan = readPlanFile(text);
  if ('refused' in plan) return plan;
  if (plan.kind === 'abstract') return withCrews(plan.project, search);
  const draft = openDraft(plan.network, office);
  if ('refused' in draft) return draft;
  const dated = { network: plan.network, draft, schedule: scheduleOf(draft), repairs: proposeRepairs(draft) };
  if (!plan.needs) return { kind: 'dated', ...dated, crews: null };
  const project = crewProjectOf(plan, office);
  if ('refused' in project) return project;
  const found = withCrews(project, search);
  return 'refused' in found ? found : { kind: 'dated', ...dated, crews: found.crews };
}

function withCrews(
  project: CrewProject,
  { seconds, seed }: Search,
): Extract<ComputedPlan, { kind: 'abstract' }> | Refusal {
  const until = performance.now() + seconds * 1000;
  const crews = scheduleCrews(project, { seed, mayGoOn: () => performance.now() < until });
  return 'refused' in crews ? crews : { kind: 'abstract', project, crews };
}

function titles({ code, params }: Refusal): { 'zh-CN': string; en: string } {
  if (!isProblemCode(code)) throw new Error(`unregistered refusal: ${code}`);
  return { 'zh-CN': problemTitle(code, params, 'zh-CN'), en: problemTitle(code, params, 'en') };
}

function refusalText(refusal: Refusal): string {
  const { 'zh-CN': chinese, en } = titles(refusal);
  return `${chinese}\n${en}`;
}

function refusalJson(refusal: Refusal): string {
  return JSON.stringify({ code: refusal.code, params: refusal.params, title: titles(refusal) });
}
