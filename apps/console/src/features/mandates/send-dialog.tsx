import { sendDocument } from '@duban/contract/document-review';
import { type DocumentView, getDocument, listDocuments } from '@duban/contract/mandates';
import { listTasks } from '@duban/contract/tasks';
import { sendingSummary, whyIncomplete, whyNotSend } from '@duban/mandates/review/review';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { whyNotSentence } from '../../data/error-words.ts';
import { useCommand } from '../../data/use-command.ts';
import { CommandDialog } from '../../fields/command-dialog.tsx';

/** The directives as the rules of the review ask about them. */
export const reviewedItems = (document: DocumentView) =>
  document.items.map((item) => ({
    ...item,
    lineUnitId: item.lineUnit?.id ?? null,
    territorialUnitIds: item.territorialUnits.map((unit) => unit.id),
  }));

/** What will be made, before it is made: it cannot be undone afterwards, only withdrawn task by task. */
export function SendDialog({ document, onClose }: { document: DocumentView; onClose: () => void }) {
  const { t } = useTranslation('mandates');
  const { message } = App.useApp();
  const command = useCommand(sendDocument, {
    refreshes: [getDocument, listDocuments, listTasks],
    onDone: ({ tasks, cases }) => {
      void message.success(t('send.done', { tasks: tasks.length, cases: cases.length }));
      onClose();
    },
  });
  const items = reviewedItems(document);
  const accepted = items.filter((item) => item.state === 'accepted');
  const { task: tasks, case: cases, left } = sendingSummary(items);
  return (
    <CommandDialog
      title={t('send.title')}
      lead={t('send.lead', { tasks, cases })}
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
