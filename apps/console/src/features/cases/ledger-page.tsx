import { EmptyPanel } from '@duban/ui/four-state';
import { PageFrame } from '@duban/ui/page-frame';
import { useTranslation } from 'react-i18next';

export function LedgerPage() {
  const { t } = useTranslation('cases');
  return (
    <PageFrame title={t('ledger.title')}>
      <EmptyPanel title={t('ledger.title')} />
    </PageFrame>
  );
}
