import type { Refusal } from '@duban/kit/refusal';
import type { Mandate } from './mandate.ts';
import { digest } from './readers/digest.ts';
import { languageTools } from './readers/language-tools.ts';
import { readDocument } from './readers/read-document.ts';
import { repairText } from './repairs/repair-text.ts';

export async function ingest(bytes: Uint8Array, fileName: string): Promise<Mandate | Refusal> {
  const reading = await readDocument(bytes, fileName);
  if ('refused' in reading) return reading;
  const { text, repairs, gaps, unknowns, site } = repairText(reading, languageTools);
  return {
    source: {
      fileName,
      format: reading.format,
      encoding: reading.encoding,
      bytes: bytes.length,
      sha256: digest(bytes),
      title: '',
      date: null,
      site,
    },
    text,
    repairs,
    gaps,
    unknowns,
    outline: [],
    directives: [],
    quantities: [],
    contradictions: [],
  };
}
