import type { Case } from '@duban/cases/case';
import type { RecordedCaseEvent } from '@duban/cases/events';
import type { JobCtx } from '../kernel/context.ts';
import { caseHistory, lockCaseForJob } from './case.store.ts';
import { tell } from './notification.store.ts';

/** Tells the unit that has to act next that something happened to a case. */

type Payload = { readonly jurisdictionId: string; readonly recordId: string; readonly sequence: number };

/** Which events are news, and to whom. */
export const newsworthy = [
  'case.dispatched',
  'case.dispute_decided',
  'case.dispatch_withdrawn',
  'case.assigned',
  'case.assignment_withdrawn',
  'case.returned',
  'case.dispute_raised',
  'case.extension_requested',
  'case.suspension_requested',
  'case.extension_endorsed',
  'case.suspension_endorsed',
  'case.extension_approved',
  'case.extension_refused',
  'case.suspended',
  'case.suspension_refused',
  'case.resumed',
  'case.limits_recomputed',
  'case.pre_closure_checked',
  'case.relapsed',
  'case.urged',
] as const satisfies readonly RecordedCaseEvent['type'][];

export async function tellUnits(ctx: JobCtx, { jurisdictionId, recordId, sequence }: Payload): Promise<void> {
  const found = await lockCaseForJob(ctx.tx, jurisdictionId, recordId);
  if (!found) return;
  const history = (await caseHistory(ctx, jurisdictionId, recordId)).filter((event) => event.sequence <= sequence);
  const event = history.at(-1);
  if (!event) return;
  for (const unitId of new Set(unitsToTell(event, found, history))) {
    if (unitId === event.unitId) continue;
    const occasion = `event ${sequence}`;
    await tell(ctx, {
      jurisdictionId,
      caseId: recordId,
      unitId,
      occasion,
      kind: 'event',
      code: event.type,
      clock: null,
    });
  }
}

function unitsToTell(event: RecordedCaseEvent, found: Case, history: readonly RecordedCaseEvent[]): string[] {
  const holders = [found.handlingUnit?.id, found.assignedUnit?.id].filter((id) => id !== undefined);
  switch (event.type) {
    case 'case.dispatched':
    case 'case.dispute_decided':
      return [event.data.handlingUnit.id];
    case 'case.assigned':
      return [event.data.unit.id];
    case 'case.dispute_raised':
      return [event.data.decidingUnit.id];
    case 'case.assignment_withdrawn':
      return history.flatMap((one) => (one.type === 'case.assigned' ? [one.data.unit.id] : [])).slice(-1);
    case 'case.dispatch_withdrawn':
      return history.flatMap((one) => (one.type === 'case.dispatched' ? [one.data.handlingUnit.id] : [])).slice(-1);
    case 'case.returned':
    case 'case.relapsed':
    case 'case.extension_endorsed':
    case 'case.suspension_endorsed':
      return history.flatMap((one) => (one.type === 'case.dispatched' && one.unitId ? [one.unitId] : [])).slice(-1);
    case 'case.limits_recomputed':
      if (event.data.changes.every(({ kind }) => kind === 'confirmed')) return [];
      return found.dispute ? [found.dispute.decidingUnit.id] : holders;
    case 'case.pre_closure_checked':
      return event.data.result === 'failed' ? holders : [];
    default:
      return holders;
  }
}
