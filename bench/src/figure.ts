/** One row of the table: what was measured, what it was measured against, and whether it is good enough. */
export type Figure = {
  readonly name: string;
  readonly figure: string;
  /** what the same run measured as the limit; empty where nothing comparable can be measured */
  readonly limit: string;
  /** figure to limit; null where there is no measured limit */
  readonly ratio: number | null;
  readonly target: string;
  readonly met: boolean;
};

export function ratioFigure(row: {
  readonly name: string;
  readonly figure: number;
  readonly limit: number;
  readonly unit: string;
  /** `least`: the ratio must reach the target; `most`: it must stay below */
  readonly bound: 'least' | 'most';
  readonly target: number;
}): Figure {
  const ratio = row.figure / row.limit;
  return {
    name: row.name,
    figure: quantity(row.figure, row.unit),
    limit: quantity(row.limit, row.unit),
    ratio,
    target: `${row.bound === 'least' ? '≥' : '≤'} ${row.target}`,
    met: row.bound === 'least' ? ratio >= row.target : ratio <= row.target,
  };
}

export function boundFigure(row: {
  readonly name: string;
  readonly figure: number;
  readonly unit: string;
  readonly most: number;
  /** what a bare client needed in turns with it: tells a slow server from a busy machine */
  readonly limit?: number;
}): Figure {
  return {
    name: row.name,
    figure: quantity(row.figure, row.unit),
    limit: row.limit === undefined ? '' : quantity(row.limit, row.unit),
    ratio: row.limit === undefined ? null : row.figure / row.limit,
    target: `≤ ${quantity(row.most, row.unit)}`,
    met: row.figure <= row.most,
  };
}

/** A rate that must be reached whatever the limit; the limit tells a slow program from a slow machine. */
export function leastFigure(row: {
  readonly name: string;
  readonly figure: number;
  readonly limit: number;
  readonly unit: string;
  readonly least: number;
}): Figure {
  return {
    name: row.name,
    figure: quantity(row.figure, row.unit),
    limit: quantity(row.limit, row.unit),
    ratio: row.figure / row.limit,
    target: `≥ ${quantity(row.least, row.unit)}`,
    met: row.figure >= row.least,
  };
}

/** A figure without a target. */
export function toldFigure(row: { readonly name: string; readonly figure: number; readonly unit: string }): Figure {
  return { name: row.name, figure: quantity(row.figure, row.unit), limit: '', ratio: null, target: '', met: true };
}

function quantity(value: number, unit: string): string {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return `${value.toFixed(digits)} ${unit}`;
}

export function tableOf(figures: readonly Figure[]): string {
  const heads = ['name', 'figure', 'limit', 'ratio', 'target', 'verdict'];
  const rows = figures.map(({ name, figure, limit, ratio, target, met }) => [
    name,
    figure,
    limit,
    ratio === null ? '' : ratio.toFixed(2),
    target,
    target === '' ? '' : met ? 'met' : 'MISSED',
  ]);
  const widths = heads.map((head, at) => Math.max(head.length, ...rows.map((row) => row[at]!.length)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) => cell.padEnd(widths[at]!))
      .join('  ')
      .trimEnd();
  return [line(heads), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}
