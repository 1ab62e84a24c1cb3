import { problem } from './problem.ts';

/** Where a page of a list ended: the values of the sort key of its last row, opaque to the client. */
export function cursorText(values: readonly string[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const moment = /^\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?$/;

/** @throws Problem `request.invalid` when it is not a cursor of ours */
export function cursorOf(text: string | undefined, count: number): string[] | null {
  if (text === undefined) return null;
  const values = parsed(text);
  const fits = Array.isArray(values) && values.length === count && values.every((value) => typeof value === 'string');
  if (fits && uuid.test(String(values.at(-1))) && moment.test(String(values[0]))) return values as string[];
  throw problem('request.invalid', { detail: 'after' });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    // No JSON is answered like any other text that is no cursor.
    return null;
  }
}
