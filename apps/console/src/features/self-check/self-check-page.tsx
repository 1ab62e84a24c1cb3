import { Panel, PageFrame } from '@duban/ui/page-frame';
import { StatusLight } from '@duban/ui/status-light';
import { useTranslation } from 'react-i18next';
import { redLines } from './red-lines.ts';
import './self-check.css';

/**
 * 规范自查: each prohibition of the rules for government applications, with the setting or the absence of a function
 * that keeps it. It states what the program cannot do; how people use it is theirs to check.
 */
export function SelfCheckPage() {
  const { t } = useTranslation('self-check');
  return (
    <PageFrame title={t('title')} lead={t('lead')}>
      <p className="ui-notice ui-notice-blue">{t('scope')}</p>
      <div className="self-check-list">
        {redLines.map(({ key, kept }) => (
          <Panel
            key={key}
            title={t(`line.${key}.rule`)}
            extra={<StatusLight tone={kept === 'by_hand' ? 'amber' : 'green'}>{t(`kept.${kept}`)}</StatusLight>}
          >
            <dl className="self-check-facts">
              <dt>{t('basis')}</dt>
              <dd>{t(`line.${key}.basis`)}</dd>
              <dt>{t('how')}</dt>
              <dd>{t(`line.${key}.how`)}</dd>
            </dl>
          </Panel>
        ))}
      </div>
    </PageFrame>
  );
}
