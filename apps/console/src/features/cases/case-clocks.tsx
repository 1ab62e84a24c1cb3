import { timeLimitLabel } from '@duban/calendar/time-limit';
import type { CaseView, ClockView } from '@duban/contract/case-views';
import { Panel } from '@duban/ui/page-frame';
import { Mark, StatusLight } from '@duban/ui/status-light';
import { Explained } from '@duban/ui/why-not-button';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../data/server-clock.ts';
import { currentLocale } from '../../i18n/setup.ts';
import { useFormats } from '../../i18n/formats.ts';
import { CaseLight } from '../../words/case-words.tsx';

/** Accept-by, finish-by and the limit of a dispute: when they end, what is left, and every pause with its reason. */
export function CaseClocks({ found }: { found: CaseView }) {
  const { t } = useTranslation('cases');
  const clocks = [
    { kind: 'accept', clock: found.acceptClock },
    { kind: 'finish', clock: found.finishClock },
    { kind: 'dispute', clock: found.dispute?.clock ?? null },
  ] as const;
  const started = clocks.filter(({ clock }) => clock !== null);
  return (
    <Panel title={t('clock.title')}>
      {started.length === 0 && <p className="ui-faint">{t('clock.none')}</p>}
      {started.map(({ kind, clock }) => (
        <OneClock key={kind} kind={kind} clock={clock!} late={lateness(kind, found)} />
      ))}
      {found.escalations.length > 0 && <Escalations found={found} />}
    </Panel>
  );
}

type ClockKind = 'accept' | 'finish' | 'dispute';

/** Of a clock that has stopped: was it kept? null while it runs, and for one that became moot. */
function lateness(kind: ClockKind, { acceptClock, acceptedAt, finishClock, finishedLate, closedAt }: CaseView) {
  if (kind === 'finish') return finishClock?.stoppedAt && closedAt ? finishedLate : null;
  if (kind !== 'accept' || !acceptClock?.stoppedAt || !acceptedAt) return null;
  return Date.parse(acceptedAt) > Date.parse(acceptClock.dueAt);
}

function OneClock({ kind, clock, late }: { kind: ClockKind; clock: ClockView; late: boolean | null }) {
  const { t } = useTranslation('cases');
  const formats = useFormats();
  const locale = currentLocale();
  return (
    <div className="case-clock">
      <h3>
        <Explained meaning={t(`clock.meaning_${kind}`)}>{t(`clock.${kind}`)}</Explained>{' '}
        {late === null ? (
          <CaseLight light={clock.light} />
        ) : (
          <StatusLight tone={late ? 'red' : 'green'}>
            {t(late ? `clock.late_${kind}` : `clock.kept_${kind}`)}
          </StatusLight>
        )}
      </h3>
      <p className="case-clock-due">
        <strong>{formats.dateTime(clock.dueAt)}</strong>{' '}
        {clock.provisional && (
          <Mark tone="amber">
            <Explained meaning={t('clock.meaning_provisional')}>{t('provisional')}</Explained>
          </Mark>
        )}
      </p>
      {clock.remaining !== null && clock.stoppedAt === null && (
        <p>
          {t(clock.remaining < 0 ? 'clock.over' : 'clock.left', {
            amount: timeLimitLabel({ amount: rounded(Math.abs(clock.remaining)), clock: clock.limit.clock }, locale),
          })}
          {isWorked(clock) && ` (${formats.duration(Date.parse(clock.dueAt) - serverNow())})`}
        </p>
      )}
      {clock.stoppedAt && <p>{t('clock.stopped', { at: formats.dateTime(clock.stoppedAt) })}</p>}
      <p className="ui-faint">
        {t('clock.from_limit', { at: formats.dateTime(clock.startedAt), limit: timeLimitLabel(clock.limit, locale) })}
        {clock.extensions > 0 && ` ${t('clock.extended', { count: clock.extensions })}`}
      </p>
      {clock.pauses.length > 0 && (
        <ul className="case-pauses">
          {clock.pauses.map((pause) => (
            <li key={pause.from}>
              {t(pause.until ? 'clock.paused' : 'clock.pausing', {
                reason: t(`clock.pause_${pause.reason}`),
                from: formats.dateTime(pause.from),
                until: pause.until ? formats.dateTime(pause.until) : '',
              })}
              {!pause.until && pause.planned && ` ${t('clock.planned', { at: formats.dateTime(pause.planned) })}`}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** In working time the wait is longer than its figure; lists count the time that passes. */
function isWorked({ limit, pauses }: ClockView): boolean {
  return limit.clock.includes('working') && !pauses.some(({ until }) => until === null);
}

function rounded(amount: number): number {
  return amount >= 10 ? Math.round(amount) : Math.round(amount * 10) / 10;
}

function Escalations({ found }: { found: CaseView }) {
  const { t } = useTranslation('cases');
  const formats = useFormats();
  return (
    <details>
      <summary>{t('escalation.title', { count: found.escalations.length })}</summary>
      <ul className="case-pauses">
        {found.escalations.map((one) => (
          <li key={`${one.at}-${one.code}-${one.unit?.id}`}>
            {formats.dateTime(one.at)} {t(`escalation.${one.code}`, { clock: t(`clock.${one.clock}`) })}
            {one.unit && ` → ${one.unit.shortName}`}
          </li>
        ))}
      </ul>
    </details>
  );
}
