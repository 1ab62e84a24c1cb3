import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useConnection } from '../data/connection.ts';

/** Says that the server is out of reach and offers to ask again; what is on the page stays there. */
export function ConnectionBanner() {
  const { t } = useTranslation('frame');
  const queries = useQueryClient();
  // What the browser knows of the network first is asked for at once.
  useEffect(() => {
    const ask = () => void queries.refetchQueries({ type: 'active' });
    window.addEventListener('online', ask);
    return () => window.removeEventListener('online', ask);
  }, [queries]);
  if (useConnection() === 'reached') return null;
  return (
    <div role="alert" className="ui-notice ui-notice-amber connection-banner ui-no-print">
      <span>{t('connection.banner')}</span>
      <Button size="small" onClick={() => void queries.refetchQueries({ type: 'active' })}>
        {t('state.retry')}
      </Button>
    </div>
  );
}
