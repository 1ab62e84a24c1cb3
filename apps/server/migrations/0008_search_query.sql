-- What is typed into the search of cases, as the query that its index answers: every term must be there. Immutable, so
-- that a plan is made for the very words. Null when nothing but punctuation was typed.
create function search_query(p_text text) returns tsquery language sql immutable parallel safe as $$
  select string_agg(quote_literal(term) || case when prefix then ':*' else '' end, ' & ')::tsquery
  from search_lexemes(p_text)
$$;
