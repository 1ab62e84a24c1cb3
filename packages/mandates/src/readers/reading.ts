import type { OffsetMap } from '../offset-map.ts';
import type { DocumentFormat } from '../mandate.ts';

/** What a reader hands to the repairs: the text of the file and how it was found there. */
export type Reading = {
  readonly format: DocumentFormat;
  readonly encoding: string;
  /** the text as it stands in the file: all of it for TXT and HTML, the extracted text for DOCX */
  readonly raw: string;
  /** the text that the repairs start from, with its way back to `raw` */
  readonly text: string;
  readonly map: OffsetMap;
  /** `hard`: a line break may be a wrap. `paragraphs`: the format itself says where paragraphs end. */
  readonly lines: 'hard' | 'paragraphs';
  readonly title: string | null;
  /** what else the page around the text says; empty where there is no page */
  readonly frame: string;
  /** what the page or file says about the document in fields of its own */
  readonly site?: Readonly<Record<string, string>>;
  /** pages that only show a picture: the text lacks them */
  readonly pictures?: { readonly missing: number; readonly of: number };
};

/** Largest file that is read, in bytes. A speech of 8,000 characters has 24 kB. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;

/** Largest text that is worked through, in characters. */
export const MAX_CHARACTERS = 3_000_000;
