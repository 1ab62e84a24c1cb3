import { exportSnapshot, getSnapshot, type SnapshotView } from '@duban/contract/snapshots';
import { periodLabel } from '@duban/calendar/period-label';
import { mayOpenAllLists } from '@duban/rankings/lists';
import { FourState } from '@duban/ui/four-state';
import { PageFrame } from '@duban/ui/page-frame';
import { Mark } from '@duban/ui/status-light';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { wordsOf } from '../../data/error-words.ts';
import { useDownload } from '../../data/use-download.ts';
import { useQueryOf } from '../../data/use-query-of.ts';
import { useFormats } from '../../i18n/formats.ts';
import { currentLocale } from '../../i18n/setup.ts';
import { useSession } from '../../session/use-session.ts';
import { BulletinTable } from './bulletin-table.tsx';
import { MethodList } from './method-panel.tsx';
import { ObjectionsPanel } from './objections-panel.tsx';
import './rankings.css';
import './bulletin.css';
import { RankingTable } from './ranking-table.tsx';
import { RecomputePanel } from './recompute-panel.tsx';

const route = getRouteApi('/shell/rankings/published/$snapshotId');

/** A published ranking: the bulletin as it is printed, then its lists, its objections and its proof. */
export function BulletinPage() {
  const { t } = useTranslation('rankings');
  const { snapshotId } = route.useParams();
  const { actor } = useSession();
  const snapshot = useQueryOf(getSnapshot, { id: snapshotId });
  const download = useDownload(exportSnapshot, `${t('bulletin.file')}.xlsx`);
  return (
    <PageFrame
      title={<span className="ui-no-print">{t('bulletin.title')}</span>}
      lead={<span className="ui-no-print">{t('bulletin.lead')}</span>}
      actions={
        <>
          <Button onClick={() => window.print()}>{t('bulletin.print')}</Button>
          <Button loading={download.isFetching} onClick={() => void download.fetchFile({ id: snapshotId })}>
            {t('export')}
          </Button>
        </>
      }
    >
      <FourState query={snapshot} wordsOf={wordsOf} rows={16}>
        {(data) => (
          <>
            <Editions snapshot={data} />
            <Bulletin snapshot={data} />
            <section className="ui-stack ui-no-print">
              <h2>{t('bulletin.numbers')}</h2>
              <RankingTable
                ranking={data.ranking}
                search={{ snapshotId: data.id }}
                totalsOpen={mayOpenAllLists(actor)}
              />
              <ObjectionsPanel snapshot={data} />
              <RecomputePanel snapshot={data} />
            </section>
          </>
        )}
      </FourState>
    </PageFrame>
  );
}

function Editions({ snapshot }: { snapshot: SnapshotView }) {
  const { t } = useTranslation('rankings');
  const formats = useFormats();
  if (snapshot.editions.length === 1) return null;
  return (
    <nav className="ui-notice ui-notice-blue ui-no-print" aria-label={t('published.edition')}>
      <span className="ui-row">
        {snapshot.supersededBy && <Mark tone="amber">{t('bulletin.superseded')}</Mark>}
        {snapshot.editions.map(({ id, edition, publishedAt }) => (
          <Link
            key={id}
            to="/rankings/published/$snapshotId"
            params={{ snapshotId: id }}
            aria-current={id === snapshot.id ? 'page' : undefined}
          >
            {t('bulletin.edition', { edition })} ({formats.date(publishedAt)})
          </Link>
        ))}
      </span>
    </nav>
  );
}

/** Plain paper in the manner of GB/T 9704: organ, red line, number, title, text, table, signature and date. */
function Bulletin({ snapshot }: { snapshot: SnapshotView }) {
  const { t } = useTranslation('rankings');
  const formats = useFormats();
  const { ranking, issue, publisher, jurisdictionName, groupName } = snapshot;
  const measure = t(`measure.${ranking.measure}`);
  const period = periodLabel(snapshot.period, currentLocale());
  const rates = ranking.totalRates;
  const replaced = snapshot.editions.find(({ edition }) => edition === snapshot.edition - 1);
  const { total } = ranking;
  const sentences = [
    t('bulletin.summary', {
      group: groupName,
      units: ranking.rows.length,
      first: ranking.cohort.period.first,
      last: ranking.cohort.period.last,
      due: formats.number(total.due),
      rectified: formats.number(total.rectified),
    }),
    rates.rectification &&
      t('bulletin.rates', {
        rectification: rates.rectification.rate.percent,
        onTime: rates.onTime?.rate.percent ?? '—',
      }),
    total.relapsed > 0 && t('bulletin.relapsed', { count: total.relapsed }),
    total.unknown > 0 && t('bulletin.unknown', { count: total.unknown }),
    total.exempt > 0 && t('bulletin.exempt', { count: total.exempt }),
  ].filter(Boolean);
  return (
    <article className="bulletin" lang={currentLocale()}>
      <header>
        <p className="bulletin-organ">{t('bulletin.organ', { name: jurisdictionName })}</p>
        <p className="bulletin-number">
          <span>{t('bulletin.issue', issue)}</span>
          <span>{publisher.name}</span>
          <span>{formats.date(snapshot.publishedAt)}</span>
        </p>
      </header>
      <h2>{t('bulletin.heading', { period, group: groupName, measure })}</h2>
      <p>{sentences.join(t('bulletin.between'))}</p>
      {replaced && <p>{t('bulletin.replaces', replaced.issue)}</p>}
      <BulletinTable ranking={ranking} />
      {snapshot.remark && <p className="bulletin-remark">{snapshot.remark}</p>}
      <h3>{t('method.title')}</h3>
      <MethodList ranking={ranking} />
      <p>{t('bulletin.objection', { until: formats.dateTime(snapshot.objectionsUntil) })}</p>
      <footer>
        <p className="bulletin-signature">
          {publisher.name}
          <br />
          {formats.date(snapshot.publishedAt)}
        </p>
        <p className="bulletin-proof">
          {t('bulletin.edition', { edition: snapshot.edition })}
          {snapshot.supersededBy && ` (${t('bulletin.superseded')})`} ·{' '}
          {t('method.version', { version: ranking.methodVersion })} · SHA-256 {snapshot.hash}
        </p>
      </footer>
    </article>
  );
}
