import { isProvisional } from '@duban/calendar/working-calendar';
import type * as contract from '@duban/contract/document-review';
import type { Input, Reply } from '@duban/contract/endpoint';
import { whyNotSend } from '@duban/mandates/review/review';
import { currentCalendar } from '../calendar/module.ts';
import { reportCase } from '../cases/module.ts';
import type { Ctx } from '../kernel/context.ts';
import { demand } from '../kernel/problem.ts';
import { demandCharge } from './charged-units.ts';
import {
  directivesOf,
  lockDocument,
  type LockedDocument,
  markSent,
  type SentDirective,
  type StoredDirective,
} from './document.store.ts';
import { insertTask } from './task.store.ts';

type Made = { readonly id: string; readonly number: string };

/**
 * Makes one task per territorial unit (or one for the whole territory) of every accepted task, and a case in the
 * ledger of every accepted case, all in one transaction with the mark on the document.
 */
export async function sendDocument(
  ctx: Ctx,
  { id, version }: Input<typeof contract.sendDocument>,
): Promise<Reply<typeof contract.sendDocument>> {
  const document = await lockDocument(ctx, id, version);
  const all = await directivesOf(ctx, document);
  demand(whyNotSend(all));
  const accepted = all.filter((directive) => directive.state === 'accepted');
  const tasks: Made[] = [];
  const cases: Made[] = [];
  const became: SentDirective[] = [];
  for (const directive of accepted) {
    // A unit may have been closed between the review and the sending.
    await demandCharge(ctx, directive);
    const made = {
      tasks: directive.outcome === 'task' ? await tasksOf(ctx, document, directive) : [],
      cases: directive.outcome === 'case' ? [await caseOf(ctx, directive)] : [],
    };
    tasks.push(...made.tasks);
    cases.push(...made.cases);
    became.push({ directiveId: directive.id, taskIds: made.tasks.map(idOf), caseIds: made.cases.map(idOf) });
  }
  const left = all.filter((directive) => directive.state === 'proposed').length;
  return { id, version: await markSent(ctx, document, became, left), tasks, cases };
}

const idOf = ({ id }: Made): string => id;

async function tasksOf(ctx: Ctx, document: LockedDocument, directive: StoredDirective): Promise<Made[]> {
  const { calendar } = await currentCalendar(ctx.tx, ctx.actor.jurisdictionId);
  const { deadlineDate, deadlineText } = directive;
  const provisional = deadlineDate === null ? deadlineText !== null : isProvisional(calendar, deadlineDate);
  const grounds = directive.territorialUnitIds.length > 0 ? directive.territorialUnitIds : [null];
  const made: Made[] = [];
  for (const territorialUnitId of grounds) {
    made.push(await insertTask(ctx, { directive, documentId: document.id, territorialUnitId, provisional }));
  }
  return made;
}

async function caseOf(ctx: Ctx, directive: StoredDirective): Promise<Made> {
  const { id, number } = await reportCase(ctx, {
    title: directive.action.slice(0, 120),
    description: directive.text,
    classCode: directive.classCode!,
    conditionCode: null,
    place: { text: directive.placeText, geometry: null },
    territorialUnitId: directive.territorialUnitIds[0] ?? null,
    sourceChannel: 'directive',
    priority: 'ordinary',
    tags: [],
    taskId: null,
    directiveId: directive.id,
  });
  return { id, number };
}
