import { weekdayOf } from '@duban/calendar/civil-date';
import { periodLabel } from '@duban/calendar/period-label';
import {
  nextPeriod,
  parsePeriodKey,
  type PeriodKind,
  periodOf,
  previousPeriod,
  yearBefore,
} from '@duban/calendar/period';
import { listPeerGroups } from '@duban/contract/peer-groups';
import { measures } from '@duban/rankings/measure';
import { ChoiceList } from '@duban/ui/choice-list';
import { Button, Input, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useQueryOf } from '../../data/use-query-of.ts';
import { useWeekStart } from '../../data/week-start.ts';
import { currentLocale } from '../../i18n/setup.ts';
import { type Choice, keyOf, type RankingSearch } from './ranking-search.ts';

const kinds = ['week', 'ten-days', 'month', 'quarter'] as const;

/** Which period, which group, by which rate. What is chosen is in the address, so the page can be passed on. */
export function ChoiceBar({
  choice,
  today,
  onChange,
}: {
  choice: Choice;
  today: string;
  onChange: (part: RankingSearch) => void;
}) {
  const { t } = useTranslation('rankings');
  const weekStart = useWeekStart() ?? 1;
  const groups = useQueryOf(listPeerGroups, {});
  const period = parsePeriodKey(choice.period)!;
  const cut = period.kind === 'week' ? weekdayOf(period.first) : weekStart;
  const options = (groups.data?.groups ?? []).map((group) => ({ value: group.key as string, label: group.name }));
  const isLast = nextPeriod(period).first > today;
  return (
    <div className="rankings-choice ui-no-print" role="group" aria-label={t('choice.title')}>
      <Segmented<PeriodKind>
        aria-label={t('choice.kind')}
        value={period.kind}
        options={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        onChange={(kind) => onChange({ period: keyOf(periodOf(kind, period.first, { weekStart })) })}
      />
      <span className="ui-row">
        <span className="rankings-period">
          <Button aria-label={t('choice.earlier')} onClick={() => onChange({ period: keyOf(previousPeriod(period)) })}>
            ‹
          </Button>
          <strong aria-live="polite">{periodLabel(period, currentLocale())}</strong>
          <Button
            aria-label={t('choice.later')}
            disabled={isLast}
            onClick={() => onChange({ period: keyOf(nextPeriod(period)) })}
          >
            ›
          </Button>
        </span>
        <Input
          type="date"
          aria-label={t('choice.date')}
          className="rankings-date"
          value={period.first}
          max={today}
          onChange={({ target }) =>
            target.value && onChange({ period: keyOf(periodOf(period.kind, target.value, { weekStart: cut })) })
          }
        />
      </span>
      <ChoiceList
        aria-label={t('choice.group')}
        className="ui-field"
        value={choice.group}
        options={options}
        loading={groups.isPending}
        onChange={(group) => onChange({ group })}
      />
      <ChoiceList
        aria-label={t('choice.measure')}
        className="ui-field-short"
        value={choice.measure}
        options={measures.map((measure) => ({ value: measure, label: t(`measure.${measure}`) }))}
        onChange={(measure) => onChange({ measure })}
      />
      <ChoiceList
        aria-label={t('choice.comparison')}
        className="ui-field-short"
        value={choice.comparison}
        options={[
          { value: 'previous' as const, label: t('comparison.previous') },
          { value: 'year' as const, label: t('comparison.year'), disabled: yearBefore(period) === null },
        ]}
        onChange={(comparison) => onChange({ comparison })}
      />
    </div>
  );
}
