import type { Gap, Repair, SourceSpan, Span, Unknown } from '../mandate.ts';
import { mapThrough, type OffsetMap, rawRange, replaceAll } from '../offset-map.ts';
import type { Reading } from '../readers/reading.ts';
import { byteShift } from './byte-shift.ts';
import { carryChoices, type Chosen, type RepairChoices } from './choices.ts';
import { controlCharacters } from './control-characters.ts';
import { cutWords } from './cut-words.ts';
import { duplicateTitles } from './duplicate-titles.ts';
import { editorNotes } from './editor-notes.ts';
import { entities } from './entities.ts';
import { follower } from './follow-edits.ts';
import { fullWidth } from './full-width.ts';
import { gapMarkers } from './gap-markers.ts';
import type { LanguageTools } from './language-tools.ts';
import { lineWraps } from './line-wraps.ts';
import { literalTags } from './literal-tags.ts';
import { masks } from './masks.ts';
import { pageFrame } from './page-frame.ts';
import { pageNumbers } from './page-numbers.ts';
import { paragraphBreaks } from './paragraph-breaks.ts';
import { pinyinInParentheses } from './pinyin-in-parentheses.ts';
import { quotationMarks, turnedMarks } from './quotation-marks.ts';
import type { Edit, Step } from './step.ts';
import { straySpaces } from './stray-spaces.ts';
import { traditionalScript } from './traditional-script.ts';
import { lookAlikes, wrongSynonyms } from './wrong-synonyms.ts';

/**
 * The order matters: a site's frame goes before its text is looked at, wraps before numbers are read, shifted bytes
 * before pinyin (the letters among them are half characters), pinyin before script conversion.
 */
export const steps: readonly Step[] = [
  controlCharacters,
  pageFrame,
  entities,
  literalTags,
  pageNumbers,
  lineWraps,
  paragraphBreaks,
  duplicateTitles,
  straySpaces,
  gapMarkers,
  byteShift,
  pinyinInParentheses,
  fullWidth,
  quotationMarks,
  turnedMarks,
  traditionalScript,
  wrongSynonyms,
  lookAlikes,
  editorNotes,
  masks,
  cutWords,
];

export type RepairedText = {
  readonly text: string;
  readonly map: OffsetMap;
  readonly repairs: readonly Repair[];
  readonly gaps: readonly Gap[];
  readonly unknowns: readonly Unknown[];
  readonly site: Readonly<Record<string, string>>;
};

/** What a step found, with its place in the text as it stands after the step; later steps carry it on. */
type Following<T> = Omit<T, 'start' | 'end'> & Span;

/**
 * Runs every step in order, logs what each did, and places everything found in the final text.
 *
 * @param choices single repairs to take back, single proposals to carry out; nothing else in the text changes by them
 */
