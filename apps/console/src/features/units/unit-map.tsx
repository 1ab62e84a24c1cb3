import type { UnitRow } from '@duban/contract/organisation';
import { Panel } from '@duban/ui/page-frame';
import { TerritoryMap } from '@duban/ui/territory-map';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useMapAreas } from '../../data/units.ts';

/** The ground of the chosen unit: the streets of the district, or the communities of a street. */
export function UnitMap({
  selected,
  units,
  onSelect,
}: {
  selected: string;
  units: readonly UnitRow[];
  onSelect: (id: string) => void;
}) {
  const { t } = useTranslation('units');
  const streets = useMapAreas('street');
  const communities = useMapAreas('community');
  const byId = useMemo(() => new Map(units.map((unit) => [unit.id, unit])), [units]);
  const unit = byId.get(selected);
  const street = unit?.kind === 'street' ? unit.id : unit?.kind === 'community' ? unit.parentId : null;
  // The map starts its view anew when it is given other areas, so they must stay the same ones while nothing changed.
  const areas = useMemo(() => {
    const shown = street === null ? streets : communities.filter((area) => byId.get(area.id)?.parentId === street);
    return (shown.length > 0 ? shown : streets).map((area) =>
      area.id === selected ? { ...area, tone: 'blue' as const } : area,
    );
  }, [streets, communities, byId, street, selected]);
  if (areas.length === 0) return null;
  return (
    <Panel title={street === null ? t('map.streets') : t('map.communities', { street: byId.get(street)?.name ?? '' })}>
      <TerritoryMap label={t('map.label')} areas={areas} selectedId={selected} onSelectArea={onSelect} />
      <p className="ui-faint">{t('map.note')}</p>
    </Panel>
  );
}
