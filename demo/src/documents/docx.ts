import { escaped, xmlHead as head, zip } from './zip.ts';

/**
 * The smallest DOCX that Word, LibreOffice and mammoth open: four parts in a zip without compression and without a
 * clock, so that the same text is the same file to the byte. It knows headings, paragraphs and tables whose cells
 * merge downwards, and nothing else; documents for users are made by the server's own library.
 */
export type DocxBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** a cell of `null` continues the cell above it */
  | { readonly kind: 'table'; readonly rows: readonly (readonly (string | null)[])[] };

const run = (text: string): string => `<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;

const paragraph = (text: string, style?: string): string =>
  `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''}${run(text)}</w:p>`;

function table(rows: readonly (readonly (string | null)[])[]): string {
  const cells = rows.map((row, i) =>
    row.map((cell, column) => {
      const merge = cell === null ? '<w:vMerge/>' : rows[i + 1]?.[column] === null ? '<w:vMerge w:val="restart"/>' : '';
      return `<w:tc><w:tcPr><w:tcW w:w="1600" w:type="dxa"/>${merge}</w:tcPr>${paragraph(cell ?? '')}</w:tc>`;
    }),
  );
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`)
    .join('');
  const grid = rows[0]!.map(() => '<w:gridCol w:w="1600"/>').join('');
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>${borders}</w:tblBorders></w:tblPr>` +
    `<w:tblGrid>${grid}</w:tblGrid>${cells.map((row) => `<w:tr>${row.join('')}</w:tr>`).join('')}</w:tbl>`
  );
}

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const contentTypes = `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>`;
const packageLinks = `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="word/document.xml"/></Relationships>`;
const documentLinks = `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relationships}/styles" Target="styles.xml"/></Relationships>`;
const styles = `${head}<w:styles xmlns:w="${word}">${[1, 2, 3]
  .map(
    (level) =>
      `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/><w:pPr><w:outlineLvl w:val="${level - 1}"/></w:pPr></w:style>`,
  )
  .join('')}</w:styles>`;

export function docx(blocks: readonly DocxBlock[]): Uint8Array {
  const body = blocks
    .map((block) => {
      if (block.kind === 'table') return `${table(block.rows)}<w:p/>`;
      return paragraph(block.text, block.kind === 'heading' ? `Heading${block.level}` : undefined);
    })
    .join('');
  return zip([
    ['[Content_Types].xml', contentTypes],
    ['_rels/.rels', packageLinks],
    ['word/document.xml', `${head}<w:document xmlns:w="${word}"><w:body>${body}</w:body></w:document>`],
    ['word/_rels/document.xml.rels', documentLinks],
    ['word/styles.xml', styles],
  ]);
}
