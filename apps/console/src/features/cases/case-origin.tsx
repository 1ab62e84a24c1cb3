import { getDirective } from '@duban/contract/mandates';
import { getTask } from '@duban/contract/tasks';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQueryOf } from '../../data/use-query-of.ts';
import { useSession } from '../../session/use-session.ts';

export type CaseOriginProps = { readonly taskId: string | null; readonly directiveId: string | null };

/** The way back to what ordered it: the task, and the sentence of the document word for word. */
export function CaseOrigin({ taskId, directiveId }: CaseOriginProps) {
  const { t } = useTranslation('cases');
  const session = useSession();
  const task = useQueryOf(getTask, { id: taskId ?? '' }, { enabled: taskId !== null, staleTime: 300_000 });
  const directive = useQueryOf(
    getDirective,
    { id: directiveId ?? '' },
    { enabled: directiveId !== null, staleTime: 300_000 },
  );
  if (!taskId && !directiveId) return null;
  return (
    <section className="case-origin" aria-label={t('fact.origin')}>
      <h3>{t('fact.origin')}</h3>
      {taskId && (
        <p>
          <Link to="/tasks/$taskId" params={{ taskId }}>
            {task.data ? `${task.data.number} ${task.data.title}` : t('fact.task')}
          </Link>
        </p>
      )}
      {directive.data && (
        <blockquote>
          <p>{directive.data.text}</p>
          <cite>
            {session.may('dispatcher', 'leader', 'inspector') ? (
              <Link to="/documents/$documentId" params={{ documentId: directive.data.documentId }}>
                {directive.data.documentTitle}
              </Link>
            ) : (
              directive.data.documentTitle
            )}
            {directive.data.headings.length > 0 && ` · ${directive.data.headings.join(' · ')}`}
          </cite>
        </blockquote>
      )}
    </section>
  );
}
