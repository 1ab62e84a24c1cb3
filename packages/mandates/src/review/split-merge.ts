import { type Refusal, refuse } from '@duban/kit/refusal';
import type { Span } from '../mandate.ts';
import { trimSpan } from '../directives/trim-span.ts';
import { type KeptDirectiveState, whyNotDecide } from './review.ts';

/** One sentence often holds several orders, and one order often runs over several sentences. */

type Placed = Span & { readonly id: string; readonly state: KeptDirectiveState };

/** longest directive that a person may make by hand, in characters */
export const longestDirective = 2_000;
const mostParts = 20;

/** Where a directive may sensibly be cut: after a semicolon, a full stop, a comma. Offsets of the clean text. */
export function placesToCut(text: string, { start, end }: Span): number[] {
  const places: number[] = [];
  for (let i = start; i < end - 1; i++) {
    if ('，,；;。！？、'.includes(text[i]!) && trimSpan(text, i + 1, end).start < end) places.push(i + 1);
  }
  return places;
}

/** The parts that cuts leave, without punctuation at their ends; empty parts vanish. */
export function partsOf(text: string, { start, end }: Span, cuts: readonly number[]): Span[] {
  const edges = [start, ...new Set(cuts.toSorted((a, b) => a - b)), end];
  return edges.slice(1).flatMap((to, i) => {
    const part = trimSpan(text, edges[i]!, to);
    return part.end > part.start ? [part] : [];
  });
}

export function whyNotSplit(directive: Placed, text: string, cuts: readonly number[]): Refusal | null {
  const refusal = whyNotDecide(directive);
  if (refusal) return refusal;
  if (cuts.some((cut) => cut <= directive.start || cut >= directive.end)) return refuse('directive.cut_outside');
  const parts = partsOf(text, directive, cuts).length;
  if (parts < 2) return refuse('directive.nothing_to_split');
  return parts > mostParts ? refuse('directive.too_many_parts', { most: mostParts }) : null;
}

/** Only neighbours are merged: what stands between them belongs to no other directive. */
export function whyNotMerge(all: readonly Placed[], ids: readonly string[]): Refusal | null {
  const shown = all
    .filter(({ state }) => state !== 'replaced' && state !== 'undone')
    .toSorted((a, b) => a.start - b.start || a.end - b.end);
  const chosen = shown.filter(({ id }) => ids.includes(id));
  if (chosen.length < 2 || chosen.length !== new Set(ids).size) return refuse('directive.nothing_to_merge');
  for (const directive of chosen) {
    const refusal = whyNotDecide(directive);
    if (refusal) return refusal;
  }
  const from = shown.indexOf(chosen[0]!);
  if (chosen.some((directive, i) => shown[from + i] !== directive)) return refuse('directive.not_adjacent');
  const { start, end } = spanOver(chosen);
  return end - start > longestDirective ? refuse('directive.too_long', { most: longestDirective }) : null;
}

/** From where the first begins to where the last ends. */
export const spanOver = (spans: readonly Span[]): Span => ({
  start: Math.min(...spans.map(({ start }) => start)),
  end: Math.max(...spans.map(({ end }) => end)),
});
