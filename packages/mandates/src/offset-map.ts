/**
 * Keeps track of where each stretch of a repaired text came from. The map is a row of pieces that tile both texts in
 * order. A piece of equal length on both sides maps character by character; any other piece maps as a whole, so an
 * answer is never finer than what is known.
 */
export type Piece = {
  readonly start: number;
  readonly end: number;
  readonly rawStart: number;
  readonly rawEnd: number;
};

export type OffsetMap = readonly Piece[];

export type Replacement = { readonly start: number; readonly end: number; readonly after: string };

export function identityMap(length: number): OffsetMap {
  return length === 0 ? [] : [{ start: 0, end: length, rawStart: 0, rawEnd: length }];
}

const isExact = (piece: Piece): boolean => piece.end - piece.start === piece.rawEnd - piece.rawStart;

/** Puts pieces together: consecutive character-by-character pieces become one, empty ones vanish. */
export function joinPieces(pieces: Iterable<Piece>): OffsetMap {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    if (piece.end === piece.start && piece.rawEnd === piece.rawStart) continue;
    const last = joined.at(-1);
    if (last && isExact(last) && isExact(piece)) {
      joined[joined.length - 1] = { ...last, end: piece.end, rawEnd: piece.rawEnd };
    } else joined.push(piece);
  }
  return joined;
}

/** The text after the replacements, which are in order and do not overlap. */
export function replaceAll(text: string, replacements: readonly Replacement[]): string {
  if (replacements.length === 0) return text;
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, after } of replacements) {
    parts.push(text.slice(at, start), after);
    at = end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

/** The map after the same replacements. Linear in pieces plus replacements. */
export function mapThrough(map: OffsetMap, replacements: readonly Replacement[]): OffsetMap {
  if (replacements.length === 0) return map;
  const pieces: Piece[] = [];
  let shift = 0;
  let index = 0;
  let rest: Piece | undefined = map[0];
  const next = (): void => void (rest = map[++index]);
  const emit = (piece: Piece): void =>
    void pieces.push({ ...piece, start: piece.start + shift, end: piece.end + shift });
  const copyUntil = (limit: number): void => {
    while (rest && (rest.end <= limit || (rest.start < limit && !isExact(rest)))) {
      if (rest.end > limit) return;
      if (rest.start === rest.end && rest.start > limit) return;
      emit(rest);
      next();
    }
    if (rest && rest.start < limit && isExact(rest)) {
      const length = limit - rest.start;
      emit({ start: rest.start, end: limit, rawStart: rest.rawStart, rawEnd: rest.rawStart + length });
      rest = { start: limit, end: rest.end, rawStart: rest.rawStart + length, rawEnd: rest.rawEnd };
    }
  };
  for (let i = 0; i < replacements.length;) {
    copyUntil(replacements[i]!.start);
    // A group grows until its end does not cut through a piece that can only be mapped as a whole.
    const start = rest && rest.start < replacements[i]!.start ? rest.start : replacements[i]!.start;
    const rawStart = rest ? rest.rawStart : (map.at(-1)?.rawEnd ?? 0);
    let end = start;
    let rawEnd = rawStart;
    let growth = 0;
    do {
      const edit = replacements[i++]!;
      growth += edit.after.length - (edit.end - edit.start);
      end = Math.max(end, edit.end);
      while (rest && rest.start < end && (rest.end <= end || !isExact(rest))) {
        end = Math.max(end, rest.end);
        rawEnd = rest.rawEnd;
        next();
      }
      if (rest && rest.start < end) {
        const length = end - rest.start;
        rawEnd = rest.rawStart + length;
        rest = { start: end, end: rest.end, rawStart: rawEnd, rawEnd: rest.rawEnd };
      }
    } while (i < replacements.length && replacements[i]!.start < end);
    pieces.push({ start: start + shift, end: end + shift + growth, rawStart, rawEnd });
    shift += growth;
  }
  for (; rest; next()) emit(rest);
  return joinPieces(pieces);
}

/** The smallest stretch of raw text that the clean stretch came from. */
export function rawRange(map: OffsetMap, start: number, end: number): { rawStart: number; rawEnd: number } {
  const [rawStart, rawEnd] = across(map, start, end, 'start', 'end', 'rawStart', 'rawEnd');
  return { rawStart, rawEnd };
}

/** The smallest stretch of clean text that holds what became of the raw stretch. */
export function cleanRange(map: OffsetMap, rawStart: number, rawEnd: number): Span {
  const [start, end] = across(map, rawStart, rawEnd, 'rawStart', 'rawEnd', 'start', 'end');
  return { start, end };
}

type Span = { start: number; end: number };
type Edge = keyof Piece;

function across(
  map: OffsetMap,
  from: number,
  to: number,
  fromStart: Edge,
  fromEnd: Edge,
  toStart: Edge,
  toEnd: Edge,
): [number, number] {
  if (map.length === 0) return [0, 0];
  // the first piece that ends after `from`
  let low = 0;
  let high = map.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (map[middle]![fromEnd] <= from) low = middle + 1;
    else high = middle;
  }
  const last = map.at(-1)!;
  if (low === map.length) return [last[toEnd], last[toEnd]];
  const first = map[low]!;
  const begin = isExact(first) ? first[toStart] + Math.max(0, from - first[fromStart]) : first[toStart];
  if (to <= from) return [begin, begin];
  let i = low;
  while (i + 1 < map.length && map[i + 1]![fromStart] < to) i++;
  const piece = map[i]!;
  const finish = isExact(piece) && to < piece[fromEnd] ? piece[toStart] + (to - piece[fromStart]) : piece[toEnd];
  return [begin, Math.max(begin, finish)];
}
