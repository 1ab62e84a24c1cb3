import { type Refusal, refuse } from '@duban/kit/refusal';
import type { Parts } from '../zip.ts';
import { readXml } from '../xml.ts';
import { DocxBody } from './docx-body.ts';
import { Lists } from './numbering.ts';
import { Styles } from './styles.ts';

/** The parts of a Word document that its text is made of. */
export const isDocxPart = (name: string): boolean => /^(_rels\/\.rels|word\/(_rels\/.*\.rels|[^/]*\.xml))$/i.test(name);

/**
 * The text of a Word document (OOXML): a paragraph per line with the number that Word draws in front of it, tables as
 * rows, foot- and endnotes at the end. Headers, footers, comments, pictures and deleted text are left out.
 */
export function docxText(parts: Parts): string | Refusal {
  const main = mainPart(parts);
  const body = parts.get(main);
  if (!body) return refuse('document.damaged');
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const styles = new Styles();
  const lists = new Lists();
  const stylesPart = parts.get(`${folder}styles.xml`);
  const numberingPart = parts.get(`${folder}numbering.xml`);
  const fault = (stylesPart ? styles.read(stylesPart) : null) ?? (numberingPart ? lists.read(numberingPart) : null);
  if (fault) return fault;
  const text = linesOf(body, styles, lists);
  if ('refused' in text) return text;
  const lines = [...text];
  for (const name of ['footnotes', 'endnotes']) {
    const part = parts.get(`${folder}${name}.xml`);
    if (!part) continue;
    const notes = linesOf(part, styles, lists);
    if ('refused' in notes) return notes;
    for (const [i, note] of notes.entries()) lines.push(`注${i + 1}：${note}`);
  }
  return lines.join('\n');
}

function linesOf(part: Buffer, styles: Styles, lists: Lists): readonly string[] | Refusal {
  const body = new DocxBody(styles, lists);
  return readXml(part, body) ?? body.lines;
}

/** Usually word/document.xml; the package itself says. */
function mainPart(parts: Parts): string {
  const relations = parts.get('_rels/.rels');
  let target = 'word/document.xml';
  if (relations) {
    readXml(relations, {
      open: ({ name, attribute }) => {
        if (name === 'Relationship' && attribute('Type')?.endsWith('/officeDocument'))
          target = (attribute('Target') ?? target).replace(/^\//, '');
      },
    });
  }
  return target;
}

/** The text of a Word document saved as one XML file (Word 2003), whose elements have the same names. */
export function wordXmlText(bytes: Uint8Array): string | Refusal {
  const part = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const lines = linesOf(part, new Styles(), new Lists());
  return 'refused' in lines ? lines : lines.join('\n');
}
