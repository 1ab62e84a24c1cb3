import type { CaseRow } from '@duban/contract/case-views';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../data/server-clock.ts';
import { useFormats } from '../../i18n/formats.ts';
import { CaseLight } from '../../words/case-words.tsx';

/** One case in a heap of work: the light, what it is, where, and what is left. */
export function WorkRow({ row }: { row: CaseRow }) {
  const { t } = useTranslation('work');
  const formats = useFormats();
  const due = row.state === 'awaiting_acceptance' ? row.acceptBy : row.finishBy;
  const left = due && row.light !== 'off' && row.light !== 'paused' ? Date.parse(due) - serverNow() : null;
  return (
    <li>
      <CaseLight light={row.light} />
      <div className="ui-grow">
        <Link to="/cases/$caseId" params={{ caseId: row.id }}>
          {row.title}
        </Link>
        <div className="ui-faint">
          {[row.number, row.placeText, (row.assignedUnit ?? row.handlingUnit)?.shortName].filter(Boolean).join(' · ')}
        </div>
      </div>
      {left !== null && (
        <span className="ui-nowrap">{t(left < 0 ? 'over' : 'left', { duration: formats.duration(left) })}</span>
      )}
    </li>
  );
}