export function repairText(reading: Reading, tools: LanguageTools, choices: RepairChoices = {}): RepairedText {
  let { text, map } = reading;
  const context = { format: reading.format, lines: reading.lines, title: reading.title, frame: reading.frame, tools };
  const takenBack = new Set(choices.without);
  const accepted = new Set(choices.with);
  const ids = new Map<string, number>();
  let repairs: Following<Repair>[] = [];
  let gaps: Following<Gap>[] = [];
  let unknowns: Following<Unknown>[] = [];
  let chosen: readonly Chosen[] = [];
  let site: Record<string, string> = {};
  for (const step of steps) {
    const found = step.find(text, context);
    const edits = inOrder(found.edits);
    const named = edits.map((edit) => {
      const raw = rawRange(map, edit.start, edit.end);
      return { edit, raw, id: repairId(step.name, raw, ids) };
    });
    const applied = edits.filter((edit) => !edit.proposed);
    const follow = follower(applied);
    const carry = <T extends Span>(items: readonly T[]): T[] => (applied.length === 0 ? [...items] : items.map(follow));
    const withRaw = <T extends Span>(item: T): T & { rawStart: number; rawEnd: number } => ({
      ...follow(item),
      ...rawRange(map, item.start, item.end),
    });
    gaps = [...carry(gaps), ...(found.gaps ?? []).map(withRaw)];
    // A lacuna that a step before left is known already.
    const earlier = carry(unknowns);
    const places = new Set(earlier.map(({ start, end }) => `${start} ${end}`));
    const fresh = (found.unknowns ?? []).map(withRaw).filter(({ start, end }) => !places.has(`${start} ${end}`));
    unknowns = [...earlier, ...fresh];
    repairs = carry(repairs);
    let grown = 0;
    for (const { edit, raw, id } of named) {
      const start = edit.start + grown;
      if (!edit.proposed) grown += edit.after.length - (edit.end - edit.start);
      repairs.push({
        id,
        step: step.name,
        class: edit.class,
        before: text.slice(edit.start, edit.end),
        after: edit.after,
        proposed: edit.proposed === true,
        applied: edit.proposed ? accepted.has(id) : !takenBack.has(id),
        start,
        end: edit.end + grown,
        ...raw,
      });
    }
    if (takenBack.size > 0 || accepted.size > 0) {
      const withId = named.map(({ edit, id }) => ({ ...edit, id }));
      chosen = carryChoices(
        chosen,
        text,
        withId.filter((edit) => !edit.proposed),
        takenBack,
        withId.filter((edit) => edit.proposed && accepted.has(edit.id)),
      );
    }
    site = { ...site, ...found.site };
    map = mapThrough(map, applied);
    text = replaceAll(text, applied);
  }
  unknowns = unknowns.filter(
    (unknown) =>
      !chosen.some((wording) => wording.accepted && wording.start <= unknown.start && wording.end >= unknown.end),
  );
  const follow = follower(chosen);
  const places = placesOf(chosen);
  return {
    text: replaceAll(text, chosen),
    map: mapThrough(map, chosen),
    repairs: repairs.map((repair) => ({ ...follow(repair), ...places.get(repair.id) })),
    gaps: oneTruncation(gaps).map(follow).toSorted(byRawPlace),
    unknowns: unknowns.map(follow).toSorted(byRawPlace),
    site,
  };
}

/** Where in the final text the wording stands that a person chose for a repair, and whether that is the repaired one. */
function placesOf(chosen: readonly Chosen[]): Map<string, Span & { applied: boolean }> {
  const places = new Map<string, Span & { applied: boolean }>();
  let grown = 0;
  for (const { start, end, after, ids, accepted } of chosen) {
    const place = { start: start + grown, end: start + grown + after.length, applied: accepted };
    for (const id of ids) places.set(id, place);
    grown += after.length - (end - start);
  }
  return places;
}

const byRawPlace = (a: SourceSpan, b: SourceSpan): number => a.rawStart - b.rawStart;

/** The same for the same file and rules: the step and the raw place, numbered where two repairs of a step share it. */
function repairId(step: string, { rawStart, rawEnd }: RawSpan, known: Map<string, number>): string {
  const id = `${step}@${rawStart}-${rawEnd}`;
  const count = (known.get(id) ?? 0) + 1;
  known.set(id, count);
  return count === 1 ? id : `${id}~${count}`;
}

type RawSpan = Pick<SourceSpan, 'rawStart' | 'rawEnd'>;

/** A site that states the missing pages and a text that breaks off tell of the same hole. */
function oneTruncation(gaps: readonly Following<Gap>[]): Following<Gap>[] {
  const cuts = gaps.filter((gap) => gap.kind === 'truncated');
  const stated = cuts.find((gap) => gap.unit !== null);
  const seen = cuts.find((gap) => gap.unit === null);
  if (!stated || !seen) return [...gaps];
  const merged = { ...stated, start: seen.start, end: seen.end, rawStart: seen.rawStart, rawEnd: seen.rawEnd };
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
