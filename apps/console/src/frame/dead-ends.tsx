import { ErrorPanel } from '@duban/ui/four-state';
import { PageFrame } from '@duban/ui/page-frame';
import { Link, useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { isPartMissing, wordsOf } from '../data/error-words.ts';

/** There is nothing at this address. */
export function NotFoundPage() {
  const { t } = useTranslation('frame');
  return (
    <main className="dead-end">
      <PageFrame title={t('not_found.title')} lead={t('not_found.hint')}>
        <p>
          <Link to="/">{t('not_found.home')}</Link>
        </p>
      </PageFrame>
    </main>
  );
}

/** A page broke or could not be fetched; the frame around it still works. */
export function PageError({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation('frame');
  const router = useRouter();
  return (
    <div className="dead-end">
      <h1 className="ui-hidden">{t('state.error_title')}</h1>
      <ErrorPanel
        words={wordsOf(error)}
        onRetry={() => {
          if (isPartMissing(error)) return window.location.reload();
          reset();
          void router.invalidate();
        }}
      />
    </div>
  );
}

export function PagePending() {
  const { t } = useTranslation('frame');
  return (
    <div role="status" className="ui-loading">
      <span className="ui-hidden">{t('state.loading')}</span>
      <Skeleton active paragraph={{ rows: 6 }} />
    </div>
  );
}
