import type { CaseView } from '@duban/contract/case-views';
import { Panel } from '@duban/ui/page-frame';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats.ts';
import { useCaseWords } from '../../words/case-words.tsx';
import { type SentenceTerms, tellEvent } from './event-sentence.ts';

/** The whole history in words, newest first or as it happened. */
export function CaseHistory({ found }: { found: CaseView }) {
  const { t } = useTranslation('cases');
  const formats = useFormats();
  const words = useCaseWords();
  const [newestFirst, setNewestFirst] = useState(true);
  const units = new Map(found.units.map((unit) => [unit.id, unit.shortName]));
  const terms: SentenceTerms = {
    t: (key, values) => t(key, values ?? {}),
    formats,
    words,
    unitName: (id) => units.get(id) ?? t('unknown_unit'),
  };
  const entries = newestFirst ? found.history.toReversed() : found.history;
  return (
    <Panel
      title={t('history.title')}
      extra={
        <Button size="small" type="text" className="ui-no-print" onClick={() => setNewestFirst(!newestFirst)}>
          {newestFirst ? t('history.oldest_first') : t('history.newest_first')}
        </Button>
      }
    >
      <ol className="case-history" reversed={newestFirst}>
        {entries.map((entry) => {
          const { sentence, said } = tellEvent(entry, terms);
          return (
            <li key={entry.sequence}>
              <div className="ui-faint">
                <time dateTime={entry.at}>{formats.dateTime(entry.at)}</time>{' '}
                {entry.by
                  ? t('history.who', { name: entry.by.name, unit: entry.unit?.shortName ?? '' })
                  : t('history.by_itself')}
              </div>
              <div>{sentence}</div>
              {said && <blockquote>{said}</blockquote>}
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}
