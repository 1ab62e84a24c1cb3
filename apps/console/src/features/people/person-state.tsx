import type { PersonRow } from '@duban/contract/people';
import { StatusLight } from '@duban/ui/status-light';
import { useTranslation } from 'react-i18next';

const tones = { active: 'green', locked: 'red', invited: 'amber', deactivated: 'grey' } as const;

export function PersonStateLight({ state }: { state: PersonRow['state'] }) {
  const { t } = useTranslation('people');
  return <StatusLight tone={tones[state]}>{t(`state.${state}`)}</StatusLight>;
}
