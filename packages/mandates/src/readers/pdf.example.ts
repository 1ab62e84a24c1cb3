/** PDF files as a test needs them: small, by hand, with what no program would write. */
export type PdfParts = {
  /** drawing operators of each page, in Latin-1 */
  readonly pages: readonly string[];
  /** the font called /F in the drawing operators; Helvetica unless told */
  readonly font?: string;
  /** more objects, numbered from 10 */
  readonly objects?: readonly string[];
  /** more entries of the catalogue */
  readonly catalogue?: string;
  /** more resources of every page */
  readonly resources?: string;
  /** how often the last page is repeated */
  readonly repeat?: number;
};

const helvetica = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';

export function pdf({
  pages,
  font = helvetica,
  objects = [],
  catalogue = '',
  resources = '',
  repeat = 1,
}: PdfParts): Uint8Array {
  const bodies = new Map<number, string>();
  for (const [i, object] of objects.entries()) bodies.set(10 + i, object);
  const first = 10 + objects.length;
  const kids: string[] = [];
  for (const [i, content] of pages.entries()) {
    const at = first + i * 2;
    bodies.set(at, `<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
    bodies.set(
      at + 1,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${at} 0 R /Resources << /Font << /F 3 0 R >> ${resources} >> >>`,
    );
    for (let copy = 0; copy < (i === pages.length - 1 ? repeat : 1); copy++) kids.push(`${at + 1} 0 R`);
  }
  bodies.set(1, `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`);
  bodies.set(2, `<< /Type /Pages /Count ${kids.length} /Kids [${kids.join(' ')}] >>`);
  bodies.set(3, font);
  const parts = ['%PDF-1.7\n'];
  const places: string[] = [];
  let at = parts[0]!.length;
  for (const [number, body] of [...bodies].toSorted(([a], [b]) => a - b)) {
    const object = `${number} 0 obj\n${body}\nendobj\n`;
    places.push(`${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`);
    parts.push(object);
    at += object.length;
  }
  parts.push(
    `xref\n0 1\n0000000000 65535 f \n${places.join('')}trailer\n<< /Size ${first + pages.length * 2} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`,
  );
  return new Uint8Array(Buffer.from(parts.join(''), 'latin1'));
}

/** A line of text: x and y from the lower left corner, in points. */
export const shown = (text: string, x: number, y: number, size = 12): string =>
  `BT /F ${size} Tf ${x} ${y} Td ${text} Tj ET`;

/** Characters for a font of the encoding UniGB-UCS2-H. */
export const inUcs2 = (text: string): string => `<${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;

/** A Chinese font that is named and not embedded. */
export const songti = (encoding: string): string =>
  `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /${encoding} /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 80 >> >>] >>`;
