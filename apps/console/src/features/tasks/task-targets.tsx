import { listTargets } from '@duban/contract/targets';
import type { TaskView } from '@duban/contract/tasks';
import { Panel } from '@duban/ui/page-frame';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQueryOf } from '../../data/use-query-of.ts';
import { TargetStateMark, useFigureWords } from '../../words/target-words.tsx';

/** The figures that the task is to reach. A task without any has no panel. */
export function Targets({ task }: { task: TaskView }) {
  const { t } = useTranslation('tasks');
  const figure = useFigureWords();
  const targets = useQueryOf(listTargets, { taskId: task.id, limit: 30 });
  const rows = targets.data?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <Panel title={t('task.targets')}>
      <ul className="task-cases">
        {rows.map((row) => (
          <li key={row.id} className="ui-row">
            <Link to="/targets/$targetId" params={{ targetId: row.id }}>
              {row.subject}
            </Link>
            <span>{figure(row)}</span>
            <TargetStateMark state={row.state} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
