import type { TaskRow } from '@duban/contract/tasks';
import { type TaskState, taskStates, type TaskVerb, taskVerbs } from '@duban/mandates/tasks/task';
import { Mark, StatusLight } from '@duban/ui/status-light';
import type { Tone } from '@duban/ui/tokens';
import { Explained } from '@duban/ui/why-not-button';
import { useTranslation } from 'react-i18next';

/** The words of a task's states and verbs, the same as in the refusals of the server. */
export function useTaskWords() {
  const { i18n } = useTranslation();
  const locale = i18n.language === 'en' ? 'en' : 'zh-CN';
  const start = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
  return {
    state: (code: TaskState) => start(taskStates[code][locale]),
    verb: (code: TaskVerb) => start(taskVerbs[code][locale]),
  };
}

const tones: Readonly<Record<TaskState, Tone>> = {
  issued: 'blue',
  accepted: 'blue',
  reported_done: 'amber',
  completed: 'green',
  withdrawn: 'grey',
};

export function TaskStateMark({ state }: { state: TaskState }) {
  return <Mark tone={tones[state]}>{useTaskWords().state(state)}</Mark>;
}

/** When a task is due: the day, the words of the document, and how much either is worth. */
export function TaskDue({
  task,
}: {
  task: Pick<TaskRow, 'deadlineDate' | 'deadlineText' | 'provisional' | 'overdue'>;
}) {
  const { t } = useTranslation('tasks');
  if (!task.deadlineDate && !task.deadlineText) return <span className="ui-faint">{t('fact.none')}</span>;
  return (
    <span className="ui-row">
      {task.deadlineDate && <span className="ui-nowrap">{task.deadlineDate}</span>}
      {task.deadlineText && <span className="ui-faint">{task.deadlineText}</span>}
      {task.provisional && <Explained meaning={t('fact.provisional_meaning')}>{t('fact.provisional')}</Explained>}
      {task.overdue && <StatusLight tone="red">{t('fact.overdue')}</StatusLight>}
    </span>
  );
}
