import type { Actor } from '@duban/kit/actor';
import { accept, refuse, type Decision, type Refusal } from '@duban/kit/refusal';
import type { Case } from './case.ts';
import type { CaseCorrection, CaseEvent } from './events.ts';
import { whyNotAtAll } from './guards.ts';
import type { Standard } from './standards.ts';

/**
 * 更正: before a unit holds the case, or after it was returned. The class and the condition of a filed case may only
 * change to another row of the standards table, because the clocks come from there.
 */
export function whyNotCorrect(found: Case, actor: Actor): Refusal | null {
  return whyNotAtAll(found, actor, 'correct');
}

/**
 * @param standard the row for the class and condition after the correction; null when there is none
 * @returns for a returned case a correction may be the note alone: “looked at, the first dispatch was right”
 */
export function correct(
  found: Case,
  actor: Actor,
  changes: CaseCorrection,
  note: string,
  standard: Standard | null,
): Decision<CaseEvent> {
  const refusal = whyNotCorrect(found, actor);
  if (refusal) return refusal;
  const filed = found.standardId !== null;
  if (Object.keys(changes).length === 0 && (found.state !== 'returned' || note.trim() === '')) {
    return refuse('case.nothing_to_correct');
  }
  if (changes.title !== undefined && changes.title.trim() === '') return refuse('case.title_missing');
  const reclassified = changes.classCode !== undefined || changes.conditionCode !== undefined;
  if (!filed || !reclassified) return accept({ type: 'case.corrected', data: { changes, note } });
  const classCode = changes.classCode ?? found.classCode;
  const conditionCode = changes.conditionCode ?? found.conditionCode ?? '';
  if (!standard) return refuse('case.standard_missing', { classCode, conditionCode });
  return accept({
    type: 'case.corrected',
    data: { changes: { ...changes, classCode, conditionCode, standardId: standard.id }, note },
  });
}
