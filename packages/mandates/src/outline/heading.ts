import type { Marker, MarkerFamily } from './markers.ts';

/** A heading in the clean text. `end` is where its title ends: what follows on the same line is its body. */
export type Heading = {
  readonly level: number;
  readonly number: string;
  readonly title: string;
  readonly start: number;
  readonly end: number;
  readonly bodyMissing: boolean;
};

export type Found = {
  readonly marker: Marker | null;
  readonly title: string;
  readonly start: number;
  readonly end: number;
};

export type Line = { readonly text: string; readonly start: number };

export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    lines.push({ text: line, start: at });
    at += line.length + 1;
  }
  return lines;
}

export const LONGEST_TITLE = 60;
export const LONGEST_RUN_IN = 45;
export const LONGEST_ITEM_TITLE = 25;

export const cleanTitle = (title: string): string =>
  title
    .trim()
    .replace(/[。．.：:\s]+$/, '')
    .replace(/[….·\s]*\d*$/, (end) => (/[….·]/.test(end) ? '' : end));

export const isSpoken = (family: MarkerFamily): boolean =>
  family === 'ordinal' || family === 'point' || family === 'demand' || family === 'parallel';
