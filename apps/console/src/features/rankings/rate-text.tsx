import type { MeasuredRateView } from '@duban/contract/rankings';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** A rate with its two counts; no rate is said in words, and unknown outcomes widen it openly. */
export function RateText({
  of,
  bold = false,
  numerator,
}: {
  of: MeasuredRateView | null;
  bold?: boolean;
  /** the upper count as a link to its list */
  numerator?: ReactNode;
}) {
  const { t } = useTranslation('rankings');
  if (of === null) return <span className="ui-faint">{t('rate.none')}</span>;
  const { rate, lowest, highest, unknown } = of;
  return (
    <span className="rankings-rate">
      <span className={bold ? 'rankings-rate-main' : undefined}>{rate.percent}%</span>
      <small className="ui-faint">
        {numerator ?? rate.numerator}/{rate.denominator}
        {unknown > 0 && ` · ${t('rate.bounds', { low: lowest.percent, high: highest.percent })}`}
      </small>
    </span>
  );
}
