import { whyNotWorkingHours } from '@duban/calendar/working-hours';
import {
  type CalendarHead,
  type CalendarSettings,
  getCalendarYear,
  listCalendarChanges,
  listCalendarYears,
  setCalendarSettings,
} from '@duban/contract/calendar';
import { Panel } from '@duban/ui/page-frame';
import { WhyNotButton } from '@duban/ui/why-not-button';
import { ChoiceList } from '@duban/ui/choice-list';
import { Dialog } from '@duban/ui/dialog';
import { App, Button, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { whyNotSentence } from '../../data/error-words.ts';
import { useCommand } from '../../data/use-command.ts';
import { useCalendarWords } from './calendar-words.ts';

/** The hours of the offices, in words; administrators change them in a dialog. */
export function SettingsPanel({ head, whyNotEdit }: { head: CalendarHead; whyNotEdit: string | null }) {
  const { t } = useTranslation('calendar');
  const words = useCalendarWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <Panel title={t('settings.title')}>
      <p>{words.settings(head.settings)}</p>
      <WhyNotButton whyNot={whyNotEdit} onClick={() => setOpen(true)}>
        {t('settings.change')}
      </WhyNotButton>
      {isOpen && <SettingsDialog head={head} onClose={() => setOpen(false)} />}
    </Panel>
  );
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

function SettingsDialog({ head, onClose }: { head: CalendarHead; onClose: () => void }) {
  const { t } = useTranslation('calendar');
  const { message } = App.useApp();
  const [settings, setSettings] = useState<CalendarSettings>(head.settings);
  const command = useCommand(setCalendarSettings, {
    refreshes: [getCalendarYear, listCalendarYears, listCalendarChanges],
    onDone: () => {
      void message.success(t('settings.saved'));
      onClose();
    },
  });
  const change = (part: Partial<CalendarSettings>) => setSettings({ ...settings, ...part });
  const changeSession = (at: number, part: { from?: string; to?: string }) =>
    change({ hours: settings.hours.map((session, index) => (index === at ? { ...session, ...part } : session)) });
  const whyNot = whyNotSentence(whyNotWorkingHours(settings.hours));
  return (
    <Dialog title={t('settings.change')} onCancel={onClose}>
      <div className="ui-stack">
        <fieldset className="calendar-sessions">
          <legend>{t('settings.hours')}</legend>
          {settings.hours.map((session, at) => (
            <div key={at} className="ui-row">
              <Input
                type="time"
                aria-label={t('settings.from', { number: at + 1 })}
                value={session.from}
                onChange={(event) => changeSession(at, { from: event.target.value })}
              />
              <span aria-hidden="true">–</span>
              <Input
                type="time"
                aria-label={t('settings.to', { number: at + 1 })}
                value={session.to}
                onChange={(event) => changeSession(at, { to: event.target.value })}
              />
              <Button
                aria-label={t('settings.remove', { number: at + 1 })}
                onClick={() => change({ hours: settings.hours.filter((_, index) => index !== at) })}
              >
                ×
              </Button>
            </div>
          ))}
          <Button
            disabled={settings.hours.length >= 6}
            onClick={() => change({ hours: [...settings.hours, { from: '19:00', to: '21:00' }] })}
          >
            {t('settings.add')}
          </Button>
        </fieldset>
        <fieldset className="calendar-sessions">
          <legend>{t('settings.day_ends')}</legend>
          <Radio.Group
            value={settings.dayEnds}
            options={(['close_of_business', 'midnight'] as const).map((ends) => ({
              value: ends,
              label: t(`settings.ends.${ends}`),
            }))}
            onChange={(event) => change({ dayEnds: event.target.value as CalendarSettings['dayEnds'] })}
          />
        </fieldset>
        <label className="ui-row">
          {t('settings.week_start')}
          <ChoiceList
            aria-label={t('settings.week_start')}
            value={settings.weekStart}
            options={WEEKDAYS.map((weekday) => ({ value: weekday, label: t(`weekday_long.${weekday}`) }))}
            onChange={(weekStart) => change({ weekStart })}
            popupMatchSelectWidth={false}
          />
        </label>
        {(command.sentence ?? whyNot) && (
          <div role="alert" className="ui-notice ui-notice-red">
            {command.sentence ?? whyNot}
          </div>
        )}
        <div>
          <WhyNotButton
            type="primary"
            whyNot={whyNot}
            loading={command.isSending}
            onClick={() => void command.send({ ...settings, version: head.version })}
          >
            {t('settings.save')}
          </WhyNotButton>
        </div>
      </div>
    </Dialog>
  );
}
