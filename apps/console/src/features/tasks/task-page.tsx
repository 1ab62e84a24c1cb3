import { listCases } from '@duban/contract/case-lists';
import { getTask, type TaskView } from '@duban/contract/tasks';
import type { TaskVerb } from '@duban/mandates/tasks/task';
import { reportingRoles } from '@duban/cases/verbs';
import { FourState } from '@duban/ui/four-state';
import { PageFrame, Panel } from '@duban/ui/page-frame';
import { WhyNotButton } from '@duban/ui/why-not-button';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsOf } from '../../data/error-words.ts';
import { useQueryOf } from '../../data/use-query-of.ts';
import { useFormats } from '../../i18n/formats.ts';
import { useSession } from '../../session/use-session.ts';
import { CaseLight, StateMark } from '../../words/case-words.tsx';
import { TaskVerbDialog } from './task-verb-dialog.tsx';
import { TaskDue, TaskStateMark, useTaskWords } from './task-words.tsx';
import { SourceChange } from './source-change.tsx';
import { Targets } from './task-targets.tsx';
import './tasks.css';

const route = getRouteApi('/shell/tasks/$taskId');

export function TaskPage() {
  const { taskId } = route.useParams();
  const task = useQueryOf(getTask, { id: taskId });
  return (
    <FourState query={task} wordsOf={wordsOf} rows={10}>
      {(data) => <Task task={data} />}
    </FourState>
  );
}

/** One task: who does what until when, the sentence that ordered it, the cases it led to, and what can be done now. */
function Task({ task }: { task: TaskView }) {
  const words = useTaskWords();
  const [verb, setVerb] = useState<TaskVerb | null>(null);
  const usable = task.actions.filter((action) => action.refusal?.code !== 'task.role_needed');
  return (
    <PageFrame
      title={task.title}
      lead={task.number}
      marks={<TaskStateMark state={task.state} />}
      actions={usable.map((action) => (
        <WhyNotButton
          key={action.verb}
          whyNot={action.refusal?.title ?? null}
          danger={action.verb === 'withdraw'}
          type={action.refusal === null && action.verb !== 'withdraw' ? 'primary' : 'default'}
          onClick={() => setVerb(action.verb)}
        >
          {words.verb(action.verb)}
        </WhyNotButton>
      ))}
    >
      {task.sourceChange && <SourceChange task={task} />}
      <div className="ui-main-aside">
        <div className="ui-stack">
          <Source task={task} />
          <Targets task={task} />
          <Cases task={task} />
        </div>
        <div className="ui-stack">
          <Facts task={task} />
          <History task={task} />
        </div>
      </div>
      {verb && <TaskVerbDialog task={task} verb={verb} onClose={() => setVerb(null)} />}
    </PageFrame>
  );
}

function Source({ task }: { task: TaskView }) {
  const { t } = useTranslation('tasks');
  const session = useSession();
  return (
    <Panel title={t('task.source')}>
      {task.headings.length > 0 && <p className="ui-faint">{task.headings.join(' › ')}</p>}
      <blockquote className="task-source">{task.sourceText}</blockquote>
      <p>
        {session.may('dispatcher', 'leader', 'inspector') ? (
          <Link
            to="/documents/$documentId"
            params={{ documentId: task.documentId }}
            search={{ directive: task.directiveId }}
          >
            {task.documentTitle}（{t('task.open_document')}）
          </Link>
        ) : (
          task.documentTitle
        )}
      </p>
    </Panel>
  );
}

const SHOWN_CASES = 10;

function Cases({ task }: { task: TaskView }) {
  const { t } = useTranslation('tasks');
  const session = useSession();
  const cases = useQueryOf(listCases, { taskId: task.id, limit: SHOWN_CASES });
  return (
    <Panel
      title={t('task.cases')}
      extra={
        session.may(...reportingRoles) && (
          <Link to="/cases/new" search={{ taskId: task.id, directiveId: task.directiveId }}>
            {t('task.report_case')}
          </Link>
        )
      }
    >
      <FourState
        query={cases}
        wordsOf={wordsOf}
        rows={3}
        isEmpty={(data) => data.rows.length === 0}
        empty={<p className="ui-faint">{t('task.no_cases')}</p>}
      >
        {(data) => (
          <ul className="task-cases">
            {data.rows.map((row) => (
              <li key={row.id} className="ui-row">
                <Link to="/cases/$caseId" params={{ caseId: row.id }}>
                  {row.number} {row.title}
                </Link>
                <StateMark state={row.state} />
                <CaseLight light={row.light} />
              </li>
            ))}
            {data.next !== null && (
              <li>
                <Link to="/cases">{t('task.all_cases')}</Link>
              </li>
            )}
          </ul>
        )}
      </FourState>
    </Panel>
  );
}

function Facts({ task }: { task: TaskView }) {
  const { t } = useTranslation('tasks');
  const formats = useFormats();
  return (
    <Panel>
      <dl className="task-facts">
        <dt>{t('column.due')}</dt>
        <dd>
          <TaskDue task={task} />
        </dd>
        <dt>{t('column.target')}</dt>
        <dd>{task.targetText || t('fact.none')}</dd>
        <dt>{t('column.line')}</dt>
        <dd>{task.lineUnit.name}</dd>
        <dt>{t('column.ground')}</dt>
        <dd>{task.territorialUnit?.name ?? t('fact.whole_territory')}</dd>
        {task.supportUnits.length > 0 && (
          <>
            <dt>{t('fact.support')}</dt>
            <dd>{task.supportUnits.map((unit) => unit.shortName).join('、')}</dd>
          </>
        )}
        <dt>{t('fact.issued')}</dt>
        <dd>
          {formats.dateTime(task.issuedAt)} {task.issuedBy.name}
        </dd>
        {task.note && (
          <>
            <dt>{t('fact.last_note')}</dt>
            <dd>{task.note}</dd>
          </>
        )}
      </dl>
    </Panel>
  );
}

function History({ task }: { task: TaskView }) {
  const { t } = useTranslation('tasks');
  const formats = useFormats();
  return (
    <Panel title={t('task.history')}>
      <ol className="task-history">
        {task.history.map((entry) => (
          <li key={entry.sequence}>
            <strong>{t(`event.${entry.type.replace('task.', '')}`)}</strong>{' '}
            <span className="ui-faint">
              {formats.dateTime(entry.at)} {entry.by?.name} {entry.unit?.shortName}
            </span>
            {entry.note && <p>{entry.note}</p>}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
