import { parseTimeLimit } from '@duban/calendar/time-limit-text';
import { computeDeadline, type DeadlineView } from '@duban/contract/calendar';
import { Panel } from '@duban/ui/page-frame';
import { StatusLight } from '@duban/ui/status-light';
import { WhyNotButton } from '@duban/ui/why-not-button';
import { FourState } from '@duban/ui/four-state';
import { Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { whyNotSentence, wordsOf } from '../../data/error-words.ts';
import { useQueryOf } from '../../data/use-query-of.ts';
import { useFormats } from '../../i18n/formats.ts';
import { useCalendarWords } from './calendar-words.ts';

/** A date and a limit: when it ends, and what the clock made of every day between. */
export function Calculator({ start }: { start: string }) {
  const { t } = useTranslation('calendar');
  const ids = { start: useId(), limit: useId() };
  const [from, setFrom] = useState<string | null>(null);
  const [limit, setLimit] = useState(() => t('calculator.usual'));
  const [asked, setAsked] = useState<{ start: string; limit: string } | null>(null);
  const day = from ?? start;
  const parsed = parseTimeLimit(limit);
  const whyNot = whyNotSentence('refused' in parsed ? parsed : null);
  const answer = useQueryOf(computeDeadline, asked ?? { start, limit }, { enabled: asked !== null });
  // An answer never stands below a question that was changed after it.
  const isAnswered = asked !== null && asked.start === day && asked.limit === limit;
  return (
    <Panel title={t('calculator.title')}>
      <form
        className="ui-stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (whyNot === null && day) setAsked({ start: day, limit });
        }}
      >
        <div className="calendar-fields">
          <label htmlFor={ids.start}>{t('calculator.start')}</label>
          <Input id={ids.start} type="date" required value={day} onChange={(event) => setFrom(event.target.value)} />
          <label htmlFor={ids.limit}>{t('calculator.limit')}</label>
          <Input
            id={ids.limit}
            value={limit}
            maxLength={40}
            placeholder={t('calculator.limit_hint')}
            onChange={(event) => setLimit(event.target.value)}
          />
        </div>
        {whyNot && <p className="ui-notice ui-notice-amber">{whyNot}</p>}
        <div>
          <WhyNotButton whyNot={whyNot} htmlType="submit">
            {t('calculator.compute')}
          </WhyNotButton>
        </div>
      </form>
      {isAnswered && (
        <FourState query={answer} wordsOf={wordsOf} rows={3}>
          {(found) => <Answer found={found} />}
        </FourState>
      )}
    </Panel>
  );
}

function Answer({ found }: { found: DeadlineView }) {
  const { t } = useTranslation('calendar');
  const words = useCalendarWords();
  const formats = useFormats();
  return (
    <div className="ui-stack calendar-answer" role="status">
      <p>
        {t('calculator.answer')}{' '}
        <strong>
          {found.date} {words.weekday(found.date)} {formats.time(found.at)}
        </strong>{' '}
        {found.provisional && <StatusLight tone="amber">{t('calculator.provisional')}</StatusLight>}
      </p>
      <details open={found.notes.length <= 31}>
        <summary>{t('calculator.days')}</summary>
        <ol className="calendar-notes" tabIndex={0} aria-label={t('calculator.days')}>
          {found.notes.map((note) => (
            <li key={note.date} className={`calendar-note-${note.role}`}>
              <span>{formats.day(note.date)}</span>
              <span>
                {note.role === 'counted' && note.count !== null
                  ? t('calculator.counted', { count: note.count })
                  : t(`calculator.role.${note.role}`, { reason: words.reason(note) })}
                {note.role !== 'off' && note.name && ` (${words.reason(note)})`}
              </span>
            </li>
          ))}
        </ol>
      </details>
    </div>
  );
}
