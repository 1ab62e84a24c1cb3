import { type DemoDocument, documentKeys, renderDocument } from './render.ts';

/** The day that the committed copies in `demo/documents/` bear; the loader renders its own for the day of loading. */
export const committedOn = Temporal.PlainDate.from('2026-11-20');

export const committedDocuments = (): DemoDocument[] => documentKeys.map((key) => renderDocument(key, committedOn));

export const documentFolder = new URL('../../documents/', import.meta.url);
