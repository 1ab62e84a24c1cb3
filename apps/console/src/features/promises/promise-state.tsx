import { type PromiseState, promiseStates } from '@duban/mandates/promises/promise';
import { Mark } from '@duban/ui/status-light';
import { currentLocale } from '../../i18n/setup.ts';

const tones = { open: 'blue', kept: 'green', broken: 'red', withdrawn: 'grey' } as const;

export function PromiseStateMark({ state }: { state: PromiseState }) {
  return <Mark tone={tones[state]}>{promiseStates[state][currentLocale()]}</Mark>;
}
