import { type RawBuilder, sql } from 'kysely';

/** Words of a filter as a condition on a row `c` of `cases`, in two forms that find the same. */
export type TextCondition = {
  /** answered by the text index, which fetches every hit */
  readonly indexed: RawBuilder<unknown>;
  /** looked at row by row, for rows that are reached in another way: wrapped, the text index cannot answer it */
  readonly walked: RawBuilder<unknown>;
};

export function textCondition(text: string): TextCondition {
  const matches = sql`c.search @@ search_query(${text})`;
  return { indexed: matches, walked: sql`coalesce(${matches}, false)` };
}
