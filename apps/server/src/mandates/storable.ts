/** JSON for a jsonb column: PostgreSQL has no place for NUL and halves of characters, wherever they came from. */
export function storable(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'string' ? storableText(inner) : inner));
}

export function storableText(text: string): string {
  return text.toWellFormed().replaceAll('\0', '');
}
