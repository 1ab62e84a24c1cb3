import { type Refusal, refuse } from '@duban/kit/refusal';
import { labelled } from '../list-labels.ts';
import { Bytes } from './bytes.ts';
import type { CompoundFile } from './compound-file.ts';
import { DocLists } from './lists.ts';
import { DocParagraphs, type Paragraph } from './paragraphs.ts';
import { tablesIn } from './tables.ts';

/**
 * The text of a Word document as Word 97 to 2003 and WPS wrote it ([MS-DOC]): a paragraph per line with the number that
 * Word draws in front of it, tables as rows, footnotes and text boxes at the end. Headers, footers, comments and deleted
 * text are left out.
 *
 * @returns `document.encrypted`, `document.format_unsupported` (Word 6 and 95) or `document.damaged`
 */
export function docText(box: CompoundFile): string | Refusal {
  const stream = box.stream('WordDocument');
  if (!stream || stream.length < 0x1aa || stream.readUInt16LE(0) !== 0xa5ec) return refuse('document.damaged');
  const document = new Bytes(stream);
  const flags = document.u16(0x0a);
  if ((flags & 0x0100) !== 0) return refuse('document.encrypted');
  if (document.u16(2) < 0xc1) return refuse('document.format_unsupported', { format: 'DOC (Word 6/95)' });
  const table = box.stream((flags & 0x0200) === 0 ? '0Table' : '1Table');
  if (!table) return refuse('document.damaged');
  const tables = new Bytes(table);
  const held = (index: number): Bytes => tables.part(document.u32(0x9a + index * 8), document.u32(0x9e + index * 8));
  const lists = new DocLists(tables.part(document.u32(0x2e2), tables.length), held(74));
  const paragraphs = new DocParagraphs({
    document,
    pieces: held(33),
    paragraphPages: held(13),
    characterPages: held(12),
    styles: held(1),
    data: new Bytes(box.stream('Data') ?? Buffer.alloc(0)),
  });
  if (paragraphs.isEmpty) return refuse('document.damaged');
  const [body, notes, headers, , comments, endNotes, boxes] = [0x4c, 0x50, 0x54, 0x58, 0x5c, 0x60, 0x64].map((at) =>
    document.u32(at),
  ) as [number, number, number, number, number, number, number];
  const lines = tablesIn(withLabels(paragraphs.between(0, body), lists));
  const afterBody = body + notes;
  const afterComments = afterBody + headers + comments;
  const note = [
    ...paragraphs.between(body, afterBody),
    ...paragraphs.between(afterComments, afterComments + endNotes),
  ].filter(({ text }) => text.trim() !== '');
  for (const [i, { text }] of note.entries()) lines.push(`注${i + 1}：${text.trim()}`);
  const boxesFrom = afterComments + endNotes;
  lines.push(
    ...paragraphs
      .between(boxesFrom, boxesFrom + boxes)
      .map(({ text }) => text.trim())
      .filter((text) => text !== ''),
  );
  return lines.join('\n');
}

const withLabels = (paragraphs: readonly Paragraph[], lists: DocLists): Paragraph[] =>
  paragraphs.map((paragraph) => {
    if (paragraph.list === 0 || paragraph.text.trim() === '') return paragraph;
    return { ...paragraph, text: labelled(lists.next(paragraph.list, paragraph.level), paragraph.text.trimStart()) };
  });
