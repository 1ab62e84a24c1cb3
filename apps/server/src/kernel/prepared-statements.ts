import pg from 'pg';

/**
 * A client that prepares the statements that come again and again, because reading its SQL once more costs a page more
 * than its rows. Only statements that have proved to return are prepared, and only so many, because each lives in every
 * connection; lists of changing length and one-off SQL stay unnamed. They are planned anew each time
 * (`plan_cache_mode` in `createPool`): what is quick for a unit with ten cases is not for one with a hundred thousand.
 */
export class PreparingClient extends pg.Client {
  override query(...args: never[]): never {
    const [text, values, ...rest] = args as unknown[];
    const name = typeof text === 'string' && Array.isArray(values) ? nameOf(text) : null;
    const query = super.query.bind(this) as (...args: unknown[]) => never;
    return name === null ? query(...args) : query({ name, text, values }, ...rest);
  }
}

/** So often a text is seen before it is prepared. */
const PROVED = 5;
const MOST_PREPARED = 400;
const MOST_WATCHED = 2000;

const prepared = new Map<string, string>();
const watched = new Map<string, number>();

function nameOf(text: string): string | null {
  const known = prepared.get(text);
  if (known) return known;
  if (prepared.size >= MOST_PREPARED) return null;
  const seen = (watched.get(text) ?? 0) + 1;
  if (seen < PROVED) {
    if (watched.size >= MOST_WATCHED) watched.clear();
    watched.set(text, seen);
    return null;
  }
  watched.delete(text);
  const name = `duban ${prepared.size + 1}`;
  prepared.set(text, name);
  return name;
}
