import { type DocumentView, listDocumentHistory } from '@duban/contract/mandates';
import { FourState } from '@duban/ui/four-state';
import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { wordsOf } from '../../data/error-words.ts';
import { useQueryOf } from '../../data/use-query-of.ts';
import { useFormats } from '../../i18n/formats.ts';
import { tellDocumentEvent } from './document-event.ts';

/** Everything that was done with the document, newest first. */
export function HistoryDrawer({ document, onClose }: { document: DocumentView; onClose: () => void }) {
  const { t } = useTranslation('mandates');
  const formats = useFormats();
  const history = useQueryOf(listDocumentHistory, { id: document.id }, { staleTime: 0 });
  return (
    <Drawer open onClose={onClose} title={t('facts.history')} size={480}>
      <FourState query={history} wordsOf={wordsOf} rows={8}>
        {({ entries }) => (
          <ol className="doc-history" reversed>
            {entries.toReversed().map((entry) => {
              const { sentence, said } = tellDocumentEvent(entry, t);
              return (
                <li key={entry.sequence}>
                  <span className="ui-faint">
                    {formats.dateTime(entry.at)} {entry.by?.name ?? t('event.by_program')}
                  </span>
                  <div>{sentence}</div>
                  {said && <blockquote>{said}</blockquote>}
                </li>
              );
            })}
          </ol>
        )}
      </FourState>
    </Drawer>
  );
}
