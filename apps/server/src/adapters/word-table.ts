import {
  AlignmentType,
  Document,
  Footer,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';

/**
 * A table as a Word document on A4 landscape: title, a line below it, the table with its head repeated on every page,
 * notes, and page numbers. Everything is written as text.
 */
export type WordTable = {
  readonly title: string;
  readonly subtitle: string;
  /** widths in parts of the page; they are scaled to it */
  readonly columns: readonly { readonly heading: string; readonly width: number }[];
  readonly rows: readonly (readonly string[])[];
  readonly notes: readonly string[];
};

/** the fonts of official documents (GB/T 9704): a song for titles, a fangsong for text; Word falls back by itself */
const songTi = { name: 'SimSun', eastAsia: '宋体' } as const;
const fangSong = { name: 'FangSong', eastAsia: '仿宋' } as const;
const PAGE = { width: 16_838, height: 11_906, margin: 1_134 } as const;

export async function writeWordTable({ title, subtitle, columns, rows, notes }: WordTable): Promise<Uint8Array> {
  const all = columns.reduce((sum, { width }) => sum + width, 0);
  const usable = PAGE.width - 2 * PAGE.margin;
  const widths = columns.map(({ width }) => Math.floor((usable * width) / all));
  const rowOf = (cells: readonly string[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map((text, i) => cellOf(text, widths[i]!, isHead)),
    });
  const document = new Document({
    title,
    styles: { default: { document: { run: { size: 21, font: fangSong } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.height, height: PAGE.width, orientation: PageOrientation.LANDSCAPE },
            margin: { top: PAGE.margin, bottom: PAGE.margin, left: PAGE.margin, right: PAGE.margin },
          },
        },
        footers: { default: new Footer({ children: [pageNumber()] }) },
        children: [
          paragraph(title, { size: 36, bold: true, font: songTi, centred: true }),
          paragraph(subtitle, { size: 21, font: fangSong, centred: true }),
          new Table({
            width: { size: usable, type: WidthType.DXA },
            columnWidths: widths,
            rows: [
              rowOf(
                columns.map(({ heading }) => heading),
                true,
              ),
              ...rows.map((row) => rowOf(row, false)),
            ],
          }),
          ...notes.map((note) => paragraph(note, { size: 18, font: fangSong, centred: false })),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

type Look = { readonly size: number; readonly bold?: boolean; readonly font: typeof songTi | typeof fangSong };

const run = (text: string, { size, bold = false, font }: Look) =>
  new TextRun({ text: printable(text), size, bold, font });

function paragraph(text: string, { centred, ...look }: Look & { readonly centred: boolean }): Paragraph {
  return new Paragraph({
    alignment: centred ? AlignmentType.CENTER : AlignmentType.LEFT,
    spacing: { before: 60, after: 120 },
    children: [run(text, look)],
  });
}

function cellOf(text: string, width: number, isHead: boolean): TableCell {
  const look = { size: 20, bold: isHead, font: isHead ? songTi : fangSong };
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    children: text.split('\n').map(
      (line) =>
        new Paragraph({
          alignment: isHead ? AlignmentType.CENTER : AlignmentType.LEFT,
          children: [run(line, look)],
        }),
    ),
  });
}

const pageNumber = (): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: 18 })],
  });

/** XML 1.0 has no place for control characters. */
const printable = (text: string): string => text.toWellFormed().replaceAll(/(?!\n)[\p{Cc}\ufffe\uffff]/gu, '');
