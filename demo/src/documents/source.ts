import { readFileSync } from 'node:fs';
import type { DocxBlock } from './docx.ts';

/**
 * A clean document before any damage. Sources are plain text: `#` title, `##` and `###` headings, `|` rows of a table,
 * every other line a paragraph.
 */
export function readSource(name: string): string {
  return readFileSync(new URL(`../../documents/sources/${name}.txt`, import.meta.url), 'utf8').trimEnd();
}

export type Line = { readonly level: 0 | 1 | 2 | 3; readonly text: string };

export function linesOf(source: string): Line[] {
  return source.split('\n').map((line) => {
    const marks = /^#{1,3} /.exec(line)?.[0].length ?? 0;
    return { level: (marks === 0 ? 0 : marks - 1) as Line['level'], text: line.slice(marks) };
  });
}

/** The text a reader should end up with: headings and paragraphs, one a line. */
export function cleanText(source: string): string {
  return linesOf(source)
    .map(({ text }) => text.replaceAll('[]', ''))
    .join('\n');
}

const cellsOf = (line: string): string[] =>
  line
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim());

/** Blocks of a source; in the column named, a cell equal to the one above it is merged into it. */
export function blocksOf(source: string, mergedColumn?: string): DocxBlock[] {
  const blocks: DocxBlock[] = [];
  for (const { level, text } of linesOf(source)) {
    const last = blocks.at(-1);
    if (text.startsWith('|')) {
      const row = cellsOf(text);
      if (last?.kind === 'table') (last.rows as string[][]).push(row);
      else blocks.push({ kind: 'table', rows: [row] });
    } else if (level > 0) blocks.push({ kind: 'heading', level: level as 1 | 2 | 3, text });
    else blocks.push({ kind: 'paragraph', text });
  }
  return blocks.map((block) => {
    if (block.kind !== 'table' || !mergedColumn) return block;
    const column = block.rows[0]!.indexOf(mergedColumn);
    return {
      kind: 'table',
      rows: block.rows.map((row, i) =>
        row.map((cell, c) => (c === column && i > 1 && block.rows[i - 1]![c] === cell ? null : cell)),
      ),
    };
  });
}
