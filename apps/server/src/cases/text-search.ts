import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';

/**
 * Words of a filter as a condition on a row `c` of `cases`, and how to look for them. Rare words are found by the text
 * index, all of them, and sorted. Common words are met soon by walking the cases in order, while fetching every hit
 * would take the longer the more cases there are. How common a word is, the statistics of the table know; how common
 * several words together are, only a look at the index can tell, which stops counting early.
 */
export type TextCondition = { readonly condition: RawBuilder<unknown>; readonly rare: boolean };

type Lexeme = { readonly lexeme: string; readonly share: number };

/** From this share of all cases on, one word alone is common. */
const COMMON = 0.005;
/** A word in so many cases narrows nothing down, and is not worth fetching from the index. */
const EVERYWHERE = 0.3;
/** More hits than this and several words together are common. */
const MANY_HITS = 3000;
/** So many hits among so many cases are enough to expect the next ones soon. */
const SAMPLE = 4000;
const SOON = 20;

export async function textCondition(ctx: Ctx, text: string): Promise<TextCondition> {
  const lexemes = await lexemesOf(ctx, text);
  // Nothing but punctuation was typed: there are no words that a case could have.
  if (lexemes.length === 0) return { condition: sql`false`, rare: true };
  const telling = lexemes.filter(({ share }) => share < EVERYWHERE);
  const rare = await isRare(ctx, telling);
  const whole = queryOf(lexemes);
  if (rare) {
    const [narrow, rest] = [queryOf(telling), queryOf(lexemes.filter(({ share }) => share >= EVERYWHERE))];
    return { rare, condition: sql`c.search @@ ${narrow}::tsquery and ${walked(rest)}` };
  }
  return { rare, condition: walked(whole) };
}

/** Wrapped, a condition cannot be answered by the text index, which would fetch every hit before sorting. */
function walked(query: string): RawBuilder<unknown> {
  return query === '' ? sql`true` : sql`coalesce(c.search @@ ${query}::tsquery, false)`;
}

async function isRare(ctx: Ctx, telling: readonly Lexeme[]): Promise<boolean> {
  const [first, ...more] = telling;
  if (!first) return false;
  if (first.share >= COMMON && (more.length === 0 || (await areSoonMet(ctx, telling)))) return false;
  const { rows } = await sql<{ hits: number }>`
    select count(*) as hits from (
      select from cases c where c.search @@ ${queryOf(telling)}::tsquery limit ${MANY_HITS}) hit`.execute(ctx.tx);
  return (rows[0]?.hits ?? 0) < MANY_HITS;
}

/** Words that are common each: are they common together? The first deadlines of the ledger show it within a moment. */
async function areSoonMet({ tx, actor }: Ctx, telling: readonly Lexeme[]): Promise<boolean> {
  const { rows } = await sql<{ hits: number }>`
    select count(*) as hits from (
      select from (
        select c.search from cases c where c.jurisdiction_id = ${actor.jurisdictionId}
        order by c.due_order, c.id limit ${SAMPLE}) first
      where first.search @@ ${queryOf(telling)}::tsquery limit ${SOON}) hit`.execute(tx);
  return (rows[0]?.hits ?? 0) === SOON;
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
