import { EmptyPanel } from '@duban/ui/four-state';
import { PageFrame } from '@duban/ui/page-frame';
import { useTranslation } from 'react-i18next';

export function WorkPage() {
  const { t } = useTranslation('work');
  return (
    <PageFrame title={t('title')}>
      <EmptyPanel title={t('title')} />
    </PageFrame>
  );
}
