import type { CaseRow } from '@duban/contract/case-views';
import type { Column } from '@duban/ui/data-table';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats.ts';
import { PriorityMark, StateMark, useCaseWords } from '../../words/case-words.tsx';
import { Due } from './due.tsx';

/** Every column of the ledger; the person chooses which are shown. The first cannot be hidden: it names the row. */
export const ledgerColumns = [
  'title',
  'due',
  'state',
  'handling',
  'line',
  'territorial',
  'class',
  'place',
  'source',
  'reported',
  'closed',
  'counts',
] as const;
export type LedgerColumn = (typeof ledgerColumns)[number];

export const usualColumns: readonly LedgerColumn[] = [
  'title',
  'due',
  'state',
  'handling',
  'class',
  'territorial',
  'reported',
];

const STORE = 'duban.ledger-columns';

export function rememberedColumns(): readonly LedgerColumn[] {
  const stored = localStorage.getItem(STORE)?.split(',') ?? [];
  const known = ledgerColumns.filter((column) => column === 'title' || stored.includes(column));
  return stored.length ? known : usualColumns;
}

export function rememberColumns(columns: readonly LedgerColumn[]): void {
  localStorage.setItem(STORE, columns.join(','));
}

export function useLedgerColumns(chosen: readonly LedgerColumn[]): readonly Column<CaseRow>[] {
  const { t } = useTranslation('cases');
  const formats = useFormats();
  const words = useCaseWords();
  const all: Readonly<Record<LedgerColumn, Omit<Column<CaseRow>, 'key' | 'title'>>> = {
    title: {
      isHead: true,
      cell: (row) => (
        <>
          <Link to="/cases/$caseId" params={{ caseId: row.id }} className="case-title">
            {row.title}
          </Link>
          <span className="case-number ui-faint">
            {row.number} <PriorityMark priority={row.priority} />
          </span>
        </>
      ),
    },
    due: { cell: (row) => <Due row={row} />, width: '13em' },
    state: {
      cell: (row) => (
        <>
          <StateMark state={row.state} />
          {row.pendingRequest && <div className="ui-faint">{t(`pending.${row.pendingRequest}`)}</div>}
        </>
      ),
      width: '7.5em',
    },
    handling: {
      isShort: true,
      cell: (row) => row.assignedUnit?.shortName ?? row.handlingUnit?.shortName ?? t('nobody_yet'),
    },
    line: { isShort: true, cell: (row) => row.lineUnit?.shortName ?? '' },
    territorial: { isShort: true, cell: (row) => row.territorialUnit?.shortName ?? '' },
    class: { isShort: true, cell: (row) => row.className },
    place: { cell: (row) => row.placeText },
    source: { cell: (row) => words.source(row.sourceChannel) },
    reported: { cell: (row) => <span className="ui-nowrap">{formats.date(row.reportedAt)}</span>, width: '7em' },
    closed: {
      cell: (row) => row.closedAt && <span className="ui-nowrap">{formats.date(row.closedAt)}</span>,
      width: '7em',
    },
    counts: {
      cell: (row) =>
        t('counts_line', { extensions: row.extensionCount, relapses: row.relapseCount, urges: row.urgeCount }),
    },
  };
  return ledgerColumns
    .filter((key) => chosen.includes(key))
    .map((key) => ({ key, title: t(`column.${key}`), ...all[key] }));
}
