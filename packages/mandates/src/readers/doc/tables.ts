import { columnsByEdges } from '../edge-columns.ts';
import { type TableCell, tableLines } from '../table-lines.ts';
import type { CellEdge, Paragraph } from './paragraphs.ts';

type Row = { readonly texts: readonly string[]; readonly cells: readonly CellEdge[] };

/** Paragraphs as lines, and what stands in tables as rows. */
export function tablesIn(paragraphs: readonly Paragraph[]): string[] {
  const lines: string[] = [];
  let rows: Row[] = [];
  let texts: string[] = [];
  let cell: string[] = [];
  const endTable = (): void => {
    if (cell.length > 0) texts.push(cell.join('\n'));
    if (texts.length > 0) rows.push({ texts, cells: [] });
    for (const line of linesOfTable(rows)) lines.push(line);
    [rows, texts, cell] = [[], [], []];
  };
  for (const { text, inTable, end, cells } of paragraphs) {
    if (!inTable && end === 'paragraph') {
      endTable();
      for (const line of text.split('\n')) if (line.trim() !== '') lines.push(line);
    } else if (end === 'row') {
      rows.push({ texts, cells });
      texts = [];
      cell = [];
    } else {
      cell.push(text);
      if (end === 'cell') {
        texts.push(cell.join('\n'));
        cell = [];
      }
    }
  }
  endTable();
  return lines;
}

function linesOfTable(rows: readonly Row[]): string[] {
  if (rows.length === 0) return [];
  if (rows.length === 1 || rows.every((row) => row.texts.length <= 1)) {
    return rows.flatMap((row) => row.texts.flatMap((text) => text.split('\n'))).filter((line) => line.trim() !== '');
  }
  const columnsOf = columnsByEdges(rows.map(({ cells }) => cells));
  return tableLines(
    rows.map(({ texts, cells }) =>
      texts.map((text, i): TableCell => {
        const own = cells[i];
        return { text, columns: own ? columnsOf(own) : 1, isContinued: own?.isContinued ?? false };
      }),
    ),
  );
}
