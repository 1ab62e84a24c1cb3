import { getVersionChanges } from '@duban/contract/document-text';
import type { Reply } from '@duban/contract/endpoint';
import { taskStates, type TaskState } from '@duban/mandates/tasks/task';
import { EmptyPanel, FourState } from '@duban/ui/four-state';
import { PageFrame, Panel } from '@duban/ui/page-frame';
import { Mark } from '@duban/ui/status-light';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { wordsOf } from '../../data/error-words.ts';
import { useQueryOf } from '../../data/use-query-of.ts';
import { currentLocale } from '../../i18n/setup.ts';
import './mandates.css';

const route = getRouteApi('/shell/documents/$documentId/changes');

type Changes = Reply<typeof getVersionChanges>;

/** What did the newer version change, and what does that mean for what was already ordered? */
export function ChangesPage() {
  const { t } = useTranslation('mandates');
  const { documentId } = route.useParams();
  const changes = useQueryOf(getVersionChanges, { id: documentId });
  return (
    <PageFrame
      title={t('changes.title')}
      lead={t('changes.lead')}
      actions={
        <Link to="/documents/$documentId" params={{ documentId }}>
          {t('changes.back')}
        </Link>
      }
    >
      <FourState query={changes} wordsOf={wordsOf} rows={10}>
        {(data) => (
          <>
            <p>
              {t('changes.against')}{' '}
              <Link to="/documents/$documentId" params={{ documentId: data.previous.id }}>
                {data.previous.title}
              </Link>{' '}
              <span className="ui-faint">{data.previous.fileName}</span>
            </p>
            <Directives changes={data} />
            <Sentences changes={data} />
          </>
        )}
      </FourState>
    </PageFrame>
  );
}

const tones = { unchanged: 'grey', changed: 'amber', new: 'blue', withdrawn: 'red' } as const;

function Directives({ changes }: { changes: Changes }) {
  const { t } = useTranslation('mandates');
  const shown = changes.directives.filter(({ kind }) => kind !== 'unchanged');
  const unchanged = changes.directives.length - shown.length;
  return (
    <Panel title={t('changes.directives')}>
      <p className="ui-faint">{t('changes.unchanged', { count: unchanged })}</p>
      <ul className="changes">
        {shown.map((change) => (
          <li key={`${change.old?.id}-${change.new?.id}`}>
            <Mark tone={tones[change.kind]}>{t(`changes.${change.kind}`)}</Mark>
            {change.old && (
              <p>
                <span className="ui-faint">{t('changes.before')}</span> {change.old.text}
              </p>
            )}
            {change.new && (
              <p>
                <span className="ui-faint">{t('changes.after')}</span> {change.new.text}
              </p>
            )}
            {change.old && change.old.tasks.length > 0 && (
              <p className="ui-row">
                <span>{t('changes.tasks')}</span>
                {change.old.tasks.map((task) => (
                  <Link key={task.id} to="/tasks/$taskId" params={{ taskId: task.id }}>
                    {task.number}（{taskStates[task.state as TaskState]?.[currentLocale()] ?? task.state}）
                  </Link>
                ))}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Sentences({ changes }: { changes: Changes }) {
  const { t } = useTranslation('mandates');
  return (
    <Panel title={t('changes.sentences')}>
      <p className="ui-faint">{t('changes.kept', { count: changes.kept })}</p>
      {changes.sentences.length === 0 && <EmptyPanel title={t('changes.none')} />}
      <ul className="changes">
        {changes.sentences.map((change, i) => (
          <li key={i}>
            <Mark tone={{ added: 'blue', removed: 'red', changed: 'amber' }[change.kind] as 'blue'}>
              {t(`changes.sentence_${change.kind}`)}
            </Mark>
            <p>
              {change.kind === 'changed' ? (
                change.parts.map((part, k) =>
                  part.kind === 'kept' ? (
                    <span key={k}>{part.text}</span>
                  ) : part.kind === 'added' ? (
                    <ins key={k}>{part.text}</ins>
                  ) : (
                    <del key={k}>{part.text}</del>
                  ),
                )
              ) : change.kind === 'added' ? (
                <ins>{change.new?.text}</ins>
              ) : (
                <del>{change.old?.text}</del>
              )}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
