import {
  type CalendarDayView,
  type CalendarYearView,
  getCalendarYear,
  listCalendarChanges,
  listCalendarYears,
  resetCalendarDay,
  setCalendarDay,
} from '@duban/contract/calendar';
import { Panel } from '@duban/ui/page-frame';
import { Mark, StatusLight } from '@duban/ui/status-light';
import { WhyNotButton } from '@duban/ui/why-not-button';
import { App, Button, Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { sentenceOf } from '../../data/error-words.ts';
import { useCommand } from '../../data/use-command.ts';
import { useCalendarWords } from './calendar-words.ts';

type DayPanelProps = {
  readonly view: CalendarYearView;
  readonly date: string | undefined;
  readonly whyNotEdit: string | null;
};

/** What one date is and why; administrators change it here. */
export function DayPanel({ view, date, whyNotEdit }: DayPanelProps) {
  const { t } = useTranslation('calendar');
  const words = useCalendarWords();
  const day = view.days.find((entry) => entry.date === date);
  return (
    <Panel title={t('day.title')}>
      {day ? (
        <div className="ui-stack" aria-live="polite">
          <div className="ui-row">
            <strong>
              {day.date} {words.weekday(day.date)}
            </strong>
            <StatusLight tone={day.working ? 'blue' : 'grey'}>{words.reason(day)}</StatusLight>
            {day.provisional && <Mark tone="amber">{t('year.provisional')}</Mark>}
            {day.own && <Mark>{t('day.own')}</Mark>}
          </div>
          {day.source && (
            <span className="ui-faint">
              {t('day.source')}: {day.source}
            </span>
          )}
          {whyNotEdit === null ? (
            <DayForm key={`${day.date} ${view.version}`} day={day} version={view.version} />
          ) : (
            <WhyNotButton whyNot={whyNotEdit}>{t('day.edit')}</WhyNotButton>
          )}
        </div>
      ) : (
        <p className="ui-faint">{t('day.none')}</p>
      )}
    </Panel>
  );
}

type DayValues = { readonly kind: 'holiday' | 'workday'; readonly name: string; readonly source: string };
const refreshes = [getCalendarYear, listCalendarYears, listCalendarChanges];

function DayForm({ day, version }: { day: CalendarDayView; version: number }) {
  const { t } = useTranslation('calendar');
  const { message } = App.useApp();
  const onDone = () => void message.success(t('day.saved'));
  const set = useCommand(setCalendarDay, { refreshes, onDone });
  const reset = useCommand(resetCalendarDay, { refreshes, onDone });
  const sentence = set.sentence ?? reset.sentence;
  const rules = [{ required: true, whitespace: true, message: t('day.missing') }];
  return (
    <Form<DayValues>
      name="calendar-day"
      layout="vertical"
      requiredMark={false}
      initialValues={{
        kind: day.working || day.reason === 'feast' ? 'holiday' : 'workday',
        name: day.own ? day.name : '',
        source: day.own ? day.source : '',
      }}
      onFinish={(values) => void set.send({ date: day.date, version, ...values })}
    >
      {sentence && (
        <div role="alert" className="ui-notice ui-notice-red">
          {sentence}
        </div>
      )}
      <Form.Item name="kind" label={t('day.kind')}>
        <Radio.Group
          options={(['holiday', 'workday'] as const).map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        />
      </Form.Item>
      <Form.Item name="name" label={t('day.name')} rules={rules}>
        <Input maxLength={40} placeholder={t('day.name_hint')} autoComplete="off" />
      </Form.Item>
      <Form.Item name="source" label={t('day.source')} rules={rules}>
        <Input maxLength={200} placeholder={t('day.source_hint')} autoComplete="off" />
      </Form.Item>
      <div className="ui-row">
        <Button type="primary" htmlType="submit" loading={set.isSending}>
          {t('day.save')}
        </Button>
        <WhyNotButton
          loading={reset.isSending}
          whyNot={day.own ? null : sentenceOf('calendar.day_not_set', { date: day.date })}
          onClick={() => void reset.send({ date: day.date, version })}
        >
          {t('day.reset')}
        </WhyNotButton>
      </div>
    </Form>
  );
}
