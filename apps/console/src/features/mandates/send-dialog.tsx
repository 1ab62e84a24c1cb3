import { sendDocument } from '@duban/contract/document-review';
import { type DocumentView, listDocuments } from '@duban/contract/mandates';
import { listPromises } from '@duban/contract/promises';
import { listIndicators, listTargets } from '@duban/contract/targets';
import { listTasks } from '@duban/contract/tasks';
import { allOutcomes, sendingSummary, whyIncomplete, whyNotSend } from '@duban/mandates/review/review';
import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { whyNotSentence } from '../../data/error-words.ts';
import { useCommand } from '../../data/use-command.ts';
import { CommandDialog } from '../../fields/command-dialog.tsx';
import { reviewedItem } from './reviewed-items.ts';
import { putInto } from './use-review.ts';

/** What will be made, before it is made: it cannot be undone afterwards, only withdrawn one by one. */
export function SendDialog({ document, onClose }: { document: DocumentView; onClose: () => void }) {
  const { t } = useTranslation('mandates');
  const { message } = App.useApp();
  const queries = useQueryClient();
  const items = document.items.map(reviewedItem);
  const summary = sendingSummary(items);
  const { left } = summary;
  const words = (made: Record<(typeof allOutcomes)[number], number>) =>
    allOutcomes
      .filter((outcome) => made[outcome] > 0)
      .map((outcome) => t(`send.made_${outcome}`, { count: made[outcome] }))
      .join(t('list_comma'));
  const command = useCommand(sendDocument, {
    refreshes: [listDocuments, listTasks, listTargets, listIndicators, listPromises],
    onDone: (reply) => {
      putInto(queries, reply);
      const { tasks, targets, indicators, promises, cases } = reply;
      const made = {
        task: tasks.length,
        target: targets.length,
        indicator: indicators.length,
        promise: promises.length,
        case: cases.length,
      };
      void message.success(t('send.done', { made: words(made) }));
      onClose();
    },
  });
  const accepted = items.filter((item) => item.state === 'accepted');
  return (
    <CommandDialog
      title={t('send.title')}
      lead={t('send.lead', { made: words(summary) })}
      verb={t('send.verb')}
      isSending={command.isSending}
      sentence={command.sentence}
      whyNot={whyNotSentence(whyNotSend(items))}
      onClose={onClose}
      onSend={() => void command.send({ id: document.id, version: document.version })}
    >
      <ul className="send-list">
        {accepted.map((item) => {
          const missing = whyNotSentence(whyIncomplete(item));
          return (
            <li key={item.id}>
              <strong>{item.action}</strong>
              <br />
              {missing ? (
                <span className="proposal-incomplete">{missing}</span>
              ) : (
                <span className="ui-faint">
                  {[
                    t(`outcome.${item.outcome}`),
                    item.lineUnit?.shortName,
                    item.territorialUnits.map((unit) => unit.shortName).join('、') || t('fact.whole_territory'),
                    item.deadlineDate ?? item.deadlineText,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              )}
            </li>
          );
        })}
      </ul>
      {left > 0 && <p className="ui-faint">{t('send.left', { count: left })}</p>}
    </CommandDialog>
  );
}
