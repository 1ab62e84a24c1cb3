/**
 * The cells of a CSV text as RFC 4180 writes them: quotes, doubled quotes, line breaks within quotes.
 *
 * @returns null when a quote is opened and never closed, or stands in the middle of a cell
 */
export function csvCells(text: string): string[][] | null {
  const table: string[][] = [];
  let row: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/gy;
  while (cell.lastIndex < text.length) {
    const found = cell.exec(text);
    if (!found) return null;
    row.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (found[3] === ',') continue;
    table.push(row);
    row = [];
  }
  return row.length > 0 ? [...table, row] : table;
}
