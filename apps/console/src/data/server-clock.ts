/**
 * The time as the server tells it: what is left of a limit must be right on a machine whose clock is two days wrong.
 * Every answer carries a `Date`; a difference below two minutes is taken for the way of the message.
 */
let offset = 0;

export function tellServerDate(header: string | null, here: number = Date.now()): void {
  const there = header ? Date.parse(header) : Number.NaN;
  if (Number.isNaN(there)) return;
  offset = Math.abs(there - here) < 120_000 ? 0 : there - here;
}

/** Milliseconds since 1970, by the server's clock. */
export function serverNow(): number {
  return Date.now() + offset;
}
