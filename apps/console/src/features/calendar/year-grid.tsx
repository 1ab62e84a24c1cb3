import { addDays, weekdayOf, type Weekday } from '@duban/calendar/civil-date';
import type { CalendarDayView, CalendarYearView } from '@duban/contract/calendar';
import { ToneShape } from '@duban/ui/status-light';
import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useCalendarWords } from './calendar-words.ts';

type YearGridProps = {
  readonly view: CalendarYearView;
  readonly today: string;
  readonly selected: string | undefined;
  readonly onSelect: (date: string) => void;
};

const SIGNED = ['holiday', 'feast', 'shifted_working_day'] as const;
const isSigned = (kind: string): kind is (typeof SIGNED)[number] => (SIGNED as readonly string[]).includes(kind);

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/**
 * Twelve months. One date is in the tab order; the arrow keys move by a day or a week, as in any calendar. Every kind
 * of day has a sign besides its colour: 休, 班, 节, a dashed frame where nothing is certain yet.
 */
export function YearGrid({ view, today, selected, onSelect }: YearGridProps) {
  const { t } = useTranslation('calendar');
  const grid = useRef<HTMLDivElement>(null);
  const { days, summary, settings } = view;
  const entry = [selected, today].find((date) => date?.startsWith(`${summary.year}-`)) ?? days[0]!.date;

  function move(event: KeyboardEvent) {
    const step = STEPS[event.key];
    const here = document.activeElement?.getAttribute('data-date');
    if (step === undefined || !here) return;
    event.preventDefault();
    grid.current?.querySelector<HTMLElement>(`[data-date="${addDays(here, step)}"]`)?.focus();
  }
  return (
    <div className="ui-stack">
      <div className="calendar-year" ref={grid} onKeyDown={move}>
        {Array.from({ length: 12 }, (_, at) => (
          <Month
            key={at}
            year={summary.year}
            month={at + 1}
            weekStart={settings.weekStart}
            days={days.filter(({ date }) => Number(date.slice(5, 7)) === at + 1)}
            marks={{ today, selected, entry }}
            onSelect={onSelect}
          />
        ))}
      </div>
      <ul className="calendar-legend" aria-label={t('legend.title')}>
        {(
          ['plain_working_day', 'weekend', 'holiday', 'shifted_working_day', 'feast', 'provisional', 'own'] as const
        ).map((kind) => (
          <li key={kind}>
            <span className={`calendar-day calendar-${kind}`} aria-hidden="true">
              12
              {isSigned(kind) && <small>{t(`sign.${kind}`)}</small>}
              {kind === 'own' && <i className="calendar-own-dot" />}
            </span>
            {t(`legend.${kind}`)}
          </li>
        ))}
      </ul>
    </div>
  );
}

type MonthProps = {
  readonly year: number;
  readonly month: number;
  readonly weekStart: Weekday;
  readonly days: readonly CalendarDayView[];
  readonly marks: { readonly today: string; readonly selected: string | undefined; readonly entry: string };
  readonly onSelect: (date: string) => void;
};

function Month({ year, month, weekStart, days, marks, onSelect }: MonthProps) {
  const { t } = useTranslation('calendar');
  const weekdays = Array.from({ length: 7 }, (_, at) => (((weekStart - 1 + at) % 7) + 1) as Weekday);
  const isProvisional = days.every(({ provisional }) => provisional);
  return (
    <table className={`calendar-month ${isProvisional ? 'calendar-month-provisional' : ''}`}>
      <caption>
        <strong>{t('month.caption', { year, name: t(`month.names.${month}`) })}</strong>
        {isProvisional && (
          <span className="ui-light ui-tone-amber">
            <ToneShape tone="amber" size={10} />
            {t('year.provisional')}
          </span>
        )}
        <span className="ui-faint">
          {t('month.working_days', { count: days.filter(({ working }) => working).length })}
        </span>
      </caption>
      <thead>
        <tr>
          {weekdays.map((weekday) => (
            <th key={weekday} scope="col">
              <span aria-hidden="true">{t(`weekday.${weekday}`)}</span>
              <span className="ui-hidden">{t(`weekday_long.${weekday}`)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(days, weekStart).map((week) => (
          <tr key={week.find((day) => day)?.date}>
            {week.map((day, at) => (
              <td key={day?.date ?? at}>{day && <Day day={day} marks={marks} onSelect={onSelect} />}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({ day, marks, onSelect }: { day: CalendarDayView } & Pick<MonthProps, 'marks' | 'onSelect'>) {
  const { t } = useTranslation('calendar');
  const words = useCalendarWords();
  const { date, reason, provisional, own } = day;
  const sign = isSigned(reason) ? t(`sign.${reason}`) : '';
  const classes = [
    'calendar-day',
    `calendar-${reason}`,
    provisional ? 'calendar-provisional' : '',
    date === marks.today ? 'calendar-today' : '',
  ];
  const label = [
    date,
    words.weekday(date),
    words.reason(day),
    provisional && t('year.provisional'),
    own && t('day.own'),
  ];
  return (
    <button
      type="button"
      data-date={date}
      className={classes.join(' ')}
      tabIndex={date === marks.entry ? 0 : -1}
      aria-pressed={date === marks.selected}
      aria-current={date === marks.today ? 'date' : undefined}
      title={label.filter(Boolean).join(' · ')}
      onClick={() => onSelect(date)}
    >
      <span className="ui-hidden">{label.filter(Boolean).join(', ')}</span>
      <span aria-hidden="true">{Number(date.slice(8))}</span>
      {sign && <small aria-hidden="true">{sign}</small>}
      {own && <i className="calendar-own-dot" aria-hidden="true" />}
    </button>
  );
}

/** The dates of a month in rows of seven; null where another month would stand. */
function weeksOf(days: readonly CalendarDayView[], weekStart: Weekday): (CalendarDayView | null)[][] {
  const before = (weekdayOf(days[0]!.date) - weekStart + 7) % 7;
  const cells: (CalendarDayView | null)[] = [...Array<null>(before).fill(null), ...days];
  const weeks: (CalendarDayView | null)[][] = [];
  for (let at = 0; at < cells.length; at += 7) {
    const week = cells.slice(at, at + 7);
    weeks.push([...week, ...Array<null>(7 - week.length).fill(null)]);
  }
  return weeks;
}
