import type { TargetView } from '@duban/contract/targets';
import { Panel } from '@duban/ui/page-frame';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats.ts';

/** What was done with a target or an indicator, newest first. */
export function HistoryPanel({ entries }: { entries: TargetView['history'] }) {
  const { t } = useTranslation('targets');
  const formats = useFormats();
  return (
    <Panel title={t('history')}>
      <ol className="target-history">
        {entries.toReversed().map((entry) => (
          <li key={entry.sequence}>
            <span className="ui-faint">
              {formats.dateTime(entry.at)} {entry.by?.name}
            </span>
            <div>{t(`event.${entry.type.replace('.', '_')}`)}</div>
            {entry.note && <blockquote>{entry.note}</blockquote>}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
