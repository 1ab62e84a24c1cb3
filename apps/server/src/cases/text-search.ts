import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';

/**
 * Words of a filter as a condition on a row `c` of `cases`. Rare words are found by the text index, all of them, and
 * sorted. Common words are met soon by walking the cases in order, while fetching every hit would take the longer the
 * more cases there are. How common a word is, the statistics of the table know.
 */
export type TextCondition = {
  /** for the text index */
  readonly condition: RawBuilder<unknown>;
  /** the same, for rows that are reached in another way: the text index cannot answer it */
  readonly walked: RawBuilder<unknown>;
  readonly rare: boolean;
};

type Lexeme = { readonly lexeme: string; readonly share: number };

/** From this share of all cases on, a word is common. */
const COMMON = 0.005;
/** A word in so many cases narrows nothing down, and is not worth fetching from the index. */
const EVERYWHERE = 0.3;

export async function textCondition(ctx: Ctx, text: string): Promise<TextCondition> {
  const lexemes = await lexemesOf(ctx, text);
  const [rarest] = lexemes;
  // Nothing but punctuation was typed: there are no words that a case could have.
  if (!rarest) return { condition: sql`false`, walked: sql`false`, rare: true };
  const telling = lexemes.filter(({ share }) => share < EVERYWHERE);
  const fetched = telling.length > 0 ? telling : [rarest];
  const rest = lexemes.filter((lexeme) => !fetched.includes(lexeme));
  return {
    condition: sql`c.search @@ ${queryOf(fetched)}::tsquery and ${walked(rest)}`,
    walked: walked(lexemes),
    rare: rarest.share < COMMON,
  };
}

/** Wrapped, a condition cannot be answered by the text index. */
function walked(lexemes: readonly Lexeme[]): RawBuilder<unknown> {
  return lexemes.length === 0 ? sql`true` : sql`coalesce(c.search @@ ${queryOf(lexemes)}::tsquery, false)`;
}

/** Each term as it stands in a tsquery, and the share of cases that have it as far as the statistics say. */
async function lexemesOf(ctx: Ctx, text: string): Promise<readonly Lexeme[]> {
  const { rows } = await sql<Lexeme>`
    select quote_literal(term) || case when prefix then ':*' else '' end as lexeme,
      coalesce((select max(known.share)
        from pg_stats s, unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs) as known (term, share)
        where s.schemaname = current_schema() and s.tablename = 'cases' and s.attname = 'search'
          and (known.term = t.term or (t.prefix and starts_with(known.term, t.term)))), 0) as share
    from search_lexemes(${text}) as t order by share`.execute(ctx.tx);
  return rows;
}

function queryOf(lexemes: readonly Lexeme[]): string {
  return lexemes.map(({ lexeme }) => lexeme).join(' & ');
}
