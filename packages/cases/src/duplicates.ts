import { distanceMetres, type Point } from '@duban/kit/point';
import type { Instant } from './case.ts';

/** When two reports look like one: the same class, close in place and time. One city's defaults, kept as data. */
export type DuplicateRule = { readonly metres: number; readonly hours: number };

export const duplicateRule: DuplicateRule = { metres: 50, hours: 24 };

export type DuplicateCandidate = {
  readonly classCode: string;
  readonly point: Point | null;
  readonly placeText: string;
  readonly reportedAt: Instant;
};

/**
 * Without points on both sides only an identical description of the place counts. It is offered, never decided: a
 * person merges.
 */
export function isLikelyDuplicate(a: DuplicateCandidate, b: DuplicateCandidate, rule = duplicateRule): boolean {
  if (a.classCode !== b.classCode) return false;
  const apart = Temporal.Instant.from(a.reportedAt).since(b.reportedAt).abs().total('hours');
  if (apart > rule.hours) return false;
  if (a.point && b.point) return distanceMetres(a.point, b.point) <= rule.metres;
  return a.placeText.trim() !== '' && a.placeText.trim() === b.placeText.trim();
}
