import type { Actor } from '@duban/kit/actor';
import { hasRole } from '@duban/kit/actor';
import { type Refusal, refuse } from '@duban/kit/refusal';

/**
 * The review of a document: a person takes, changes or drops what was proposed, and sends the result. Nothing is sent
 * that nobody accepted; what was sent cannot be taken back here, only withdrawn as a task.
 */
export const allDirectiveStates = ['proposed', 'accepted', 'rejected', 'sent'] as const;
export type DirectiveState = (typeof allDirectiveStates)[number];

/** What an accepted directive becomes: a task that a unit answers for, or a case in the ledger. */
export const allOutcomes = ['task', 'case'] as const;
export type Outcome = (typeof allOutcomes)[number];

export const allDocumentStates = ['in_review', 'sent', 'discarded'] as const;
export type DocumentState = (typeof allDocumentStates)[number];

export type DocumentUnderReview = { readonly state: DocumentState; readonly jurisdictionId: string };

export type ReviewedDirective = {
  readonly state: DirectiveState;
  readonly outcome: Outcome;
  readonly lineUnitId: string | null;
  readonly classCode: string | null;
  readonly placeText: string;
};

/** Why this person cannot work on the document at all. */
export function whyNotReview(document: DocumentUnderReview, by: Actor): Refusal | null {
  if (!hasRole(by, 'dispatcher')) return refuse('document.role_needed');
  if (document.state === 'discarded') return refuse('document.discarded');
  return null;
}

/** Taking, changing and dropping is possible until a directive was sent. */
export function whyNotDecide(directive: Pick<ReviewedDirective, 'state'>): Refusal | null {
  return directive.state === 'sent' ? refuse('directive.sent') : null;
}

/** What an accepted directive still lacks before it can be sent; null when nothing. */
export function whyIncomplete(directive: ReviewedDirective): Refusal | null {
  if (directive.outcome === 'task') return directive.lineUnitId === null ? refuse('directive.line_unit_missing') : null;
  if (directive.classCode === null) return refuse('directive.class_missing');
  return directive.placeText.trim() === '' ? refuse('directive.place_missing') : null;
}

/** Sending takes all accepted directives, and each of them must be complete. */
export function whyNotSend(directives: readonly ReviewedDirective[]): Refusal | null {
  const accepted = directives.filter((directive) => directive.state === 'accepted');
  if (accepted.length === 0) return refuse('document.nothing_accepted');
  const incomplete = accepted.filter((directive) => whyIncomplete(directive) !== null).length;
  return incomplete > 0 ? refuse('document.directives_incomplete', { count: incomplete }) : null;
}

/** A document is thrown away when it was the wrong one; once something was sent it stays as the evidence for it. */
export function whyNotDiscard(
  document: DocumentUnderReview,
  directives: readonly Pick<ReviewedDirective, 'state'>[],
): Refusal | null {
  if (document.state === 'discarded') return refuse('document.discarded');
  return directives.some((directive) => directive.state === 'sent') ? refuse('document.already_sent') : null;
}

/** What sending would make, for the summary before it and the reply after it. */
export function sendingSummary(
  directives: readonly (ReviewedDirective & { readonly territorialUnitIds: readonly string[] })[],
): {
  readonly tasks: number;
  readonly cases: number;
  readonly left: number;
} {
  const accepted = directives.filter((directive) => directive.state === 'accepted');
  return {
    tasks: accepted
      .filter((directive) => directive.outcome === 'task')
      .reduce((sum, directive) => sum + Math.max(1, directive.territorialUnitIds.length), 0),
    cases: accepted.filter((directive) => directive.outcome === 'case').length,
    left: directives.filter((directive) => directive.state === 'proposed').length,
  };
}
