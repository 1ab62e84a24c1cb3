import { parse } from 'parse5';
import { joinPieces, type OffsetMap, type Piece } from '../offset-map.ts';
import { collectText } from './collect-text.ts';
import { mainElement, siteParts } from './html-main.ts';
import { findFirst } from './html-nodes.ts';
import { siteFacts } from './html-site.ts';

/** The readable text of a web page, one block per line and table cells parted by tabs, with the way back to the source. */
export type HtmlText = {
  readonly text: string;
  readonly map: OffsetMap;
  readonly title: string | null;
  /** the lines of the whole page, in which the site says when and from whom the text came */
  readonly frame: string;
  /** what the page says about its document in fields */
  readonly site: Readonly<Record<string, string>>;
};

export function pageText(source: string): HtmlText {
  const document = parse(source, { sourceCodeLocationInfo: true });
  const body = findFirst(document, 'body');
  const { fields: site, parts } = siteFacts(document);
  const heading = findFirst(document, 'h1') ?? findFirst(document, 'title');
  const title = heading ? collectText(heading, source).text.replaceAll(/\s+/g, ' ').trim() : '';
  const main = body ? mainElement(body) : null;
  const leftOut = main ? siteParts(main).union(parts) : parts;
  const { text, pieces } = main ? collectText(main, source, leftOut) : { text: '', pieces: [] };
  const frame = body ? collectText(body, source).text : '';
  return { text, map: tile(pieces, text.length, source.length), title: title || null, frame, site };
}

/** Fills what lies between the collected stretches, so that the map tiles the whole source. */
function tile(pieces: readonly Piece[], length: number, rawLength: number): OffsetMap {
  const tiled: Piece[] = [];
  let rawAt = 0;
  for (const piece of pieces) {
    const rawStart = Math.max(rawAt, piece.rawStart);
    const rawEnd = Math.max(rawStart, piece.rawEnd);
    if (rawStart > rawAt) tiled.push({ start: piece.start, end: piece.start, rawStart: rawAt, rawEnd: rawStart });
    tiled.push({ ...piece, rawStart, rawEnd });
    rawAt = rawEnd;
  }
  if (rawAt < rawLength) tiled.push({ start: length, end: length, rawStart: rawAt, rawEnd: rawLength });
  return joinPieces(tiled);
}

/** True when the text is markup of a page rather than a text with a few tags left in it. */
export function looksLikePage(text: string): boolean {
  return (
    /^\s*(<!doctype html|<html[\s>]|<\?xml[^>]*>\s*<!doctype html)/i.test(text.slice(0, 2_000)) ||
    /<body[\s>]/i.test(text.slice(0, 50_000))
  );
}
