import type { Edit, Step } from './step.ts';

const pageNumber =
  /^[ \t\u3000]*(?:[-—–－·]{1,2}[ \u3000]*\d{1,4}[ \u3000]*[-—–－·]{1,2}|第[ \u3000]*\d{1,4}[ \u3000]*[页頁](?:[ \u3000,，/／]*共[ \u3000]*\d{1,4}[ \u3000]*[页頁])?|[页頁]码?[:：][ ]*\d{1,4}|Page[ ]*\d{1,4}(?:[ ]*(?:of|\/)[ ]*\d{1,4})?)[ \t\u3000]*$/i;
const LONGEST_RUNNING_HEAD = 40;

/**
 * Page numbers on lines of their own, and the running head beside them: a short line that stands next to a page number
 * at least twice.
 */
export const pageNumbers: Step = {
  name: 'page-numbers',
  find(text) {
    if (!/\d/.test(text)) return { edits: [] };
    const lines = linesOf(text);
    const numbers = new Set(lines.flatMap((line, i) => (pageNumber.test(line.text) ? [i] : [])));
    if (numbers.size === 0) return { edits: [] };
    const beside = new Map<string, number[]>();
    for (const i of numbers) {
      for (const j of [i - 1, i + 1]) {
        const head = lines[j]?.text.trim() ?? '';
        if (head.length >= 2 && head.length <= LONGEST_RUNNING_HEAD && !numbers.has(j) && !/[。！？；]$/.test(head))
          beside.set(head, [...(beside.get(head) ?? []), j]);
      }
    }
    const heads = [...beside.values()].filter((places) => places.length >= 2).flat();
    const edits: Edit[] = [
      ...[...numbers].map((i) => removal(lines[i]!, text, 'certain')),
      ...heads.map((i) => removal(lines[i]!, text, 'near-certain')),
    ];
    return { edits };
  },
};

type Line = { readonly text: string; readonly start: number };

/** Empty lines are passed over: a page number often has one on either side. */
function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    if (line.trim() !== '') lines.push({ text: line.replace(/\r$/, ''), start: at });
    at += line.length + 1;
  }
  return lines;
}

function removal({ text: line, start }: Line, text: string, certainty: 'certain' | 'near-certain'): Edit {
  const newline = text.indexOf('\n', start + line.length);
  return { start, end: newline < 0 ? text.length : newline + 1, after: '', class: certainty };
}
