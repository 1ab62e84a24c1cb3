import type { UnitRow, UnitView } from '@duban/contract/organisation';
import { Panel } from '@duban/ui/page-frame';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats.ts';

/** What happened to the unit, in words, newest first. */
export function UnitHistory({ unit, units }: { unit: UnitView; units: readonly UnitRow[] }) {
  const { t } = useTranslation('units');
  const formats = useFormats();
  const nameOf = (id: unknown) => units.find((one) => one.id === id)?.shortName ?? '…';
  const sentence = ({ type, data }: UnitView['history'][number]): string => {
    const text = (key: string) => String(data[key] ?? '');
    switch (type) {
      case 'unit.founded':
        return t('history.founded', { name: text('name'), date: text('validFrom') });
      case 'unit.renamed':
        return t('history.renamed', { name: text('name'), short: text('shortName') });
      case 'unit.moved':
        return t('history.moved', { from: nameOf(data.from), to: nameOf(data.to) });
      case 'unit.closed':
        return t('history.closed', { date: text('on') });
      case 'unit.code_set':
        return t('history.code_set', {
          scheme: t(`scheme.${text('scheme')}`),
          code: text('code'),
          date: text('validFrom'),
        });
      case 'unit.area_drawn':
        return t('history.area_drawn', { parts: text('parts') });
      default:
        return type;
    }
  };
  return (
    <Panel title={t('history.title')}>
      <ul className="units-line">
        {unit.history.toReversed().map((event, at) => (
          <li key={unit.history.length - at}>
            <span className="ui-faint">
              {formats.dateTime(event.at)} {event.by?.name ?? t('history.program')}
            </span>{' '}
            {sentence(event)}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
