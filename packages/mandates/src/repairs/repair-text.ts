import type { Gap, Repair, Unknown } from '../mandate.ts';
import { cleanRange, mapThrough, type OffsetMap, rawRange, replaceAll } from '../offset-map.ts';
import type { Reading } from '../readers/reading.ts';
import { byteShift } from './byte-shift.ts';
import { controlCharacters } from './control-characters.ts';
import { duplicateTitles } from './duplicate-titles.ts';
import { editorNotes } from './editor-notes.ts';
import { entities } from './entities.ts';
import { gapMarkers } from './gap-markers.ts';
import type { LanguageTools } from './language-tools.ts';
import { lineWraps } from './line-wraps.ts';
import { masks } from './masks.ts';
import { pageFrame } from './page-frame.ts';
import { paragraphBreaks } from './paragraph-breaks.ts';
import { pinyinInParentheses } from './pinyin-in-parentheses.ts';
import { quotationMarks } from './quotation-marks.ts';
import type { Edit, Step } from './step.ts';
import { straySpaces } from './stray-spaces.ts';
import { traditionalScript } from './traditional-script.ts';
import { wrongSynonyms } from './wrong-synonyms.ts';

/**
 * The order matters: a site's frame goes before its text is looked at, wraps before numbers are read, shifted bytes
 * before pinyin (the letters among them are half characters), pinyin before script conversion.
 */
export const steps: readonly Step[] = [
  controlCharacters,
  pageFrame,
  entities,
  lineWraps,
  paragraphBreaks,
  duplicateTitles,
  straySpaces,
  gapMarkers,
  byteShift,
  pinyinInParentheses,
  quotationMarks,
  traditionalScript,
  wrongSynonyms,
  editorNotes,
  masks,
];

export type RepairedText = {
  readonly text: string;
  readonly map: OffsetMap;
  readonly repairs: readonly Repair[];
  readonly gaps: readonly Gap[];
  readonly unknowns: readonly Unknown[];
  readonly site: Readonly<Record<string, string>>;
};

type Raw<T> = Omit<T, 'start' | 'end'>;

/** Runs every step in order, logs what each did, and places everything found in the final text. */
export function repairText(reading: Reading, tools: LanguageTools): RepairedText {
  let { text, map } = reading;
  const context = { format: reading.format, lines: reading.lines, title: reading.title, frame: reading.frame, tools };
  const repairs: Raw<Repair>[] = [];
  const gaps: Raw<Gap>[] = [];
  const unknowns: Raw<Unknown>[] = [];
  let site: Record<string, string> = {};
  for (const step of steps) {
    const found = step.find(text, context);
    const edits = inOrder(found.edits);
    for (const edit of edits) {
      repairs.push({
        step: step.name,
        class: edit.class,
        before: text.slice(edit.start, edit.end),
        after: edit.after,
        applied: !edit.proposed,
        ...rawRange(map, edit.start, edit.end),
      });
    }
    for (const { start, end, ...gap } of found.gaps ?? []) gaps.push({ ...gap, ...rawRange(map, start, end) });
    for (const { start, end, ...unknown } of found.unknowns ?? []) {
      unknowns.push({ ...unknown, ...rawRange(map, start, end) });
    }
    site = { ...site, ...found.site };
    const applied = edits.filter((edit) => !edit.proposed);
    map = mapThrough(map, applied);
    text = replaceAll(text, applied);
  }
  const place = <T extends { rawStart: number; rawEnd: number }>(item: T): T & { start: number; end: number } => ({
    ...item,
    ...cleanRange(map, item.rawStart, item.rawEnd),
  });
  return {
    text,
    map,
    repairs: repairs.map(place),
    gaps: oneTruncation(gaps)
      .map(place)
      .toSorted((a, b) => a.rawStart - b.rawStart),
    unknowns: unknowns.map(place).toSorted((a, b) => a.rawStart - b.rawStart),
    site,
  };
}

/** A site that states the missing pages and a text that breaks off tell of the same hole. */
function oneTruncation(gaps: readonly Raw<Gap>[]): Raw<Gap>[] {
  const cuts = gaps.filter((gap) => gap.kind === 'truncated');
  const stated = cuts.find((gap) => gap.unit !== null);
  const seen = cuts.find((gap) => gap.unit === null);
  if (!stated || !seen) return [...gaps];
  const merged = { ...stated, rawStart: seen.rawStart, rawEnd: seen.rawEnd };
  return [...gaps.filter((gap) => gap.kind !== 'truncated'), merged];
}

/** Steps may find edits in any order; where two overlap, the one that starts first stands. */
function inOrder(edits: readonly Edit[]): Edit[] {
  const kept: Edit[] = [];
  for (const edit of edits.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (!last || edit.start >= last.end) kept.push(edit);
  }
  return kept;
}
