import type { WeekPoint } from '@duban/contract/dashboard';
import { Figure, Panel } from '@duban/ui/page-frame';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats.ts';

/** This week so far and the week before, side by side; no rate where nothing fell due. */
export function WeekFigures({ thisWeek, lastWeek }: { thisWeek: WeekPoint; lastWeek: WeekPoint }) {
  const { t } = useTranslation('dashboard');
  const formats = useFormats();
  const weeks = [
    { key: 'last', title: t('week.last'), point: lastWeek },
    { key: 'this', title: t('week.this'), point: thisWeek },
  ];
  const percent = (rate: WeekPoint['rectification']) => (rate ? `${rate.rate.percent}%` : t('no_rate'));
  return (
    <div className="ui-columns">
      {weeks.map(({ key, title, point }) => (
        <Panel
          key={key}
          title={`${title} ${point.period.first} – ${point.period.last}`}
          extra={
            <Link to="/rankings" search={{ period: point.period.key }}>
              {t('week.ranking')}
            </Link>
          }
        >
          <div className="ui-figures">
            <Figure
              value={percent(point.rectification)}
              label={t('week.rectification')}
              note={t('week.of', { part: formats.number(point.rectified), whole: formats.number(point.due) })}
            />
            <Figure
              value={percent(point.onTimeRate)}
              label={t('week.on_time')}
              note={t('week.of', { part: formats.number(point.onTime), whole: formats.number(point.due) })}
            />
            <Figure
              value={formats.number(point.arrived)}
              label={t('week.arrived')}
              note={t('week.beside', { relapsed: point.relapsed, unknown: point.unknown })}
            />
          </div>
        </Panel>
      ))}
    </div>
  );
}
