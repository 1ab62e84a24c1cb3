import { escaped, xmlHead, zip } from './zip.ts';

/** The smallest XLSX with text cells that merge downwards, the same to the byte every time. For reading in, not for users. */
export type Sheet = {
  readonly name: string;
  readonly head: readonly string[];
  /** `null` is an empty cell */
  readonly rows: readonly (readonly (string | null)[])[];
  /** columns and rows counted from 0, the head not counted */
  readonly merges: readonly { readonly column: number; readonly from: number; readonly to: number }[];
};

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const media = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const columnName = (column: number): string => String.fromCharCode(65 + column);

function row(cells: readonly (string | null)[], number: number): string {
  const filled = cells.map((cell, column) =>
    cell === null
      ? ''
      : `<c r="${columnName(column)}${number}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`,
  );
  return `<row r="${number}">${filled.join('')}</row>`;
}

/** @throws RangeError beyond 26 columns */
export function xlsx({ name, head, rows, merges }: Sheet): Uint8Array {
  if (head.length > 26) throw new RangeError('columns beyond Z are not written');
  // the head is row 1, so the first row of data is row 2
  const data = [row(head, 1), ...rows.map((cells, i) => row(cells, i + 2))].join('');
  const merged = merges.map(
    ({ column, from, to }) => `<mergeCell ref="${columnName(column)}${from + 2}:${columnName(column)}${to + 2}"/>`,
  );
  const mergeCells = merged.length === 0 ? '' : `<mergeCells count="${merged.length}">${merged.join('')}</mergeCells>`;
  return zip([
    [
      '[Content_Types].xml',
      `${xmlHead}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${media}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${media}.worksheet+xml"/></Types>`,
    ],
    [
      '_rels/.rels',
      `${xmlHead}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${xmlHead}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${escaped(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${xmlHead}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ],
    [
      'xl/worksheets/sheet1.xml',
      `${xmlHead}<worksheet xmlns="${main}"><sheetData>${data}</sheetData>${mergeCells}</worksheet>`,
    ],
  ]);
}
