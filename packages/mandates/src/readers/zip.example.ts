import { crc32, deflateRawSync } from 'node:zlib';

export type ZipEntry = { readonly name: string; readonly content: Buffer | string; readonly declared?: number };

/** A ZIP as an office program would write it, or as an attacker would. */
export function zip(entries: readonly ZipEntry[]): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  const known = new Map<Buffer | string, Buffer>();
  let at = 0;
  for (const { name, content, declared } of entries) {
    const bytes = Buffer.from(content);
    const packed = known.get(content) ?? deflateRawSync(bytes);
    known.set(content, packed);
    const path = Buffer.from(name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(bytes), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(declared ?? bytes.length, 18);
    fields.writeUInt16LE(path.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), fields, path, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), fields, tail, path]));
    parts.push(local);
    at += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(at, 12);
  return new Uint8Array(Buffer.concat([...parts, central, Buffer.from('PK\u0005\u0006', 'latin1'), end]));
}

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** A Word document of the given body and further parts (`styles`, `numbering` …) without their root elements. */
export function docx(
  body: string,
  parts: Readonly<Record<string, string>> = {},
  more: readonly ZipEntry[] = [],
): Uint8Array {
  const rooted = (root: string, content: string): string => `<w:${root} xmlns:w="${word}">${content}</w:${root}>`;
  return zip([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'word/document.xml', content: rooted('document', `<w:body>${body}</w:body>`) },
    ...Object.entries(parts).map(([name, content]) => ({ name: `word/${name}.xml`, content: rooted(name, content) })),
    ...more,
  ]);
}

/** A paragraph of one run. @param properties what stands in its pPr */
export const paragraph = (text: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

/** A workbook of one sheet. @param rows the content of sheetData */
export function xlsx(rows: string, afterRows = '', parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  return zip([
    { name: '[Content_Types].xml', content: '<Types/>' },
    {
      name: 'xl/workbook.xml',
      content: `<workbook ${main}><sheets><sheet name="任务" sheetId="1"/></sheets></workbook>`,
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: `<worksheet ${main}><sheetData>${rows}</sheetData>${afterRows}</worksheet>`,
    },
    ...Object.entries(parts).map(([name, content]) => ({ name: `xl/${name}.xml`, content })),
  ]);
}

/** Rows of texts, the first cell at A1. */
export const textRows = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((cells) => `<row>${cells.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`)
    .join('');
