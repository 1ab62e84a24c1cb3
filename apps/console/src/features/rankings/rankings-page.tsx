import { exportRanking, getRanking, type RankingRowView } from '@duban/contract/rankings';
import { mayOpenAllLists } from '@duban/rankings/lists';
import { whyNotPublishAs } from '@duban/rankings/objection';
import { EmptyPanel, FourState } from '@duban/ui/four-state';
import { PageFrame } from '@duban/ui/page-frame';
import { Mark } from '@duban/ui/status-light';
import { WhyNotButton } from '@duban/ui/why-not-button';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../data/client.ts';
import { whyNotSentence, wordsOf } from '../../data/error-words.ts';
import { useDownload } from '../../data/use-download.ts';
import { useQueryOf } from '../../data/use-query-of.ts';
import { useSession } from '../../session/use-session.ts';
import { ChoiceBar } from './choice-bar.tsx';
import { MethodPanel } from './method-panel.tsx';
import { RankingTable } from './ranking-table.tsx';
import type { Choice, RankingSearch } from './ranking-search.ts';
import './rankings.css';
import { TraceDrawer } from './trace-drawer.tsx';
import { useChoice } from './use-choice.ts';

const route = getRouteApi('/shell/rankings');
const nothing: Choice = {
  period: 'week:2026-01-05',
  group: 'streets',
  measure: 'rectification',
  comparison: 'previous',
};

/** How did the units of a group do in a period, and how was that counted? */
export function RankingsPage() {
  const { t } = useTranslation('rankings');
  const { actor } = useSession();
  const search = route.useSearch();
  const navigate = useNavigate();
  const { choice, today } = useChoice(search);
  const ranking = useQueryOf(getRanking, (choice ?? nothing) as never, {
    enabled: choice !== null,
    keepPrevious: true,
  });
  const download = useDownload(exportRanking, `${t('title')}-${choice?.period.replace(':', '-') ?? ''}.xlsx`);
  const [traced, setTraced] = useState<RankingRowView | null>(null);
  const change = (part: RankingSearch) =>
    void navigate({ to: '/rankings', search: { ...search, ...part }, resetScroll: false });
  return (
    <PageFrame
      title={t('title')}
      lead={t('lead')}
      marks={
        ranking.data && (
          <Mark tone={ranking.data.cohort.complete ? 'blue' : 'amber'}>
            {t(ranking.data.cohort.complete ? 'state.complete' : 'state.running')}
          </Mark>
        )
      }
      actions={
        <>
          <Link to="/rankings/published">
            <Button tabIndex={-1}>{t('published.title')}</Button>
          </Link>
          <Link to="/rankings/groups">
            <Button tabIndex={-1}>{t('groups.title')}</Button>
          </Link>
          <Button
            loading={download.isFetching}
            disabled={choice === null}
            onClick={() => choice && void download.fetchFile(choice as never)}
          >
            {t('export')}
          </Button>
          <WhyNotButton
            type="primary"
            whyNot={whyNotSentence(whyNotPublishAs(actor))}
            onClick={() => choice && void navigate({ to: '/rankings/publish', search: choice })}
          >
            {t('publish.open')}
          </WhyNotButton>
        </>
      }
    >
      {choice && <ChoiceBar choice={choice} today={today} onChange={change} />}
      {isProblem(ranking.error, 'peer_group.too_small') ? (
        <EmptyPanel title={t('too_small.title')} action={<Link to="/units">{t('too_small.action')}</Link>}>
          {wordsOf(ranking.error).sentence}
        </EmptyPanel>
      ) : (
        <FourState
          query={ranking}
          wordsOf={wordsOf}
          rows={12}
          isEmpty={(data) => data.total.due === 0 && data.total.exempt === 0}
          empty={<EmptyPanel title={t('empty.title')}>{t('empty.next_step')}</EmptyPanel>}
        >
          {(data) => (
            <>
              <RankingTable
                ranking={data}
                search={{ period: data.cohort.period.key, group: data.group.key, asOf: data.cohort.asOf }}
                totalsOpen={mayOpenAllLists(actor)}
                onTrace={setTraced}
              />
              <MethodPanel ranking={data} />
            </>
          )}
        </FourState>
      )}
      {traced && <TraceDrawer row={traced} onClose={() => setTraced(null)} />}
    </PageFrame>
  );
}
