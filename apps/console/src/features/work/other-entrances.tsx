import { EmptyPanel } from '@duban/ui/four-state';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { navigation } from '../../frame/navigation.tsx';
import { useSession } from '../../session/use-session.ts';

/** People without cases of their own (administrators, the CPPCC) find their pages here. */
export function OtherEntrances() {
  const { t } = useTranslation('work');
  const session = useSession();
  const entrances = navigation.filter(({ to, roles }) => to !== '/' && (roles === 'all' || session.may(...roles)));
  return (
    <EmptyPanel title={t('entrances.title')}>
      <p>{t('entrances.hint')}</p>
      <ul className="entrances">
        {entrances.map(({ to, search, word }) => (
          <li key={to}>
            <Link to={to} search={(search ?? {}) as never}>
              {t(word)}
            </Link>
          </li>
        ))}
      </ul>
    </EmptyPanel>
  );
}
