import type { TimeLimit } from '@duban/calendar/time-limit';
import type { EvidenceRule } from './words.ts';

/**
 * What the standards table says about one (class, condition): a class of problem has several filing conditions, each
 * with its own limits and its own closing condition (GB/T 30428.2), so the class alone is not a key. Cities differ and
 * change their tables, so a row has a jurisdiction, a basis and a validity, and a case keeps the row it was filed
 * under.
 */
export type Standard = {
  readonly id: string;
  readonly jurisdictionId: string;
  /** big class, for example 街面秩序 */
  readonly category: string;
  readonly classCode: string;
  readonly className: string;
  readonly conditionCode: string;
  readonly conditionText: string;
  readonly acceptLimit: TimeLimit;
  readonly finishLimit: TimeLimit;
  readonly closingCondition: string;
  /** the law or standard it rests on */
  readonly basis: string;
  /** whose sector it is, as the table writes it; dispatch proposes that unit */
  readonly responsible: string;
  /** the matter is on the list of duties of communities, so that a street may pass it on to one */
  readonly communityDuty: boolean;
  /** what has to be shown before such a case may end, by its risk */
  readonly evidence: EvidenceRule;
  /** first and last date of validity, `YYYY-MM-DD`; null: until a later row replaces it */
  readonly validFrom: string;
  readonly validTo: string | null;
};

/** A row as a table gives it, before it has an identity and a validity. */
export type StandardRow = Omit<Standard, 'id' | 'jurisdictionId' | 'validFrom' | 'validTo'>;

export function isInForce({ validFrom, validTo }: Pick<Standard, 'validFrom' | 'validTo'>, date: string): boolean {
  return validFrom <= date && (validTo === null || date <= validTo);
}

/**
 * The row that counts on a date; of several the one that began last.
 *
 * @param date `YYYY-MM-DD` in Beijing
 */
export function standardInForce(
  standards: readonly Standard[],
  key: { readonly classCode: string; readonly conditionCode: string },
  date: string,
): Standard | null {
  return standards
    .filter((row) => row.classCode === key.classCode && row.conditionCode === key.conditionCode && isInForce(row, date))
    .reduce<Standard | null>((best, row) => (best && best.validFrom >= row.validFrom ? best : row), null);
}
