import {
  acceptTask,
  confirmTask,
  getTask,
  listTasks,
  reportTaskDone,
  returnTask,
  type TaskView,
  withdrawTask,
} from '@duban/contract/tasks';
import type { TaskVerb } from '@duban/mandates/tasks/task';
import { App, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../data/use-command.ts';
import { CommandDialog } from '../../fields/command-dialog.tsx';
import { useTaskWords } from './task-words.tsx';

const endpoints = {
  accept: acceptTask,
  report_done: reportTaskDone,
  confirm: confirmTask,
  return: returnTask,
  withdraw: withdrawTask,
} as const satisfies Record<TaskVerb, unknown>;

/** These have to say something: what was achieved, what is missing, why it ends. */
const needsNote: readonly TaskVerb[] = ['report_done', 'return', 'withdraw'];

export function TaskVerbDialog({ task, verb, onClose }: { task: TaskView; verb: TaskVerb; onClose: () => void }) {
  const { t } = useTranslation('tasks');
  const words = useTaskWords();
  const { message } = App.useApp();
  const command = useCommand(endpoints[verb] as typeof acceptTask, {
    refreshes: [getTask, listTasks],
    onDone: () => {
      void message.success(t('task.done', { verb: words.verb(verb) }));
      onClose();
    },
  });
  const required = needsNote.includes(verb);
  return (
    <CommandDialog<{ note?: string }>
      title={`${words.verb(verb)} · ${task.number}`}
      lead={t('task.sure', { verb: words.verb(verb) })}
      verb={words.verb(verb)}
      danger={verb === 'withdraw'}
      isSending={command.isSending}
      sentence={command.sentence}
      onClose={onClose}
      onSend={({ note }) => void command.send({ id: task.id, version: task.version, note: note ?? '' })}
    >
      <Form.Item
        name="note"
        label={t('task.note')}
        rules={required ? [{ required: true, whitespace: true, message: t('missing') }] : []}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
      </Form.Item>
    </CommandDialog>
  );
}
