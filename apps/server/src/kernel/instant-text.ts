/**
 * A timestamptz as PostgreSQL prints it in a session set to UTC, `2026-02-12 01:02:03.456789+00`, as ISO 8601 with
 * milliseconds. Pieces of text are put together instead of a date being read and written: a page of the ledger holds a
 * hundred of them, and reading them was a tenth of the work of serving it. `infinity` stays as it is.
 */
export function instantText(text: string): string {
  if (text.length >= 22 && text[10] === ' ' && text.endsWith('+00')) {
    const fraction = text[19] === '.' ? text.slice(20, -3) : '';
    return `${text.slice(0, 10)}T${text.slice(11, 19)}.${fraction.slice(0, 3).padEnd(3, '0')}Z`;
  }
  if (text.endsWith('infinity')) return text;
  // Before the year 1 or after 9999, or a session that is not in UTC: left to the library, which knows or throws.
  return Temporal.Instant.from(text.replace(' ', 'T')).toString({ smallestUnit: 'millisecond' });
}
