import type { Reply } from '@duban/contract/endpoint';
import type { reportCase } from '@duban/contract/cases';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats.ts';
import { StateMark } from '../../words/case-words.tsx';

/** The case has its number; cases that look like the same one are shown beside it, for a person to decide. */
export function ReportedPanel({ reported }: { reported: Reply<typeof reportCase> }) {
  const { t } = useTranslation('cases');
  const formats = useFormats();
  const alike = reported.likelyDuplicates;
  return (
    <div className={`ui-notice ui-notice-${alike.length ? 'amber' : 'green'}`} role="status">
      <p>
        <strong>{t('report.done')}</strong>{' '}
        <Link to="/cases/$caseId" params={{ caseId: reported.id }}>
          {reported.number}
        </Link>
      </p>
      {alike.length > 0 && (
        <>
          <p>{t('report.alike', { count: alike.length })}</p>
          <ul>
            {alike.map((row) => (
              <li key={row.id}>
                <Link to="/cases/$caseId" params={{ caseId: row.id }}>
                  {row.number} {row.title}
                </Link>{' '}
                {row.placeText} {formats.dateTime(row.reportedAt)} <StateMark state={row.state} />
              </li>
            ))}
          </ul>
          <p className="ui-faint">{t('report.alike_hint')}</p>
        </>
      )}
    </div>
  );
}
