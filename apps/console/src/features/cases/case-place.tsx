import type { CaseView } from '@duban/contract/case-views';
import { Panel } from '@duban/ui/page-frame';
import type { LonLat } from '@duban/ui/map-geometry';
import { TerritoryMap } from '@duban/ui/territory-map';
import { useTranslation } from 'react-i18next';
import { useMapAreas } from '../../data/units.ts';
import { toneOfLight } from '../../words/case-words.tsx';

/** Where it is: words always, the schematic map when there is a point or a line. */
export function CasePlace({ found }: { found: CaseView }) {
  const { t } = useTranslation('cases');
  const areas = useMapAreas('community');
  const { geometry, text } = found.place;
  const tone = toneOfLight[found.light];
  const places: readonly LonLat[] =
    geometry === null
      ? []
      : geometry.type === 'point'
        ? [[geometry.point.longitude, geometry.point.latitude]]
        : geometry.points.map((p) => [p.longitude, p.latitude] as const);
  return (
    <Panel title={t('place.title')}>
      <p>{text || t('place.no_words')}</p>
      {geometry === null ? (
        <p className="ui-faint">{t('place.no_geometry')}</p>
      ) : (
        <>
          <TerritoryMap
            label={t('place.map', { place: text })}
            areas={areas.map((area) =>
              area.id === found.territorialUnit?.id ? { ...area, tone: 'blue' as const } : area,
            )}
            points={geometry.type === 'point' ? [{ id: found.id, at: places[0]!, label: found.title, tone }] : []}
            lines={geometry.type === 'line' ? [{ id: found.id, path: places, label: found.title, tone }] : []}
            focusOn={places}
          />
          <p className="ui-faint">
            {t('place.schematic')}{' '}
            {geometry.givenAs !== 'CGCS2000' && t('place.converted', { system: geometry.givenAs })}
            {geometry.accuracyMetres !== null && ` ${t('place.accuracy', { metres: geometry.accuracyMetres })}`}
          </p>
        </>
      )}
    </Panel>
  );
}
