import { PageFrame } from '@duban/ui/page-frame';
import { getRouteApi } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import type { AuditSearch } from './audit-search.ts';
import { AccessList } from './access-list.tsx';
import { AuditList } from './audit-list.tsx';

const route = getRouteApi('/shell/audit');

/** What did administrators do, who signed in or failed to, and who read whose personal data? */
export function AuditPage() {
  const { t } = useTranslation('audit');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (part: AuditSearch) =>
    void navigate({ search: { ...search, ...part }, replace: true, resetScroll: false });
  const key = JSON.stringify(search);
  return (
    <PageFrame title={t('title')} lead={t('lead')}>
      <div className="ui-no-print">
        <Segmented<'audit' | 'access'>
          aria-label={t('which')}
          value={search.list ?? 'audit'}
          onChange={(list) => void navigate({ search: list === 'access' ? { list } : {} })}
          options={[
            { value: 'audit', label: t('list.audit') },
            { value: 'access', label: t('list.access') },
          ]}
        />
      </div>
      {search.list === 'access' ? (
        <AccessList key={key} search={search} onChange={change} />
      ) : (
        <AuditList key={key} search={search} onChange={change} />
      )}
    </PageFrame>
  );
}
