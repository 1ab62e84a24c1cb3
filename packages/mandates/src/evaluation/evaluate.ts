import type { Directive, Mandate, Span } from '../mandate.ts';
import { type CompactText, compactSpan, compactText, placesOf } from './compact-text.ts';
import type { GoldLabel, GoldTask } from './gold.ts';
import { matchSpans, meets, overlapOf, type Pair, shareOfShorter } from './match-spans.ts';
import type { Tally } from './tally.ts';

/**
 * Compares what came out of a document with its label. Spans are compared in the compact text of the file. Directives
 * match one to one when intersection over union is at least one half; owners and deadlines are asked of matched
 * directives only. Quantities match when value and unit are exactly those of the label and the number stands in the
 * quote; a hidden value is in no label and is left out. Headings match by number and title.
 */
export type Measure =
  | 'directives'
  | 'directives_within'
  | 'lead_units'
  | 'support_units'
  | 'deadlines'
  | 'deadline_dates'
  | 'quantities'
  | 'outline'
  | 'indicators'
  | 'masked'
  | 'blanked'
  | 'unreadable';

/** One thing that is not as the label has it. */
export type Miss = {
  readonly measure: Measure;
  readonly kind: 'missing' | 'surplus' | 'different';
  readonly wanted: string;
  readonly found: string;
};

export type DocumentScore = {
  readonly document: string;
  readonly tallies: Readonly<Record<Measure, Tally>>;
  readonly misses: readonly Miss[];
  /** quotes of the label that the document does not have: faults of the label */
  readonly notInDocument: readonly string[];
};

const LEAST_OVERLAP = 0.5;

/**
 * @param raw the text of the file as its reader found it; `rawStart` and `rawEnd` of the result point into it
 * @param simplify traditional to simplified characters, for names and titles
 */
export function evaluateDocument(
  label: GoldLabel,
  raw: string,
  mandate: Mandate,
  simplify: (text: string) => string,
): DocumentScore {
  const compact = compactText(raw);
  const isLabelled = scopeOf(compact, label);
  const places = (quote: string): Span[] => placesOf(compact, quote).filter(isLabelled);
  const span = (item: { rawStart: number; rawEnd: number }): Span => compactSpan(compact, item.rawStart, item.rawEnd);
  const inScope = <Item extends { rawStart: number; rawEnd: number }>(items: readonly Item[]): Item[] =>
    items.filter((item) => isLabelled(span(item)));
  const plain = plainText(simplify);
  const misses: Miss[] = [];

  const directives = inScope(mandate.directives);
  const taskPlaces = label.tasks.map((task) => places(task.text));
  const spans = directives.map(span);
  const pairs = matchSpans(taskPlaces, spans, overlapOf, LEAST_OVERLAP);
  const within = matchSpans(taskPlaces, spans, shareOfShorter, LEAST_OVERLAP);
  report(
    misses,
    'directives',
    label.tasks.map((task) => task.text),
    directives.map((found) => found.text),
    pairs,
  );
  const matched = pairs.map(({ wanted, found }) => ({ task: label.tasks[wanted]!, directive: directives[found]! }));

  const known = inScope(mandate.quantities).filter((quantity) => quantity.value !== null);
  const quantityPairs = matchSpans(
    label.quantities.map((quantity) => places(quantity.text)),
    known.map(span),
    shareOfShorter,
    Number.MIN_VALUE,
    (wanted, found) =>
      label.quantities[wanted]!.value === known[found]!.value &&
      plain(label.quantities[wanted]!.unit) === plain(known[found]!.unit),
  );
  report(
    misses,
    'quantities',
    label.quantities.map(({ text, value, unit }) => `${value}${unit} (${text})`),
    known.map(({ text, value, unit }) => `${value}${unit} (${text})`),
    quantityPairs,
  );

  const headingText = ({ number, title }: { number: string; title: string }): string =>
    plain(`${number} ${title}`).replace(/[。.：:；;，,]+$/, '');
  const headings = inScope(mandate.outline);
  const headingPairs = pairEqual(label.outline.map(headingText), headings.map(headingText));
  report(misses, 'outline', label.outline.map(headingText), headings.map(headingText), headingPairs);

  const recall = (measure: Measure, quotes: readonly string[], found: readonly Span[]): Tally => {
    const right = quotes.filter((quote) => places(quote).some((place) => found.some((other) => meets(place, other))));
    for (const quote of quotes)
      if (!right.includes(quote)) misses.push({ measure, kind: 'missing', wanted: quote, found: '' });
    return { wanted: quotes.length, found: right.length, right: right.length };
  };
  const unknowns = mandate.unknowns.map(span);
  const unreadable = mandate.unknowns.filter((unknown) => unknown.kind === 'unreadable').map(span);
  // Shifted bytes that could be computed back are no unknowns any more, but they were found.
  const repaired = mandate.repairs.filter((repair) => repair.step === 'byte-shift').map(span);
  const indicators = mandate.indicators.map(span);

  return {
    document: label.document,
    tallies: {
      directives: tally(label.tasks, directives, pairs),
      directives_within: tally(label.tasks, directives, within),
      lead_units: unitTally(matched, 'lead_units', plain, misses),
      support_units: unitTally(matched, 'support_units', plain, misses),
      deadlines: deadlineTally(matched, 'deadlines', plain, misses),
      deadline_dates: deadlineTally(matched, 'deadline_dates', plain, misses),
      quantities: tally(label.quantities, known, quantityPairs),
      outline: tally(label.outline, headings, headingPairs),
      indicators: recall('indicators', label.indicators, indicators),
      masked: recall('masked', label.masked, unknowns),
      blanked: recall('blanked', label.blanked, unknowns),
      unreadable: recall('unreadable', label.unreadable, [...unreadable, ...repaired]),
    },
    misses,
    notInDocument: [
      ...label.tasks.map((task) => task.text),
      ...label.quantities.map((quantity) => quantity.text),
      ...label.indicators,
      ...label.masked,
      ...label.blanked,
      ...label.unreadable,
    ].filter((quote) => places(quote).length === 0),
  };
}

