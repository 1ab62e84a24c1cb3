import { type DemoDocument, documentKeys, renderDocument } from './render.ts';
import { standardsFile, standardsFileName } from './standards-file.ts';

/** The day that the committed copies in `demo/documents/` bear; the loader renders its own for the day of loading. */
export const committedOn = Temporal.PlainDate.from('2026-11-20');

export const committedDocuments = (): DemoDocument[] => documentKeys.map((key) => renderDocument(key, committedOn));

export const documentFolder = new URL('../../documents/', import.meta.url);

/** Everything in that folder that is written by the program. */
export const committedFiles = (): { readonly fileName: string; readonly bytes: Uint8Array }[] => [
  ...committedDocuments(),
  { fileName: standardsFileName, bytes: standardsFile() },
];
