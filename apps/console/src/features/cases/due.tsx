import type { CaseRow } from '@duban/contract/case-views';
import { Mark, StatusLight } from '@duban/ui/status-light';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../data/server-clock.ts';
import { useFormats } from '../../i18n/formats.ts';
import { CaseLight } from '../../words/case-words.tsx';

/** Which limit presses now, if any. */
export function pressingLimit(row: Pick<CaseRow, 'state' | 'acceptBy' | 'finishBy' | 'light'>) {
  if (row.light === 'off') return null;
  if (row.state === 'awaiting_acceptance' && row.acceptBy) return { kind: 'accept', at: row.acceptBy } as const;
  return row.finishBy ? ({ kind: 'finish', at: row.finishBy } as const) : null;
}

/** Light, limit and what is left of it, in one cell. */
export function Due({ row }: { row: CaseRow }) {
  const { t } = useTranslation('cases');
  const formats = useFormats();
  const limit = pressingLimit(row);
  if (row.closedAt) {
    return (
      <div className="case-due">
        {row.finishedLate !== null && (
          <StatusLight tone={row.finishedLate ? 'red' : 'green'}>
            {t(row.finishedLate ? 'due.late' : 'due.in_time')}
          </StatusLight>
        )}
        <span className="ui-faint ui-nowrap">{t('due.closed', { at: formats.dateTime(row.closedAt) })}</span>
      </div>
    );
  }
  if (!limit) return <CaseLight light={row.light} />;
  const left = Date.parse(limit.at) - serverNow();
  return (
    <div className="case-due">
      <span className="ui-row">
        <CaseLight light={row.light} />
        {row.light !== 'paused' && (
          <span className="ui-nowrap">
            {t(left < 0 ? 'due.over' : 'due.left', { duration: formats.duration(left) })}
          </span>
        )}
      </span>
      <span className="ui-faint ui-nowrap">
        {t(`due.${limit.kind}`, { at: formats.dateTime(limit.at) })}{' '}
        {row.provisional && <Mark>{t('provisional')}</Mark>}
      </span>
    </div>
  );
}
