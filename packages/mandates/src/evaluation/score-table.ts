import type { DocumentScore, Measure } from './evaluate.ts';
import { addTallies, emptyTally, ratesOf, type Tally } from './tally.ts';

/** The measures in the order of the table. For the last ones only recall says something: labels name a part. */
export const measures: readonly { readonly name: Measure; readonly title: string; readonly recallOnly: boolean }[] = [
  { name: 'directives', title: 'directives', recallOnly: false },
  { name: 'directives_within', title: '  of the shorter', recallOnly: false },
  { name: 'lead_units', title: 'lead units', recallOnly: true },
  { name: 'support_units', title: 'support units', recallOnly: true },
  { name: 'deadlines', title: 'deadlines (text)', recallOnly: false },
  { name: 'deadline_dates', title: 'deadlines (day)', recallOnly: false },
  { name: 'quantities', title: 'quantities', recallOnly: false },
  { name: 'outline', title: 'outline', recallOnly: false },
  { name: 'indicators', title: 'indicators', recallOnly: true },
  { name: 'masked', title: 'masked', recallOnly: true },
  { name: 'blanked', title: 'blanked', recallOnly: true },
  { name: 'unreadable', title: 'unreadable', recallOnly: true },
];

/** The tallies of all documents together: every item counts the same, whichever document it is in. */
export function totalOf(scores: readonly DocumentScore[]): Readonly<Record<Measure, Tally>> {
  const total = Object.fromEntries(
    measures.map(({ name }) => [name, scores.reduce((sum, score) => addTallies(sum, score.tallies[name]), emptyTally)]),
  );
  return total as Record<Measure, Tally>;
}

/** One table per document and one for all, to be read in a terminal. */
export function scoreTable(scores: readonly DocumentScore[]): string {
  const tables = [
    ...scores.map((score) => [score.document, score.tallies] as const),
    [`all ${scores.length} documents`, totalOf(scores)] as const,
  ];
  return tables.map(([name, tallies]) => table(name, tallies)).join('\n');
}

function table(name: string, tallies: Readonly<Record<Measure, Tally>>): string {
  const rows = measures
    .filter((measure) => tallies[measure.name].wanted + tallies[measure.name].found > 0)
    .map(({ name: measure, title, recallOnly }) => {
      const tally = tallies[measure];
      const { precision, recall, f1 } = ratesOf(tally);
      const counts = recallOnly
        ? `${tally.right} of ${tally.wanted}`
        : `${tally.right} of ${tally.wanted}, ${tally.found} found`;
      return [
        title.padEnd(18),
        recallOnly ? '      ' : rate(precision),
        rate(recall),
        recallOnly ? '      ' : rate(f1),
        counts,
      ].join(' ');
    });
  return [name, `${''.padEnd(18)}   prec    rec     F1`, ...rows, ''].join('\n');
}

const rate = (value: number | null): string => (value === null ? '-' : value.toFixed(3)).padStart(6);

/** Everything that is not as the label has it, for whoever works on the rules. */
export function missList({ document, misses, notInDocument }: DocumentScore): string {
  const lines = misses.map(({ measure, kind, wanted, found }) => {
    const said = kind === 'missing' ? wanted : kind === 'surplus' ? found : `${wanted || '-'} / ${found}`;
    return `${kind === 'missing' ? '-' : kind === 'surplus' ? '+' : '≠'} ${measure}: ${said}`;
  });
  return [document, ...lines, ...notInDocument.map((quote) => `? not in the document: ${quote}`), ''].join('\n');
}
