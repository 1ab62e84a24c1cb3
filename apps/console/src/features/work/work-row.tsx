import { lights } from '@duban/cases/lights';
import type { CaseRow } from '@duban/contract/case-views';
import { StatusLight } from '@duban/ui/status-light';
import type { Tone } from '@duban/ui/tokens';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../data/server-clock.ts';
import { useFormats } from '../../i18n/formats.ts';
import { currentLocale } from '../../i18n/setup.ts';

const tones: Readonly<Record<CaseRow['light'], Tone>> = {
  green: 'green',
  yellow: 'amber',
  red: 'red',
  paused: 'blue',
  off: 'grey',
};

/** One case in a heap of work: the light, what it is, where, and what is left. */
export function WorkRow({ row }: { row: CaseRow }) {
  const { t } = useTranslation('work');
  const formats = useFormats();
  const due = row.state === 'awaiting_acceptance' ? row.acceptBy : row.finishBy;
  const left = due && row.light !== 'off' && row.light !== 'paused' ? Date.parse(due) - serverNow() : null;
  return (
    <li>
      <StatusLight tone={tones[row.light]}>{lights[row.light][currentLocale()]}</StatusLight>
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
