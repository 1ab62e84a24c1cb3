import type { RankingView } from '@duban/contract/rankings';
import { useTranslation } from 'react-i18next';

/** The few columns that fit on paper; units that had nothing to do are named below instead of filling rows with zeros. */
export function BulletinTable({ ranking }: { ranking: RankingView }) {
  const { t } = useTranslation('rankings');
  const percent = (of: RankingView['rows'][number]['rectification']) => {
    if (of === null) return '—';
    return of.unknown === 0 ? of.rate.percent : `${of.rate.percent} (${of.lowest.percent}–${of.highest.percent})`;
  };
  const shown = ranking.rows.filter(({ counts }) => counts.due > 0 || counts.arrived > 0);
  const idle = ranking.rows.filter((row) => !shown.includes(row));
  return (
    // Below a phone's width the table scrolls sideways; the keyboard must reach it to do so.
    <div
      className="bulletin-table"
      role="region"
      tabIndex={0}
      aria-label={t('table.caption', { group: ranking.group.name })}
    >
      <table>
        <caption className="ui-hidden">{t('table.caption', { group: ranking.group.name })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('table.place')}</th>
            <th scope="col">{t('table.unit')}</th>
            <th scope="col">{t('field.arrived')}</th>
            <th scope="col">{t('field.due')}</th>
            <th scope="col">{t('field.rectified')}</th>
            <th scope="col">{t('bulletin.rectification')}</th>
            <th scope="col">{t('bulletin.on_time')}</th>
            <th scope="col">{t('field.relapsed')}</th>
            <th scope="col">{t('field.suspended')}</th>
            <th scope="col">{t('bulletin.change')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ unit, standing, counts, rectification, onTime, change }) => (
            <tr key={unit.id}>
              <td>{standing.ranked ? standing.place : t('not_ranked.word')}</td>
              <th scope="row">{unit.name}</th>
              <td>{counts.arrived}</td>
              <td>{counts.due}</td>
              <td>{counts.rectified}</td>
              <td>{percent(rectification)}</td>
              <td>{percent(onTime)}</td>
              <td>{counts.relapsed}</td>
              <td>{counts.suspended}</td>
              <td>{change.points ?? '—'}</td>
            </tr>
          ))}
          <tr>
            <td />
            <th scope="row">{t('table.total')}</th>
            <td>{ranking.total.arrived}</td>
            <td>{ranking.total.due}</td>
            <td>{ranking.total.rectified}</td>
            <td>{percent(ranking.totalRates.rectification)}</td>
            <td>{percent(ranking.totalRates.onTime)}</td>
            <td>{ranking.total.relapsed}</td>
            <td>{ranking.total.suspended}</td>
            <td />
          </tr>
        </tbody>
      </table>
      {idle.length > 0 && (
        <p>{t('bulletin.idle', { units: idle.map(({ unit }) => unit.shortName).join(t('groups.comma')) })}</p>
      )}
    </div>
  );
}
