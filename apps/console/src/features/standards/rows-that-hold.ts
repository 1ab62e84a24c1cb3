import type { StandardView } from '@duban/contract/standards';

/** Rows in which every given word stands somewhere: class, code, condition, closing condition or unit. */
export function rowsThatHold(rows: readonly StandardView[], text: string | undefined): readonly StandardView[] {
  const words = (text ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    const all = [row.category, row.className, row.classCode, row.conditionText, row.closingCondition, row.responsible];
    const hay = all.join(' ').toLowerCase();
    return words.every((word) => hay.includes(word));
  });
}
