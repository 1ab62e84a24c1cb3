import type { Deadline } from './deadline.ts';

/**
 * What a newly published calendar does to a standing deadline. Both values are kept. A later deadline takes effect, an
 * earlier one does not: time that was promised is not taken back silently, somebody has to decide it.
 */
export type DeadlineChange = {
  /** `confirmed`: same moment, no longer provisional */
  readonly kind: 'unchanged' | 'confirmed' | 'later' | 'earlier';
  readonly before: Deadline;
  readonly after: Deadline;
  /** the deadline that applies from now on, until somebody decides otherwise */
  readonly standing: Deadline;
};

export function recompute(before: Deadline, after: Deadline): DeadlineChange {
  const difference = Temporal.Instant.compare(after.at, before.at);
  if (difference < 0) return { kind: 'earlier', before, after, standing: before };
  if (difference > 0) return { kind: 'later', before, after, standing: after };
  const kind = before.provisional && !after.provisional ? 'confirmed' : 'unchanged';
  return { kind, before, after, standing: after };
}
