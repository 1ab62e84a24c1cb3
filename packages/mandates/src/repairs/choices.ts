import type { Replacement } from '../offset-map.ts';
import { follower, keepsLength } from './follow-edits.ts';

/** What a person decided about single repairs, by their ids. Ids that no repair has are ignored. */
export type RepairChoices = {
  /** carried-out repairs that are taken back */
  readonly without?: readonly string[];
  /** proposed repairs that are accepted */
  readonly with?: readonly string[];
};

/** A stretch of the text as the rules left it, with the wording that a person chose for it. */
export type Chosen = Replacement & {
  /** the repairs that the person decided about here, and those that rest on them */
  readonly ids: readonly string[];
  /** true for an accepted proposal, false for a repair that was taken back */
  readonly accepted: boolean;
};

type NamedEdit = Replacement & { readonly id: string };

/**
 * Carries the chosen wordings over one step. No step sees them: all rules decide on the text as the rules alone make it,
 * so that taking one repair back can never change a word elsewhere. A later edit that cuts into a chosen wording rests
 * on what was taken back and is taken back with it.
 *
 * @param text the text before the step, as the rules alone make it
 * @param edits what the step does, in order, not overlapping
 * @param takenBack ids of the repairs a person took back
 * @param accepted proposals of this step that a person accepted
 */
export function carryChoices(
  chosen: readonly Chosen[],
  text: string,
  edits: readonly NamedEdit[],
  takenBack: ReadonlySet<string>,
  accepted: readonly NamedEdit[],
): Chosen[] {
  const undone = edits.filter(
    (edit) => takenBack.has(edit.id) || (!keepsLength(edit) && chosen.some((wording) => overlaps(wording, edit))),
  );
  const merged: Chosen[] = [];
  const parts = [
    ...chosen.map((wording) => ({ wording, ids: wording.ids, start: wording.start, end: wording.end })),
    ...undone.map(({ id, start, end }) => ({ wording: null, ids: [id], start, end })),
  ].toSorted((a, b) => a.start - b.start || a.end - b.end);
  for (let i = 0; i < parts.length;) {
    const { start } = parts[i]!;
    let { end } = parts[i]!;
    const wordings: Chosen[] = [];
    const ids: string[] = [];
    do {
      ids.push(...parts[i]!.ids);
      end = Math.max(end, parts[i]!.end);
      if (parts[i]!.wording) wordings.push(parts[i]!.wording!);
      i++;
    } while (i < parts.length && parts[i]!.start < end);
    const accepted = wordings.length > 0 && wordings.every((wording) => wording.accepted);
    merged.push({ start, end, after: textWith(text, start, end, wordings), ids, accepted });
  }
  for (const proposal of accepted) {
    if (!merged.some((wording) => overlaps(wording, proposal)))
      merged.push({ ...proposal, ids: [proposal.id], accepted: true });
  }
  return merged.toSorted((a, b) => a.start - b.start || a.end - b.end).map(follower(edits));
}

/** The text from `start` to `end` with the wordings that lie in it. */
function textWith(text: string, start: number, end: number, wordings: readonly Chosen[]): string {
  let out = '';
  let at = start;
  for (const wording of wordings) {
    out += text.slice(at, wording.start) + wording.after;
    at = wording.end;
  }
  return out + text.slice(at, end);
}

const overlaps = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
  a.start < b.end && b.start < a.end;
