import { type CalendarChange, type CalendarSettings, listCalendarChanges } from '@duban/contract/calendar';
import { FourState } from '@duban/ui/four-state';
import { Panel } from '@duban/ui/page-frame';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsOf } from '../../data/error-words.ts';
import { useQueryOf } from '../../data/use-query-of.ts';
import { useFormats } from '../../i18n/formats.ts';
import { useCalendarWords } from './calendar-words.ts';

/** Who changed the calendar, in words, newest first. */
export function ChangesPanel() {
  const { t } = useTranslation('calendar');
  const formats = useFormats();
  const sentence = useChangeSentence();
  const [before, setBefore] = useState<number | undefined>();
  const changes = useQueryOf(listCalendarChanges, { before }, { keepPrevious: true });
  return (
    <Panel title={t('changes.title')}>
      <FourState
        query={changes}
        wordsOf={wordsOf}
        rows={2}
        isEmpty={(data) => data.changes.length === 0}
        empty={<p className="ui-faint">{t('changes.none')}</p>}
      >
        {(data) => (
          <>
            <ul className="calendar-changes" tabIndex={0} aria-label={t('changes.title')}>
              {data.changes.map((change) => (
                <li key={change.version}>
                  <span className="ui-faint">
                    {formats.dateTime(change.at)} {change.by?.name ?? t('changes.program')}
                  </span>
                  <span>{sentence(change)}</span>
                </li>
              ))}
            </ul>
            {data.next !== null && (
              <Button size="small" onClick={() => setBefore(data.next ?? undefined)}>
                {t('changes.more')}
              </Button>
            )}
            {before !== undefined && (
              <Button size="small" onClick={() => setBefore(undefined)}>
                {t('frame:pager.first')}
              </Button>
            )}
          </>
        )}
      </FourState>
    </Panel>
  );
}

/** What the events of the calendar carry, as far as their sentences need it. */
type ChangeData = {
  readonly day?: { readonly date: string; readonly kind: string; readonly name: string; readonly source: string };
  readonly before?: { readonly date: string; readonly kind: string; readonly name: string } | null;
  readonly days?: readonly unknown[];
  readonly year?: number;
  readonly fileName?: string;
  readonly source?: string;
  readonly settings?: CalendarSettings;
};

function useChangeSentence(): (change: CalendarChange) => string {
  const { t } = useTranslation('calendar');
  const words = useCalendarWords();
  return ({ type, data }) => {
    const { day, before, days, year, fileName, source, settings } = data as ChangeData;
    const about = day ?? before;
    return t(`changes.${type}`, {
      date: about?.date,
      kind: about && t(`kind.${about.kind}`),
      name: about?.name,
      source: day?.source ?? source,
      count: days?.length,
      year,
      file: fileName,
      settings: settings && words.settings(settings),
    });
  };
}
