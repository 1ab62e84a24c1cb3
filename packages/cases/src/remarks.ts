import type { Actor } from '@duban/kit/actor';
import { accept, type Decision, type Refusal } from '@duban/kit/refusal';
import type { Case } from './case.ts';
import type { CaseEvent, CaseEventData } from './events.ts';
import { whyNotAtAll, whyNotReason } from './guards.ts';

/** What is said and added without moving the case: 催办, 批注, 附件. */
export function whyNotUrge(found: Case, actor: Actor): Refusal | null {
  return whyNotAtAll(found, actor, 'urge');
}

export function urge(found: Case, actor: Actor, note: string): Decision<CaseEvent> {
  return whyNotUrge(found, actor) ?? whyNotReason(note) ?? accept({ type: 'case.urged', data: { note } });
}

export function whyNotComment(found: Case, actor: Actor): Refusal | null {
  return whyNotAtAll(found, actor, 'comment');
}

export function comment(found: Case, actor: Actor, text: string): Decision<CaseEvent> {
  return whyNotComment(found, actor) ?? whyNotReason(text) ?? accept({ type: 'case.commented', data: { text } });
}

export function whyNotAttach(found: Case, actor: Actor): Refusal | null {
  return whyNotAtAll(found, actor, 'attach');
}

export function attach(
  found: Case,
  actor: Actor,
  attachment: CaseEventData['case.attachment_added'],
): Decision<CaseEvent> {
  return whyNotAttach(found, actor) ?? accept({ type: 'case.attachment_added', data: attachment });
}
