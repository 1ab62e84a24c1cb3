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
    lines.push(...linesOfTable(rows));
    [rows, texts, cell] = [[], [], []];
  };
  for (const { text, inTable, end, cells } of paragraphs) {
    if (!inTable && end === 'paragraph') {
      endTable();
      lines.push(...text.split('\n').filter((line) => line.trim() !== ''));
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

/** Edges of columns that lie closer than this, in twentieths of a point, are one. */
const SAME_EDGE = 60;

function linesOfTable(rows: readonly Row[]): string[] {
  if (rows.length === 0) return [];
  if (rows.length === 1 || rows.every((row) => row.texts.length <= 1)) {
    return rows.flatMap((row) => row.texts.flatMap((text) => text.split('\n'))).filter((line) => line.trim() !== '');
  }
  const edges: number[] = [];
  for (const edge of rows.flatMap(({ cells }) => cells.flatMap(({ left, right }) => [left, right])).toSorted(byValue)) {
    if (edges.length === 0 || edge - edges.at(-1)! > SAME_EDGE) edges.push(edge);
  }
  const place = (edge: number): number => edges.findLastIndex((known) => known <= edge);
  return tableLines(
    rows.map(({ texts, cells }) =>
      texts.map((text, i): TableCell => {
        const own = cells[i];
        const columns = own ? Math.max(1, place(own.right) - place(own.left)) : 1;
        return { text, columns, isContinued: own?.isContinued ?? false };
      }),
    ),
  );
}

const byValue = (a: number, b: number): number => a - b;
