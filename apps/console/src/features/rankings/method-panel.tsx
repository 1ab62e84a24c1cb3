import type { RankingView } from '@duban/contract/rankings';
import { Panel } from '@duban/ui/page-frame';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats.ts';

/** The definition that the numbers rest on, in words, beside the numbers. */
export function MethodPanel({ ranking }: { ranking: RankingView }) {
  const { t } = useTranslation('rankings');
  return (
    <Panel title={t('method.title')}>
      <MethodList ranking={ranking} />
      <p className="ui-faint">{t('method.version', { version: ranking.methodVersion })}</p>
      <p>{t('method.burden')}</p>
    </Panel>
  );
}

/** The sentences alone, for the bulletin. */
export function MethodList({ ranking }: { ranking: RankingView }) {
  const { t } = useTranslation('rankings');
  const formats = useFormats();
  const { cohort, group, measure, compared, spread } = ranking;
  return (
    <ol className="rankings-method">
      <li>
        {t('method.cohort', {
          first: cohort.period.first,
          last: cohort.period.last,
          asOf: formats.dateTime(cohort.asOf),
        })}
        {!cohort.complete && ` ${t('method.running')}`}
      </li>
      <li>{t('method.rectification')}</li>
      <li>{t('method.on_time')}</li>
      <li>{t('method.relapse')}</li>
      <li>{t('method.unknown')}</li>
      <li>{t('method.exempt')}</li>
      <li>{t(`method.counted_by.${group.countedBy}`, { group: group.name })}</li>
      <li>{t('method.rank', { measure: t(`measure.${measure}`), minimum: group.minimumDue })}</li>
      <li>{t('method.band')}</li>
      {compared && (
        <li>
          {t('method.compared', {
            first: compared.period.first,
            last: compared.period.last,
            asOf: formats.dateTime(compared.asOf),
          })}
        </li>
      )}
      {spread && (
        <li>
          {t('method.spread', {
            best: spread.best.percent,
            median: spread.median.percent,
            worst: spread.worst.percent,
            range: spread.range,
          })}
        </li>
      )}
      <li>{t('method.units_only')}</li>
    </ol>
  );
}
