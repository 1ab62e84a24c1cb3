import { exportCalendarYear, getCalendarYear, type CalendarYearView } from '@duban/contract/calendar';
import { FourState } from '@duban/ui/four-state';
import { Figure, PageFrame, Panel } from '@duban/ui/page-frame';
import { StatusLight } from '@duban/ui/status-light';
import { WhyNotButton } from '@duban/ui/why-not-button';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sentenceOf, whyNotSentence, wordsOf } from '../../data/error-words.ts';
import { serverNow } from '../../data/server-clock.ts';
import { useDownload } from '../../data/use-download.ts';
import { useQueryOf } from '../../data/use-query-of.ts';
import { useFormats } from '../../i18n/formats.ts';
import { useSession } from '../../session/use-session.ts';
import './calendar.css';
import { Calculator } from './calculator.tsx';
import { ChangesPanel } from './changes-panel.tsx';
import { DayPanel } from './day-panel.tsx';
import { ImportYearDialog } from './import-year-dialog.tsx';
import { PublishYearDialog } from './publish-year-dialog.tsx';
import { SettingsPanel } from './settings-panel.tsx';
import { YearChooser } from './year-chooser.tsx';
import { YearGrid } from './year-grid.tsx';

const route = getRouteApi('/shell/calendar');

export function CalendarPage() {
  const { t } = useTranslation('calendar');
  const formats = useFormats();
  const { may } = useSession();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const today = formats.date(new Date(serverNow()).toISOString());
  const year = search.year ?? Number(today.slice(0, 4));
  const view = useQueryOf(getCalendarYear, { year }, { keepPrevious: true });
  const download = useDownload(exportCalendarYear, `${t('import.file', { year })}.xlsx`);
  const [open, setOpen] = useState<'import' | 'publish' | null>(null);
  const panels = useRef<HTMLDivElement>(null);
  const whyNotEdit = may('system_admin')
    ? null
    : sentenceOf('session.forbidden', { roles: t('frame:role.system_admin') });
  const choose = (chosen: { year?: number; date?: string }) =>
    void navigate({ search: { ...search, ...chosen }, resetScroll: false });

  return (
    <PageFrame
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          <YearChooser year={year} onChoose={(chosen) => choose({ year: chosen })} />
          <Button loading={download.isFetching} onClick={() => void download.fetchFile({ year })}>
            {t('export')}
          </Button>
          <WhyNotButton whyNot={whyNotEdit} onClick={() => setOpen('import')}>
            {t('import.open')}
          </WhyNotButton>
          <WhyNotButton
            type="primary"
            whyNot={whyNotEdit ?? whyNotSentence(view.data?.whyNotPublish ?? null)}
            onClick={() => setOpen('publish')}
          >
            {t('publish.open')}
          </WhyNotButton>
        </>
      }
    >
      <FourState query={view} wordsOf={wordsOf} rows={14}>
        {(data) => (
          <>
            <YearSummary view={data} />
            <div className="ui-main-aside calendar-columns">
              <YearGrid
                view={data}
                today={today}
                selected={search.date}
                onSelect={(date) => {
                  choose({ date });
                  // Where the panels stand above the months, the chosen day would be told out of sight.
                  if (matchMedia('(max-width: 980px)').matches) panels.current?.scrollIntoView({ block: 'start' });
                }}
              />
              <div className="ui-stack" ref={panels}>
                <DayPanel view={data} date={search.date} whyNotEdit={whyNotEdit} />
                <Calculator start={search.date ?? today} />
                <SettingsPanel head={data} whyNotEdit={whyNotEdit} />
                <ChangesPanel />
              </div>
            </div>
            {open === 'import' && <ImportYearDialog year={year} version={data.version} onClose={() => setOpen(null)} />}
            {open === 'publish' && (
              <PublishYearDialog year={year} version={data.version} onClose={() => setOpen(null)} />
            )}
          </>
        )}
      </FourState>
    </PageFrame>
  );
}

function YearSummary({ view }: { view: CalendarYearView }) {
  const { t } = useTranslation('calendar');
  const { summary, days } = view;
  const endIsOpen = summary.published && days.at(-1)?.provisional;
  return (
    <Panel
      title={
        <span className="ui-row">
          {t('year.name', { year: summary.year })}
          <StatusLight tone={summary.published ? 'green' : 'amber'}>
            {summary.published ? t('year.published') : t('year.provisional')}
          </StatusLight>
        </span>
      }
      extra={summary.source && <span className="ui-faint">{t('year.source', { source: summary.source })}</span>}
    >
      <div className="ui-stack">
        <div className="ui-figures">
          <Figure value={summary.workingDays} label={t('year.working_days')} />
          <Figure value={summary.holidays} label={t('year.holidays')} />
          <Figure value={summary.shiftedWorkingDays} label={t('year.shifted')} />
          <Figure value={summary.ownRows} label={t('year.own')} />
        </div>
        {!summary.published && <p className="ui-notice ui-notice-amber">{t('year.provisional_hint')}</p>}
        {endIsOpen && <p className="ui-notice ui-notice-blue">{t('year.end_hint')}</p>}
      </div>
    </Panel>
  );
}
