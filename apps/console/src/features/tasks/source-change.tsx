import { getTask, keepTask, listTasks, type TaskView } from '@duban/contract/tasks';
import { Link } from '@tanstack/react-router';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../data/use-command.ts';
import { CommandDialog } from '../../fields/command-dialog.tsx';
import { useSession } from '../../session/use-session.ts';

/** A newer version of the document dropped or changed the sentence: a dispatcher keeps the task or withdraws it. */
export function SourceChange({ task }: { task: TaskView }) {
  const { t } = useTranslation('tasks');
  const session = useSession();
  const [isKeeping, setKeeping] = useState(false);
  const { changedIn, sourceChange } = task;
  if (!sourceChange || !changedIn) return null;
  const mayRead = session.may('dispatcher', 'leader', 'inspector');
  return (
    <div role="status" className="ui-notice ui-notice-amber">
      <p>
        {t(`source_change.${sourceChange}_in`, { title: changedIn.documentTitle })}{' '}
        {mayRead && (
          <Link to="/documents/$documentId/changes" params={{ documentId: changedIn.documentId }}>
            {t('source_change.look')}
          </Link>
        )}
      </p>
      {changedIn.text && <blockquote className="task-source">{changedIn.text}</blockquote>}
      {session.may('dispatcher') && (
        <p className="ui-row">
          <Button size="small" onClick={() => setKeeping(true)}>
            {t('source_change.keep')}
          </Button>
          <span className="ui-faint">{t('source_change.or_withdraw')}</span>
        </p>
      )}
      {isKeeping && <KeepDialog task={task} onClose={() => setKeeping(false)} />}
    </div>
  );
}

function KeepDialog({ task, onClose }: { task: TaskView; onClose: () => void }) {
  const { t } = useTranslation('tasks');
  const command = useCommand(keepTask, { refreshes: [getTask, listTasks], onDone: onClose });
  return (
    <CommandDialog<{ note: string }>
      title={t('source_change.keep')}
      lead={t('source_change.keep_lead')}
      verb={t('source_change.keep')}
      isSending={command.isSending}
      sentence={command.sentence}
      onClose={onClose}
      onSend={({ note }) => void command.send({ id: task.id, version: task.version, note })}
    >
      <Form.Item
        name="note"
        label={t('task.note')}
        rules={[{ required: true, whitespace: true, message: t('missing') }]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={2000} />
      </Form.Item>
    </CommandDialog>
  );
}
