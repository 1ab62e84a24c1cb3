import { problem } from '../kernel/problem.ts';

/** Where a page of a list ended: the values of the sort key of its last row, opaque to the client. */
export function cursorText(values: readonly string[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** @throws Problem `request.invalid` when it is not a cursor of ours */
export function cursorOf(text: string | undefined, count: number): string[] | null {
  if (text === undefined) return null;
  try {
    const values: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
    const fits = Array.isArray(values) && values.length === count && values.every((value) => typeof value === 'string');
    if (fits && uuid.test(String(values.at(-1))) && !values.join('').includes('\0')) return values;
  } catch {
    // Not JSON: answered below like any other text that is no cursor.
  }
  throw problem('request.invalid', { detail: 'after' });
}
