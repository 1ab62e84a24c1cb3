/**
 * The part of an address after `?` as people read and share it: `?state=filed&state=returned&open=true`. Every value
 * arrives as text, a repeated name as a list; the route's `validateSearch` gives them their types.
 */
export type RawSearch = Record<string, string | readonly string[]>;

export function parseSearch(text: string): RawSearch {
  const raw: Record<string, string | string[]> = {};
  for (const [name, value] of new URLSearchParams(text)) {
    const before = raw[name];
    if (before === undefined) raw[name] = value;
    else raw[name] = Array.isArray(before) ? [...before, value] : [before, value];
  }
  return raw;
}

/** Empty, absent and false-by-absence fields are left out, so that the same list has one address. */
export function stringifySearch(search: Readonly<Record<string, unknown>>): string {
  const out = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item === undefined || item === null || item === '') continue;
      out.append(name, String(item));
    }
  }
  const text = out.toString();
  return text ? `?${text}` : '';
}

/** Reads one field of a raw search; for `validateSearch`. */
export const read = {
  text(value: unknown, longest = 200): string | undefined {
    const one = Array.isArray(value) ? value[0] : value;
    return typeof one === 'string' && one !== '' ? one.slice(0, longest) : undefined;
  },
  list<T extends string>(value: unknown, known: readonly T[]): T[] | undefined {
    const items = (Array.isArray(value) ? value : [value]).filter((item): item is T => known.includes(item as T));
    return items.length ? items : undefined;
  },
  texts(value: unknown): string[] | undefined {
    const items = (Array.isArray(value) ? value : [value]).filter((item) => typeof item === 'string' && item !== '');
    return items.length ? (items as string[]) : undefined;
  },
  oneOf<T extends string>(value: unknown, known: readonly T[]): T | undefined {
    return known.find((item) => item === value);
  },
  flag(value: unknown): boolean | undefined {
    return value === true || value === 'true' ? true : value === false || value === 'false' ? false : undefined;
  },
  date(value: unknown): string | undefined {
    return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;
  },
  whole(value: unknown): number | undefined {
    const number = Number(value);
    return value !== undefined && value !== '' && Number.isSafeInteger(number) ? number : undefined;
  },
};
