import type { Actor } from '@duban/kit/actor';
import { hasRole } from '@duban/kit/actor';
import { type Refusal, refuse } from '@duban/kit/refusal';

/**
 * The review of a document: a person takes, changes or drops what was proposed, and sends the result. Nothing is sent
 * that nobody accepted; what was sent cannot be taken back here, only withdrawn as a task.
 */
export const allDirectiveStates = ['proposed', 'accepted', 'rejected', 'sent', 'carried'] as const;

/**
 * `carried`: the previous version of the document has sent it already. A directive that was split, merged, taken back or
 * is no longer found by the rules is kept as `replaced` or `undone`, so that its step can be undone; nobody sees it.
 */
export type DirectiveState = (typeof allDirectiveStates)[number];
export type KeptDirectiveState = DirectiveState | 'replaced' | 'undone';

/** What an accepted directive becomes. A task may carry targets of its own. */
export const allOutcomes = ['task', 'target', 'indicator', 'promise', 'case'] as const;
export type Outcome = (typeof allOutcomes)[number];

export const allDocumentStates = ['in_review', 'sent', 'discarded'] as const;
export type DocumentState = (typeof allDocumentStates)[number];

export type DocumentUnderReview = {
  readonly state: DocumentState;
  readonly jurisdictionId: string;
  /** a newer version of it was imported: the review goes on there */
  readonly isSuperseded?: boolean;
};

export type ReviewedDirective = {
  readonly state: KeptDirectiveState;
  readonly outcome: Outcome;
  readonly lineUnitId: string | null;
  readonly classCode: string | null;
  readonly placeText: string;
  readonly targets: readonly unknown[];
  readonly indicator: object | null;
  readonly promise: object | null;
};

/** Why this person cannot work on the document at all. */
export function whyNotReview(document: DocumentUnderReview, by: Actor): Refusal | null {
  if (!hasRole(by, 'dispatcher')) return refuse('document.role_needed');
  if (document.state === 'discarded') return refuse('document.discarded');
  return document.isSuperseded ? refuse('document.superseded') : null;
}

/** Taking, changing and dropping is possible until a directive was sent, here or with the version before. */
export function whyNotDecide(directive: Pick<ReviewedDirective, 'state'>): Refusal | null {
  if (directive.state === 'sent') return refuse('directive.sent');
  if (directive.state === 'carried') return refuse('directive.carried');
  return directive.state === 'replaced' || directive.state === 'undone' ? refuse('directive.replaced') : null;
}

/** What an accepted directive still lacks before it can be sent; null when nothing. */
export function whyIncomplete(directive: ReviewedDirective): Refusal | null {
  switch (directive.outcome) {
    case 'task':
      return directive.lineUnitId === null ? refuse('directive.line_unit_missing') : null;
    case 'target':
      return directive.targets.length === 0 ? refuse('directive.target_missing') : null;
    case 'indicator':
      return directive.indicator === null ? refuse('directive.indicator_missing') : null;
    case 'promise':
      return directive.promise === null ? refuse('directive.promise_missing') : null;
    case 'case':
      if (directive.classCode === null) return refuse('directive.class_missing');
      return directive.placeText.trim() === '' ? refuse('directive.place_missing') : null;
  }
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

export type SendingSummary = Readonly<Record<Outcome | 'left', number>>;

/**
 * What sending would make, for the summary before it and the reply after it: one task per territorial unit, and of every
 * task the targets that it carries.
 */
export function sendingSummary(
  directives: readonly (ReviewedDirective & { readonly territorialUnitIds: readonly string[] })[],
): SendingSummary {
  const accepted = directives.filter((directive) => directive.state === 'accepted');
  const made = { task: 0, target: 0, indicator: 0, promise: 0, case: 0 };
  for (const directive of accepted) {
    if (directive.outcome === 'task') {
      const grounds = Math.max(1, directive.territorialUnitIds.length);
      made.task += grounds;
      made.target += grounds * directive.targets.length;
    } else if (directive.outcome === 'target') made.target += directive.targets.length;
    else made[directive.outcome]++;
  }
  return { ...made, left: directives.filter((directive) => directive.state === 'proposed').length };
}

/** How far the review is: everything that is not waiting any more was decided. */
export function progressOf(directives: readonly Pick<ReviewedDirective, 'state'>[]): {
  readonly decided: number;
  readonly total: number;
} {
  const shown = directives.filter(({ state }) => state !== 'replaced' && state !== 'undone');
  return { decided: shown.filter(({ state }) => state !== 'proposed').length, total: shown.length };
}
