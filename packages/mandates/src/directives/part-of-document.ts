import { lookingBack, lookingForward, namesGoals, planTitle } from '../rules/section-words.ts';

/**
 * How a sentence is to be read, from the title and the headings above it: in `orders` plain sentences are orders, in
 * `goals` only what is counted is one, in `speech` an order says 要, and `report` tells what was.
 */
export type PartKind = 'orders' | 'goals' | 'speech' | 'report';

/** @param isOpening the sentence stands in front of the first heading: it says why, and orders only with 要 */
export function partKindOf(title: string, headings: readonly string[], isOpening = false): PartKind {
  if (isOpening) return 'speech';
  const inner = headings.toReversed();
  const back = inner.findIndex((heading) => lookingBack.test(heading) && !/整改|解决|下一?步/.test(heading));
  const forward = inner.findIndex((heading) => lookingForward.test(heading));
  if (back >= 0 && (forward < 0 || back < forward)) return 'report';
  if (inner.some((heading) => namesGoals.test(heading))) return 'goals';
  if (forward >= 0 && !/讲话|致辞|发言/.test(title)) return 'orders';
  return planTitle.test(title) ? 'orders' : 'speech';
}
