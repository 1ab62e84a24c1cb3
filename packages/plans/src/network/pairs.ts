import type { Link } from './activity.ts';

/**
 * A removal 疏解、拆除 and the replacement 便民服务设施 that spares the residents its loss. The replacement is due
 * earlier: it is finished at least `daysBefore` working days before the removal is.
 */
export type ReplacementPair = {
  readonly removal: string;
  readonly replacement: string;
  /** working days of the removal's calendar, at least and by default 1 */
  readonly daysBefore?: number;
};

export function pairLinks(pairs: readonly ReplacementPair[]): readonly Link[] {
  return pairs.map(({ removal, replacement, daysBefore = 1 }) => ({
    from: replacement,
    to: removal,
    kind: 'finish_finish',
    lag: daysBefore,
    lagTime: 'working',
    rigid: true,
  }));
}

/** Removals that nothing replaces yet; a plan with one of them is shown as incomplete, never refused. */
export function unpairedRemovals(removals: readonly string[], pairs: readonly ReplacementPair[]): readonly string[] {
  const paired = new Set(pairs.map(({ removal }) => removal));
  return removals.filter((id) => !paired.has(id));
}
