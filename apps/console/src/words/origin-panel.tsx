import { getDirective } from '@duban/contract/mandates';
import { Panel } from '@duban/ui/page-frame';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQueryOf } from '../data/use-query-of.ts';
import { useSession } from '../session/use-session.ts';

type Origin = {
  readonly documentId: string;
  readonly documentTitle: string;
  readonly directiveId: string;
  readonly sourceText: string;
};

/** The sentence that it rests on, word for word, and the way to the document around it. */
export function OriginPanel({ origin }: { origin: Origin }) {
  const { t } = useTranslation('targets');
  const session = useSession();
  const directive = useQueryOf(getDirective, { id: origin.directiveId }, { staleTime: 300_000 });
  const headings = directive.data?.headings ?? [];
  return (
    <Panel title={t('origin')}>
      {headings.length > 0 && <p className="ui-faint">{headings.join(' › ')}</p>}
      <blockquote className="origin-source">{origin.sourceText}</blockquote>
      <p>
        {session.may('dispatcher', 'leader', 'inspector') ? (
          <Link
            to="/documents/$documentId"
            params={{ documentId: origin.documentId }}
            search={{ directive: origin.directiveId }}
          >
            {origin.documentTitle}
          </Link>
        ) : (
          origin.documentTitle
        )}
      </p>
    </Panel>
  );
}
