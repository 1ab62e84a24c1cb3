import { listSnapshots, previewRanking, publishRanking } from '@duban/contract/snapshots';
import { periodLabel } from '@duban/calendar/period-label';
import { parsePeriodKey } from '@duban/calendar/period';
import { mayOpenAllLists } from '@duban/rankings/lists';
import { defaultObjectionDays } from '@duban/rankings/objection';
import { FourState } from '@duban/ui/four-state';
import { PageFrame, Panel } from '@duban/ui/page-frame';
import { WhyNotButton } from '@duban/ui/why-not-button';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { App, Input, InputNumber } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { whyNotSentence, wordsOf } from '../../data/error-words.ts';
import { useCommand } from '../../data/use-command.ts';
import { useQueryOf } from '../../data/use-query-of.ts';
import { currentLocale } from '../../i18n/setup.ts';
import { useSession } from '../../session/use-session.ts';
import { MethodPanel } from './method-panel.tsx';
import { RankingTable } from './ranking-table.tsx';
import './rankings.css';
import { useChoice } from './use-choice.ts';

const route = getRouteApi('/shell/rankings/publish');

/** What would be published, looked at once more; then it is, and nothing changes it. */
export function PublishPage() {
  const { t } = useTranslation('rankings');
  const { actor } = useSession();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const { choice } = useChoice(route.useSearch());
  const preview = useQueryOf(previewRanking, (choice ?? { period: 'week:2026-01-05', group: 'streets' }) as never, {
    enabled: choice !== null,
    staleTime: 0,
  });
  const [remark, setRemark] = useState('');
  const [days, setDays] = useState<number>(defaultObjectionDays);
  const ids = { remark: useId(), days: useId() };
  const publish = useCommand(publishRanking, {
    refreshes: [listSnapshots, previewRanking],
    onDone: ({ id }) => {
      void message.success(t('publish.done'));
      void navigate({ to: '/rankings/published/$snapshotId', params: { snapshotId: id } });
    },
  });
  const label = choice ? periodLabel(parsePeriodKey(choice.period)!, currentLocale()) : '';
  return (
    <PageFrame title={t('publish.title')} lead={t('publish.lead', { period: label })}>
      <FourState query={preview} wordsOf={wordsOf} rows={12}>
        {({ ranking, countsHash, edition, whyNot }) => (
          <>
            <Panel title={t('publish.edition', { edition, group: ranking.group.name })}>
              <div className="ui-stack">
                {publish.sentence && (
                  <div role="alert" className="ui-notice ui-notice-red">
                    {publish.sentence}
                  </div>
                )}
                {whyNot && <p className="ui-notice ui-notice-amber">{whyNotSentence(whyNot)}</p>}
                <label htmlFor={ids.remark}>{t('publish.remark')}</label>
                <Input.TextArea
                  id={ids.remark}
                  rows={3}
                  maxLength={1000}
                  showCount
                  value={remark}
                  placeholder={t('publish.remark_hint')}
                  onChange={(event) => setRemark(event.target.value)}
                />
                <div className="ui-row">
                  <label htmlFor={ids.days}>{t('publish.objection_days')}</label>
                  <InputNumber
                    id={ids.days}
                    min={1}
                    max={30}
                    precision={0}
                    value={days}
                    onChange={(value) => setDays(value ?? defaultObjectionDays)}
                  />
                </div>
                <div>
                  <WhyNotButton
                    type="primary"
                    whyNot={whyNotSentence(whyNot)}
                    loading={publish.isSending}
                    onClick={() =>
                      choice && void publish.send({ ...choice, countsHash, remark, objectionDays: days } as never)
                    }
                  >
                    {t('publish.confirm')}
                  </WhyNotButton>
                </div>
              </div>
            </Panel>
            <RankingTable
              ranking={ranking}
              search={{ period: ranking.cohort.period.key, group: ranking.group.key, asOf: ranking.cohort.asOf }}
              totalsOpen={mayOpenAllLists(actor)}
            />
            <MethodPanel ranking={ranking} />
          </>
        )}
      </FourState>
    </PageFrame>
  );
}
