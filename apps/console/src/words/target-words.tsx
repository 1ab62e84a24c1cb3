import type { TargetDraft } from '@duban/contract/directive-view';
import {
  betterWays,
  type BetterWay,
  targetDirections,
  targetStates,
  type TargetState,
} from '@duban/plans/targets/target';
import { Mark } from '@duban/ui/status-light';
import { useTranslation } from 'react-i18next';
import { currentLocale } from '../i18n/setup.ts';

type Figure = Pick<TargetDraft, 'value' | 'unit' | 'qualifier' | 'direction'>;

/** 不低于 2.1 万立方米（以上）; what the document hides is said to be hidden. */
export function useFigureWords(): (figure: Figure) => string {
  const { t } = useTranslation('targets');
  return ({ value, unit, qualifier, direction }) => {
    if (value === null) return t('hidden');
    const amount = `${targetDirections[direction][currentLocale()]} ${value}${unit}`;
    return qualifier ? `${amount}（${qualifier}）` : amount;
  };
}

export const directionWord = (direction: TargetDraft['direction']): string =>
  targetDirections[direction][currentLocale()];
export const betterWord = (better: BetterWay): string => betterWays[better][currentLocale()];

export function TargetStateMark({ state }: { state: TargetState }) {
  return <Mark tone={state === 'in_force' ? 'green' : 'grey'}>{targetStates[state][currentLocale()]}</Mark>;
}
