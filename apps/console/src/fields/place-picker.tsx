import { locatePlace, type PlaceInput } from '@duban/contract/places';
import type { LonLat } from '@duban/ui/map-geometry';
import { TerritoryMap } from '@duban/ui/territory-map';
import { Button, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMapAreas } from '../data/units.ts';
import { useQueryOf } from '../data/use-query-of.ts';

type Geometry = NonNullable<PlaceInput['geometry']>;

export type PlacePickerProps = {
  readonly value?: Geometry | null;
  readonly onChange?: (geometry: Geometry | null) => void;
};

/**
 * A point, a line or no geometry at all: many places are known only by their landmark, and that is fine. The map is
 * worked with the mouse, or with the arrow keys and Enter at its cross-hair.
 */
export function PlacePicker({ value = null, onChange }: PlacePickerProps) {
  const { t } = useTranslation('frame');
  const areas = useMapAreas('community');
  const kind = value?.type ?? 'none';
  const path: readonly LonLat[] =
    value === null ? [] : value.type === 'point' ? [[value.longitude, value.latitude]] : (value.points as LonLat[]);
  const point = value?.type === 'point' ? value : null;
  const located = useQueryOf(
    locatePlace,
    { longitude: point?.longitude ?? 0, latitude: point?.latitude ?? 0, crs: 'CGCS2000' },
    { enabled: point !== null, staleTime: 3_600_000, keepPrevious: true },
  );

  function pick([longitude, latitude]: LonLat) {
    const [x, y] = [round(longitude), round(latitude)];
    if (kind === 'line' && value?.type === 'line') onChange?.({ ...value, points: [...value.points, [x, y]] });
    else onChange?.({ type: 'point', crs: 'CGCS2000', longitude: x, latitude: y, accuracyMetres: null });
  }
  function changeKind(next: 'none' | 'point' | 'line') {
    if (next === 'none') onChange?.(null);
    // A line begins with the point that is there; it counts from its second point on.
    else if (next === 'line')
      onChange?.({
        type: 'line',
        crs: 'CGCS2000',
        points: path.map(([x, y]) => [x, y] as [number, number]),
        accuracyMetres: null,
      });
    else if (path[0]) pick(path[0]);
    else onChange?.(null);
  }
  return (
    <div className="ui-stack">
      <div className="ui-row">
        <Segmented
          aria-label={t('place.kind')}
          value={kind === 'line' ? 'line' : 'point'}
          options={[
            { value: 'point', label: t('place.point') },
            { value: 'line', label: t('place.line') },
          ]}
          onChange={(next) => changeKind(next as 'point' | 'line')}
        />
        {value?.type === 'line' && value.points.length > 0 && (
          <Button size="small" onClick={() => onChange?.({ ...value, points: value.points.slice(0, -1) })}>
            {t('place.step_back')}
          </Button>
        )}
        {value !== null && (
          <Button size="small" type="link" onClick={() => changeKind('none')}>
            {t('place.clear')}
          </Button>
        )}
        <span className="ui-faint" role="status">
          {point && located.data
            ? t('place.lies_in', { units: located.data.units.map((unit) => unit.shortName).join(' · ') })
            : t(kind === 'line' ? 'place.line_hint' : 'place.point_hint')}
        </span>
      </div>
      <TerritoryMap
        label={t('place.map')}
        areas={areas}
        points={path.map((at, index) => ({ id: String(index), at, label: t('place.point') }))}
        lines={kind === 'line' && path.length > 1 ? [{ id: 'line', path, label: t('place.line') }] : []}
        onPick={pick}
      />
    </div>
  );
}

/** Six decimals are a tenth of a metre. */
function round(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