const tally = (wanted: readonly unknown[], found: readonly unknown[], pairs: readonly Pair[]): Tally => ({
  wanted: wanted.length,
  found: found.length,
  right: pairs.length,
});

function scopeOf(compact: CompactText, { scope }: GoldLabel): (span: Span) => boolean {
  if (scope === null) return () => true;
  const stretches = scope.flatMap(({ from, to }) => {
    const start = placesOf(compact, from)[0]?.start;
    const end = placesOf(compact, to).find((place) => start !== undefined && place.end > start)?.end;
    return start === undefined || end === undefined ? [] : [{ start, end }];
  });
  return (span) => stretches.some((stretch) => span.start >= stretch.start && span.start < stretch.end);
}

/** Names and titles are the same when only script, width, blanks, inserted readings and the form of quotes differ. */
function plainText(simplify: (text: string) => string): (text: string) => string {
  return (text) =>
    simplify(
      text.replaceAll(/[\s“”〝〞"]/g, '').replaceAll(/(?<=\p{Script=Han})\([a-zü\u00e0-\u01dc]+\)/giu, ''),
    ).normalize('NFKC');
}

function pairEqual(wanted: readonly string[], found: readonly string[]): Pair[] {
  const used = new Set<number>();
  return wanted.flatMap((text, i) => {
    const at = found.findIndex((other, k) => other === text && !used.has(k));
    if (at < 0) return [];
    used.add(at);
    return [{ wanted: i, found: at }];
  });
}

function report(
  misses: Miss[],
  measure: Measure,
  wanted: readonly string[],
  found: readonly string[],
  pairs: readonly Pair[],
): void {
  for (const [i, text] of wanted.entries())
    if (!pairs.some((pair) => pair.wanted === i)) misses.push({ measure, kind: 'missing', wanted: text, found: '' });
  for (const [k, text] of found.entries())
    if (!pairs.some((pair) => pair.found === k)) misses.push({ measure, kind: 'surplus', wanted: '', found: text });
}

type Matched = readonly { readonly task: GoldTask; readonly directive: Directive }[];

/** Of the matched directives those whose units are all named, and no others. */
function unitTally(
  matched: Matched,
  measure: 'lead_units' | 'support_units',
  plain: (text: string) => string,
  misses: Miss[],
): Tally {
  let right = 0;
  for (const { task, directive } of matched) {
    const found = (measure === 'lead_units' ? directive.leadUnits : directive.supportUnits).map(plain);
    const wanted = (measure === 'lead_units' ? task.leadUnits : task.supportUnits).map(plain);
    const norm = task.unitsNorm.slice(measure === 'lead_units' ? 0 : task.leadUnits.length).map(plain);
    const leads = measure === 'lead_units' ? norm.slice(0, norm.length - task.supportUnits.length) : norm;
    if (sameNames(wanted, found) || (leads.length > 0 && sameNames(leads, found))) right++;
    else
      misses.push({
        measure,
        kind: 'different',
        wanted: wanted.join('、'),
        found: `${found.join('、')} (${directive.text.slice(0, 40)})`,
      });
  }
  return { wanted: matched.length, found: matched.length, right };
}

const sameNames = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((name) => b.includes(name));

/** Deadlines as written agree when one contains the other; days agree when they are the same day. */
function deadlineTally(
  matched: Matched,
  measure: 'deadlines' | 'deadline_dates',
  plain: (text: string) => string,
  misses: Miss[],
): Tally {
  const isDate = measure === 'deadline_dates';
  let right = 0;
  let wantedCount = 0;
  let foundCount = 0;
  for (const { task, directive } of matched) {
    const wanted = (isDate ? task.deadlineDate : task.deadline) ?? '';
    const found = (isDate ? directive.deadline?.date : directive.deadline?.text) ?? '';
    if (wanted !== '') wantedCount++;
    if (found !== '') foundCount++;
    const [a, b] = [plain(wanted), plain(found)];
    if (a === '' && b === '') continue;
    if (a !== '' && b !== '' && (isDate ? a === b : a.includes(b) || b.includes(a))) right++;
    else
      misses.push({
        measure,
        kind: a === '' ? 'surplus' : b === '' ? 'missing' : 'different',
        wanted,
        found: `${found} (${directive.text.slice(0, 40)})`,
      });
  }
  return { wanted: wantedCount, found: foundCount, right };
}
