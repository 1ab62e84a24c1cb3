import { hasRole, type Actor } from '@duban/kit/actor';
import { accept, refuse, type Decision, type Refusal } from '@duban/kit/refusal';
import type { CaseEvent, CaseEventData } from './events.ts';
import { reportingRoles } from './verbs.ts';
import type { Priority, SourceChannel } from './words.ts';

export type ReportInput = CaseEventData['case.reported'];

export function whyNotReport(actor: Actor): Refusal | null {
  return hasRole(actor, ...reportingRoles)
    ? null
    : refuse('case.role_needed', { roles: reportingRoles.join(', '), case_verb: 'report' });
}

/** The case begins. What a higher level named is at least important (seed documents: 点名指出的问题). */
export function report(actor: Actor, input: ReportInput): Decision<CaseEvent> {
  const refusal = whyNotReport(actor);
  if (refusal) return refusal;
  if (input.title.trim() === '') return refuse('case.title_missing');
  if (input.place.text.trim() === '' && input.place.geometry === null) return refuse('place.missing');
  const priority = raisedBy(input.sourceChannel, input.priority);
  return accept({ type: 'case.reported', data: { ...input, priority } });
}

function raisedBy(channel: SourceChannel, priority: Priority): Priority {
  return channel === 'named_by_superior' && priority === 'ordinary' ? 'important' : priority;
}
