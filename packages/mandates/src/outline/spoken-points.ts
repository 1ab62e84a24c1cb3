import { cleanTitle, type Found, type Line, LONGEST_ITEM_TITLE, LONGEST_RUN_IN } from './heading.ts';
import { type MarkerFamily, spokenMarker } from './markers.ts';

/**
 * 第一, 一是, 首先: at the start of a line or after a full stop. A list that begins inside a sentence (…:一是…。二是…) is
 * none, to its end; `inline` remembers which families are in such a list.
 */
export function spokenPoints(line: Line, before: readonly Found[], inline: Set<MarkerFamily>): Found[] {
  const found: Found[] = [];
  for (const match of line.text.matchAll(
    /(?<=^|[。！？…：:，,；;][”’）)]?\s*)(?=第?[一二三四五六七八九十]|首先|其次|再次|最后[，,]|头一[个件]|其[一二三四五][，,])/g,
  )) {
    const rest = line.text.slice(match.index);
    const marker = spokenMarker(rest);
    if (!marker) continue;
    // 最后 closes a row of points at the head of a paragraph; elsewhere it is a word like any other.
    if (marker.number === 99 && (match.index > 0 || !closesRow([...before, ...found]))) continue;
    const opens = match.index === 0 || /[。！？…][”’）)]?\s*$/.test(line.text.slice(0, match.index));
    if (match.index === 0 || (marker.number === 1 && opens)) inline.delete(marker.family);
    else if (marker.number === 1) inline.add(marker.family);
    if (!opens || inline.has(marker.family)) continue;
    const all = [...before, ...found];
    const nested = all.some(
      (item) => item.marker !== null && item.marker.family !== 'point' && item.marker.family !== 'demand',
    );
    if (marker.family !== 'ordinal' && !nested) continue;
    if (
      match.index > 0 &&
      marker.number > 1 &&
      !all.some((item) => item.marker?.family === marker.family && item.marker.number === marker.number - 1)
    )
      continue;
    const title = pointTitle(rest.slice(marker.length), marker.family);
    if (
      title === null ||
      (marker.number === 99 && !/^(?!希望|祝|让我们|再次|衷心)[^，,。]{2,12}[。：]/.test(rest.slice(marker.length)))
    )
      continue;
    found.push({
      marker,
      title: cleanTitle(title),
      start: line.start + match.index,
      end: line.start + match.index + marker.length + title.length,
    });
  }
  return found;
}

const closesRow = (before: readonly Found[]): boolean =>
  before.some((item) => item.marker?.family === 'ordinal' && item.marker.number > 1);

/** Three or more short sentences of one paragraph, built alike (要围绕…精准建言。), each opening what follows it. */
export function parallelSentences(line: Line, before: readonly Found[]): Found[] {
  if (before.length === 0) return [];
  const alike = new Map<string, { start: number; text: string }[]>();
  for (const match of line.text.matchAll(/(?<=[。！？])(要[^。！？，,；]{6,28})(?=。)/g)) {
    const key = match[1]!.slice(0, 3) + match[1]!.slice(-4);
    alike.set(key, [...(alike.get(key) ?? []), { start: match.index, text: match[1]! }]);
  }
  return [...alike.values()]
    .filter((group) => group.length >= 3)
    .flatMap((group) =>
      group.map(({ start, text }, i) => ({
        marker: { family: 'parallel' as const, number: i + 1, label: '', length: 0 },
        title: text,
        start: line.start + start,
        end: line.start + start + text.length,
      })),
    );
}

function pointTitle(rest: string, family: MarkerFamily): string | null {
  const stop = rest.search(/[。！？；;]/);
  const sentence = stop < 0 ? rest : rest.slice(0, stop);
  if (stop >= 0 && /[；;]/.test(rest[stop]!)) return null;
  if (family === 'demand')
    return stop >= 0 && sentence.length <= LONGEST_ITEM_TITLE && !/[，,]/.test(sentence) ? sentence : null;
  if (sentence.length <= LONGEST_ITEM_TITLE) return sentence;
  const comma = sentence.search(/[，,]/);
  return comma > 0 && comma <= LONGEST_RUN_IN
    ? sentence.slice(0, comma)
    : sentence.length <= LONGEST_RUN_IN
      ? sentence
      : null;
}
