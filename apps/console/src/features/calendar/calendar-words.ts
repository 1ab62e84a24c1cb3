import type { CalendarDayView, CalendarSettings } from '@duban/contract/calendar';
import { weekdayOf } from '@duban/calendar/civil-date';
import { useTranslation } from 'react-i18next';

/** The sentences of the calendar that several of its parts use. */
export function useCalendarWords() {
  const { t } = useTranslation('calendar');
  return {
    /** 春节 · 放假, 周末休息 … */
    reason: ({ reason, name }: Pick<CalendarDayView, 'reason' | 'name'>) =>
      name ? `${name} · ${t(`reason.${reason}`)}` : t(`reason.${reason}`),
    weekday: (date: string) => t(`weekday_long.${weekdayOf(date)}`),
    settings: ({ hours, dayEnds, weekStart }: CalendarSettings) =>
      t('settings.now', {
        hours: hours.map(({ from, to }) => `${from}–${to}`).join(' '),
        ends: t(`settings.ends.${dayEnds}`),
        week: t(`weekday_long.${weekStart}`),
      }),
  };
}
