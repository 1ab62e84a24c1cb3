import { isProvisional } from '@duban/calendar/working-calendar';
import type * as contract from '@duban/contract/document-review';
import type { Input, Reply } from '@duban/contract/endpoint';
import { whyNotSend } from '@duban/mandates/review/review';
import { currentCalendar } from '../calendar/module.ts';
import { reportCase } from '../cases/module.ts';
import type { Ctx } from '../kernel/context.ts';
import { demand } from '../kernel/problem.ts';
import { recordPromise } from '../promises/module.ts';
import { type Origin, recordIndicator, recordTarget } from '../targets/module.ts';
import { demandCharge } from './charged-units.ts';
import { directivesOf, type SentDirective, type StoredDirective, writeSentDirective } from './directive.store.ts';
import { appendToDocument, lockDocument, type LockedDocument, writeSent } from './document.store.ts';
import { stepReply } from './review-steps.ts';
import { insertTask } from './task.store.ts';

type Made = { readonly id: string; readonly number: string };
type AllMade = { readonly [Kind in 'tasks' | 'cases' | 'targets' | 'indicators' | 'promises']: Made[] };

/**
 * Makes of every accepted directive what it was accepted as: one task per territorial unit (or one for the whole
 * territory) with the targets that they share, a target, an indicator, a promise, or a case in the ledger for each
 * territorial unit; all in one transaction with the mark on the document.
 */
export async function sendDocument(
  ctx: Ctx,
  { id, version }: Input<typeof contract.sendDocument>,
): Promise<Reply<typeof contract.sendDocument>> {
  const document = await lockDocument(ctx, id, version);
  const all = await directivesOf(ctx, document);
  demand(whyNotSend(all));
  const accepted = all.filter((directive) => directive.state === 'accepted');
  const made: AllMade = nothing();
  const became: SentDirective[] = [];
  for (const directive of accepted) {
    // A unit may have been closed between the review and the sending.
    await demandCharge(ctx, directive);
    const of = await makeOf(ctx, document, directive);
    for (const kind of kinds) made[kind].push(...of[kind]);
    became.push({
      directiveId: directive.id,
      taskIds: of.tasks.map(idOf),
      caseIds: of.cases.map(idOf),
      targetIds: of.targets.map(idOf),
      indicatorIds: of.indicators.map(idOf),
      promiseIds: of.promises.map(idOf),
    });
  }
  const left = all.filter((directive) => directive.state === 'proposed').length;
  const event = { type: 'document.sent', data: { directives: became } };
  const sentVersion = await appendToDocument(ctx, document, event);
  for (const sent of became) await writeSentDirective(ctx, document.jurisdictionId, sent);
  await writeSent(ctx, document, sentVersion, left);
  const touched = accepted.map((directive) => ({ id: directive.id, state: 'sent' as const }));
  return { ...(await stepReply(ctx, document, sentVersion, touched)), ...made };
}

const kinds = ['tasks', 'cases', 'targets', 'indicators', 'promises'] as const;
const nothing = (): AllMade => ({ tasks: [], cases: [], targets: [], indicators: [], promises: [] });
const idOf = ({ id }: Made): string => id;

async function makeOf(ctx: Ctx, document: LockedDocument, directive: StoredDirective): Promise<AllMade> {
  const origin: Origin = {
    documentId: document.id,
    documentTitle: document.title,
    directiveId: directive.id,
    sourceText: directive.text,
  };
  switch (directive.outcome) {
    case 'task':
      return tasksOf(ctx, directive, origin);
    case 'case':
      return { ...nothing(), cases: await casesOf(ctx, directive) };
    case 'target':
      return { ...nothing(), targets: await targetsOf(ctx, directive, origin) };
    case 'indicator': {
      const { indicator: draft, period, lineUnitId } = directive;
      return {
        ...nothing(),
        indicators: [await recordIndicator(ctx, { ...origin, draft: draft!, period, lineUnitId })],
      };
    }
    case 'promise': {
      const { promise: draft, deadlineText, deadlineDate } = directive;
      const promise = await recordPromise(ctx, { ...origin, draft: draft!, deadlineText, deadlineDate });
      return { ...nothing(), promises: [promise] };
    }
  }
}

async function tasksOf(ctx: Ctx, directive: StoredDirective, origin: Origin): Promise<AllMade> {
  const { calendar } = await currentCalendar(ctx.tx, ctx.actor.jurisdictionId);
  const { deadlineDate, deadlineText } = directive;
  const provisional = deadlineDate === null ? deadlineText !== null : isProvisional(calendar, deadlineDate);
  const { documentId } = origin;
  const tasks: Made[] = [];
  for (const territorialUnitId of groundsOf(directive)) {
    tasks.push(await insertTask(ctx, { directive, documentId, territorialUnitId, provisional }));
  }
  const targets = await targetsOf(ctx, directive, origin, tasks.length === 1 ? tasks[0]! : null);
  return { ...nothing(), tasks, targets };
}

/** The territorial units that each get their own; null stands for the whole territory. */
const groundsOf = ({ territorialUnitIds }: StoredDirective): readonly (string | null)[] =>
  territorialUnitIds.length > 0 ? territorialUnitIds : [null];

/**
 * A figure is recorded once, however many streets share it: it is not said which part of 5,000,000 m² is whose, and the
 * whole of it for each would be several times what was ordered. The streets are named beside it.
 */
async function targetsOf(
  ctx: Ctx,
  { targets, deadlineText, deadlineDate, period, lineUnitId, territorialUnitIds }: StoredDirective,
  origin: Origin,
  task: Made | null = null,
): Promise<Made[]> {
  const made: Made[] = [];
  for (const draft of targets) {
    const facts = { ...origin, draft, deadlineText, deadlineDate, period, lineUnitId, territorialUnitIds, task };
    made.push(await recordTarget(ctx, facts));
  }
  return made;
}

/** One case for each territorial unit: each has its own to put right. */
async function casesOf(ctx: Ctx, directive: StoredDirective): Promise<Made[]> {
  const made: Made[] = [];
  for (const territorialUnitId of groundsOf(directive)) {
    const { id, number } = await reportCase(ctx, {
      title: directive.action.slice(0, 120),
      description: directive.text,
      classCode: directive.classCode!,
      conditionCode: null,
      place: { text: directive.placeText, geometry: null },
      territorialUnitId,
      sourceChannel: 'directive',
      priority: 'ordinary',
      tags: [],
      taskId: null,
      directiveId: directive.id,
    });
    made.push({ id, number });
  }
  return made;
}
