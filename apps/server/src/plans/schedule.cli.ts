import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { stateCouncilDays } from '@duban/calendar/state-council-years';
import { workingCalendar } from '@duban/calendar/working-calendar';
import { isProblemCode, problemTitle } from '@duban/contract/problems';
import { type Refusal, refuse } from '@duban/kit/refusal';
import type { CrewProject } from '@duban/plans/crews/project';
import { parsePsplib } from '@duban/plans/crews/psplib';
import { scheduleCrews } from '@duban/plans/crews/schedule';
import { type CrewNeeds, crewProject } from '@duban/plans/network/crew-project';
import { openDraft } from '@duban/plans/network/draft';
import type { Network } from '@duban/plans/network/network';
import { proposeRepairs } from '@duban/plans/network/repair';
import { scheduleOf } from '@duban/plans/network/schedule';
import { type CommandResult, done, failed } from '../cli/command.ts';
import type { ImportNote } from './exchange/imported-plan.ts';
import { readMspdi } from './exchange/read-mspdi.ts';
import { writeMspdi } from './exchange/write-mspdi.ts';
import { readPlanFile } from './plan-file.ts';
import { type ComputedPlan, planText, startsOf } from './schedule-text.ts';

/**
 * `duban schedule FILE [--json] [--seconds S] [--seed N] [--project-xml OUT]`: a plan from our own JSON, from Microsoft
 * Project XML or a project of PSPLIB (`.sm`), without a database. Holidays are those of the published years. The same file, seed and result on every machine, unless the
 * seconds run out first.
 */
const USAGE = `duban schedule FILE [--json] [--seconds S] [--seed N] [--project-xml OUT]
  FILE       a plan in our JSON (packages/plans/README.md) or Microsoft Project XML, or a PSPLIB project (.sm)
  --json     { "makespan", "starts", "lowerBound" }: days after today, or periods
  --seconds  how long to search with limited crews or money (2)
  --seed     0 to 4294967295 (1)
  --project-xml  also write the plan as Microsoft Project XML`;

const MOST_BYTES = 64 * 1024 * 1024;
const office = workingCalendar(stateCouncilDays());

export function scheduleCommand(args: readonly string[]): CommandResult {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      json: { type: 'boolean', default: false },
      seconds: { type: 'string', default: '2' },
      seed: { type: 'string', default: '1' },
      'project-xml': { type: 'string' },
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
  const out = values['project-xml'];
  if (out !== undefined) {
    if (answer.kind === 'abstract') return failed(`--project-xml: 计划没有日期 / the plan has no dates\n${USAGE}`, 2);
    writeFileSync(out, writeMspdi({ ...answer, name: basename(file) }, answer.schedule, office).xml);
  }
  return done(values.json ? JSON.stringify(startsOf(answer)) : planText(answer));
}

type Search = { readonly seconds: number; readonly seed: number };

function computePlan(file: string, search: Search): ComputedPlan | Refusal {
  const { size } = statSync(file);
  if (size > MOST_BYTES) return refuse('plan_file.too_large', { size, most: MOST_BYTES });
  const text = decodeText(readFileSync(file));
  if (/^\s*</.test(text)) {
    const imported = readMspdi(text);
    return 'refused' in imported ? imported : datedPlan(imported, imported.notes, search);
  }
  if (!/^\s*[[{]/.test(text)) {
    const project = parsePsplib(text);
    return 'refused' in project ? project : withCrews(project, search);
  }
  const plan = readPlanFile(text);
  if ('refused' in plan) return plan;
  if (plan.kind === 'abstract') return withCrews(plan.project, search);
  return datedPlan(plan, [], search);
}

function datedPlan(
  plan: { readonly network: Network; readonly needs: CrewNeeds | null },
  notes: readonly ImportNote[],
  search: Search,
): ComputedPlan | Refusal {
  const { network, needs } = plan;
  const draft = openDraft(network, office);
  if ('refused' in draft) return draft;
  const repairs = proposeRepairs(draft);
  const dated = { kind: 'dated' as const, network, needs, draft, schedule: scheduleOf(draft), repairs, notes };
  if (!needs) return { ...dated, crews: null };
  const project = crewProject(network, office, needs);
  if ('refused' in project) return project;
  const found = withCrews(project, search);
  return 'refused' in found ? found : { ...dated, crews: found.crews };
}

/** UTF-8, or UTF-16 as its mark says. */
function decodeText(bytes: Buffer): string {
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return new TextDecoder(wide ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(bytes);
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
