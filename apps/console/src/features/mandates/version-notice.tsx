import type { DocumentView } from '@duban/contract/mandates';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

type Props = {
  readonly document: DocumentView;
  readonly mayReview: boolean;
  readonly isSending: boolean;
  readonly onLink: (previousId: string) => void;
};

/** A document that looks like a newer version of another, and one that has a newer version, say so. */
export function VersionNotice({ document, mayReview, isSending, onLink }: Props) {
  const { t } = useTranslation('mandates');
  const [isDismissed, setDismissed] = useState(false);
  if (document.isSuperseded) {
    const newest = document.versions.at(-1)!;
    return (
      <div role="status" className="ui-notice ui-notice-amber">
        {t('versions.superseded')}{' '}
        <Link to="/documents/$documentId" params={{ documentId: newest.id }}>
          {t('versions.to_newest')}
        </Link>
      </div>
    );
  }
  const [like] = document.resembles;
  if (!like || !mayReview || isDismissed || document.items.some((item) => item.state === 'sent')) return null;
  return (
    <div role="status" className="ui-notice ui-notice-amber">
      <p>{t('versions.resembles', { title: like.title })}</p>
      <div className="ui-row">
        <Button size="small" type="primary" loading={isSending} onClick={() => onLink(like.id)}>
          {t('versions.link')}
        </Button>
        <Button size="small" onClick={() => setDismissed(true)}>
          {t('versions.not_linked')}
        </Button>
        <Link to="/documents/$documentId" params={{ documentId: like.id }}>
          {t('versions.look')}
        </Link>
      </div>
    </div>
  );
}
