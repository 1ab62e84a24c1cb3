import type { Refusal } from '@duban/kit/refusal';
import { contradictionsIn } from './contradictions/contradictions.ts';
import { directivesIn } from './directives/directives.ts';
import type { FoundDirective } from './directives/found-directive.ts';
import { documentDate } from './directives/document-date.ts';
import { indicatorsIn } from './indicators/indicators.ts';
import type { Directive, Gap, Mandate, Quantity, Span } from './mandate.ts';
import { rawRange } from './offset-map.ts';
import { documentHead } from './outline/document-head.ts';
import { outlineOf } from './outline/outline.ts';
import { type FoundQuantity, quantitiesIn } from './quantities/quantities.ts';
import { digest } from './readers/digest.ts';
import { languageTools } from './readers/language-tools.ts';
import { readDocument } from './readers/read-document.ts';
import type { Reading } from './readers/reading.ts';
import type { RepairChoices } from './repairs/choices.ts';
import { repairText } from './repairs/repair-text.ts';
import { titleEnd } from './rules/page-noise.ts';
import { type KnownUnit, resolveUnit } from './units/resolve-units.ts';

export type IngestOptions = {
  /** the units of the territory that mentions are matched with */
  readonly units?: readonly KnownUnit[];
  /** the day of the document when the person who brings it knows better, ISO */
  readonly date?: string;
  /** single repairs taken back or proposals accepted, by their ids */
  readonly repairs?: RepairChoices;
};

/**
 * The whole way of a document: bytes → text → repairs → outline → directives → contradictions. The same bytes give the
 * same result; a document that cannot be read is refused with a reason, never thrown.
 */
export async function ingest(
  bytes: Uint8Array,
  fileName: string,
  options: IngestOptions = {},
): Promise<Mandate | Refusal> {
  const reading = await readDocument(bytes, fileName);
  if ('refused' in reading) return reading;
  const repaired = repairText(reading, languageTools, options.repairs);
  const { text, map, repairs, unknowns } = repaired;
  const site = { ...repaired.site, ...reading.site };
  const title = titleOf(text, site.title ?? reading.title);
  const date = options.date ?? documentDate(text, isSharingSite(site) ? undefined : site.publishedAt);
  const outline = outlineOf(text);
  const quantities = quantitiesIn(text);
  // What was destroyed orders nothing that anybody could read.
  const lostIn = overlapsWith(unknowns.filter((unknown) => unknown.kind === 'unreadable'));
  const hiddenIn = overlapsWith(unknowns.filter((unknown) => unknown.kind !== 'editor_note'));
  const directives = directivesIn(text, outline, quantities, title, date).filter(
    (directive) => shareLost(directive, lostIn(directive)) < MOST_LOST,
  );
  const isTold = coverOf(directives);
  const place = <T extends Span>(item: T): T & { rawStart: number; rawEnd: number } => ({
    ...item,
    ...rawRange(map, item.start, item.end),
  });
  const asQuantity = ({ numberStart, numberEnd, ...quantity }: FoundQuantity): Quantity => {
    const told = isTold(numberStart, numberEnd);
    return place({
      ...quantity,
      kind: told && (quantity.kind === 'stock' || quantity.kind === 'achieved') ? 'target' : quantity.kind,
    });
  };
  const asDirective = (directive: FoundDirective): Directive => {
    const units = [
      ...directive.leadUnits.map((mention) => resolveUnit(mention, 'lead', options.units ?? [])),
      ...directive.supportUnits.map((mention) => resolveUnit(mention, 'support', options.units ?? [])),
    ];
    const hides = hiddenIn(directive).length > 0;
    const isUnresolved = options.units !== undefined && units.some((unit) => unit.unitIds.length === 0);
    return place({
      ...directive,
      quantities: directive.quantities.map(asQuantity),
      units,
      doubts: [
        ...directive.doubts,
        ...(isUnresolved ? ['unit_unresolved' as const] : []),
        ...(hides ? ['holds_hidden_word' as const] : []),
      ],
    });
  };
  return {
    source: {
      fileName,
      format: reading.format,
      encoding: reading.encoding,
      bytes: bytes.length,
      sha256: digest(bytes),
      title,
      date,
      ...documentHead(text, title),
      site,
    },
    text,
    repairs,
    gaps: [...repaired.gaps, ...picturePages(reading, text.length)],
    unknowns,
    outline: outline.map(place),
    directives: directives.map(asDirective),
    quantities: quantities.map(asQuantity),
    indicators: indicatorsIn(text).map(place),
    contradictions: contradictionsIn(text, quantities, {
      gaps: repaired.gaps,
      title,
      date: documentDate(text, undefined),
      publishedAt: site.publishedAt,
    }).map(({ other, ...item }) => ({ ...place(item), other: other && place(other) })),
  };
}

/** Pages of a PDF that only show a picture, often its stamped annexes: nobody has read them. */
function picturePages({ pictures, raw }: Reading, end: number): Gap[] {
  if (!pictures) return [];
  const { missing, of } = pictures;
  const at = { start: end, end, rawStart: raw.length, rawEnd: raw.length };
  const counts = { missing, total: of, shown: of - missing };
  return [{ ...at, ...counts, kind: 'omitted', unit: 'pages', evidence: '' }];
}

/** Tells whether a stretch lies within one of many, which are in the order of their beginnings. */
function coverOf(spans: readonly Span[]): (start: number, end: number) => boolean {
  const reach: number[] = [];
  for (const { end } of spans) reach.push(Math.max(end, reach.at(-1) ?? 0));
  return (start, end) => {
    let low = 0;
    let high = spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (spans[middle]!.start <= start) low = middle + 1;
      else high = middle;
    }
    return low > 0 && reach[low - 1]! >= end;
  };
}

/** Finds those of many stretches that share a character with one, without looking at all of them each time. */
function overlapsWith(spans: readonly Span[]): (span: Span) => readonly Span[] {
  const sorted = spans.toSorted((a, b) => a.start - b.start);
  const reach: number[] = [];
  for (const { end } of sorted) reach.push(Math.max(end, reach.at(-1) ?? 0));
  return ({ start, end }) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (reach[middle]! <= start) low = middle + 1;
      else high = middle;
    }
    const found: Span[] = [];
    for (let i = low; i < sorted.length && sorted[i]!.start < end; i++)
      if (sorted[i]!.end > start) found.push(sorted[i]!);
    return found;
  };
}

/** The share of a directive beyond which it is too damaged to be proposed. */
const MOST_LOST = 0.15;

function shareLost({ start, end }: Span, lost: readonly Span[]): number {
  const hidden = lost.reduce(
    (sum, span) => sum + Math.max(0, Math.min(end, span.end) - Math.max(start, span.start)),
    0,
  );
  return hidden / Math.max(1, end - start);
}

/** Where anybody uploads anything, the day of the upload says nothing about the document. */
function isSharingSite(site: Readonly<Record<string, string>>): boolean {
  return ['siteDocumentId', 'price', 'format', 'pages'].some((field) => field in site);
}

/** The title in the text, else what the page calls itself. */
function titleOf(text: string, known: string | null | undefined): string {
  const lines = text
    .split('\n')
    .slice(0, 30)
    .map((line) => line.trim());
  const inText = lines.find(
    (line) => line.length >= 4 && line.length <= 80 && titleEnd.test(line) && !/[。；]/.test(line),
  );
  const first = lines[0] ?? '';
  return inText ?? (known ? known.split(/--|_|\|/)[0]!.trim() : first.length <= 60 ? first : '');
}
