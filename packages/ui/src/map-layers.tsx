import type { KeyboardEvent } from 'react';
import { centroid, linePath, type LonLat, type Projection, ringPath } from './map-geometry.tsx';
import { ToneShape } from './status-light.tsx';
import type { MapArea, MapLegendEntry, MapLine, MapPoint } from './map-shapes.tsx';
import { useUiTexts } from './texts.tsx';
import { palette, type Tone, tones } from './tokens.tsx';

/** Hatchings: red is striped, amber dotted, grey crossed, green and blue plain; so the map also reads in black and white. */
export function MapPatterns({ unit, id }: { unit: number; id: string }) {
  const size = 9 * unit;
  const common = { width: size, height: size, patternUnits: 'userSpaceOnUse' } as const;
  return (
    <defs>
      <pattern id={`${id}-red`} {...common} patternTransform="rotate(45)">
        <rect width={size} height={size} fill={tones.red.soft} />
        <path d={`M0 0V${size}`} stroke={tones.red.line} strokeWidth={size / 1.6} />
      </pattern>
      <pattern id={`${id}-amber`} {...common}>
        <rect width={size} height={size} fill={tones.amber.soft} />
        <circle cx={size / 2} cy={size / 2} r={size / 5} fill={tones.amber.line} />
      </pattern>
      <pattern id={`${id}-grey`} {...common}>
        <rect width={size} height={size} fill={tones.grey.soft} />
        <path d={`M0 0L${size} ${size}M${size} 0L0 ${size}`} stroke={tones.grey.line} strokeWidth={size / 9} />
      </pattern>
    </defs>
  );
}

function fillOf(tone: Tone | undefined, patterns: string): string {
  if (!tone) return palette.surface;
  return tone === 'green' || tone === 'blue' ? tones[tone].soft : `url(#${patterns}-${tone})`;
}

function pressable(run: (() => void) | undefined, label: string) {
  if (!run) return {};
  return {
    role: 'button',
    tabIndex: 0,
    'aria-label': label,
    onClick: run,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      event.stopPropagation();
      run();
    },
  } as const;
}

type LayerProps<T> = { readonly projection: Projection; readonly unit: number } & T;

export function MapAreas({
  areas,
  projection,
  unit,
  selectedId,
  onSelect,
  patterns,
}: LayerProps<{
  areas: readonly MapArea[];
  /** id of the hatchings of this map: a page may show several */
  patterns: string;
  selectedId: string | undefined;
  onSelect: ((id: string) => void) | undefined;
}>) {
  return (
    <>
      {areas.map((area) => (
        <g
          key={area.id}
          className={area.id === selectedId ? 'ui-map-area ui-map-selected' : 'ui-map-area'}
          {...pressable(onSelect && (() => onSelect(area.id)), [area.name, area.value].filter(Boolean).join(' '))}
          aria-pressed={onSelect ? area.id === selectedId : undefined}
        >
          <path
            d={area.rings.map((ring) => ringPath(ring, projection)).join('')}
            fill={fillOf(area.tone, patterns)}
            strokeWidth={(area.id === selectedId ? 3 : 1.2) * unit}
          />
        </g>
      ))}
      {areas.map((area) => {
        const [x, y] = centroid(mainRing(area), projection);
        if (!fits(area, projection, unit)) return null;
        return (
          <text
            key={area.id}
            className="ui-map-label"
            x={x}
            y={y}
            fontSize={13 * unit}
            strokeWidth={3 * unit}
            aria-hidden="true"
          >
            <tspan x={x}>{area.name}</tspan>
            {area.value && (
              <tspan x={x} dy={15 * unit} fontWeight="600">
                {area.value}
              </tspan>
            )}
          </text>
        );
      })}
    </>
  );
}

/** The outline that carries the label: the one with the most corners, which is the largest in practice. */
function mainRing({ rings }: MapArea): readonly LonLat[] {
  return rings.reduce((best, ring) => (ring.length > best.length ? ring : best), rings[0] ?? []);
}

/** A label that is wider than its area would hide its neighbours: it appears when the person zooms in. */
function fits(area: MapArea, { flat }: Projection, unit: number): boolean {
  const xs = mainRing(area).map((place) => flat(place)[0]);
  const width = Math.max(...xs) - Math.min(...xs);
  return width > Math.max([...area.name].length * 11, (area.value?.length ?? 0) * 7) * unit;
}

export function MapLines({ lines, projection, unit }: LayerProps<{ lines: readonly MapLine[] }>) {
  return lines.map((line) => (
    <path
      key={line.id}
      className="ui-map-line"
      d={linePath(line.path, projection)}
      stroke={tones[line.tone ?? 'red'].solid}
      strokeWidth={4 * unit}
    >
      <title>{line.label}</title>
    </path>
  ));
}

export function MapPoints({
  points,
  projection,
  unit,
  selectedId,
  onSelect,
}: LayerProps<{
  points: readonly MapPoint[];
  selectedId: string | undefined;
  onSelect: ((id: string) => void) | undefined;
}>) {
  return points.map((point) => {
    const [x, y] = projection.flat(point.at);
    const radius = (point.id === selectedId ? 9 : 7) * unit;
    return (
      <g key={point.id} className="ui-map-point" {...pressable(onSelect && (() => onSelect(point.id)), point.label)}>
        <title>{point.label}</title>
        <path
          d={`M${x} ${y}c${-radius * 0.4} ${-radius * 0.9} ${-radius} ${-radius * 1.1} ${-radius} ${-radius * 2}a${radius} ${radius} 0 1 1 ${radius * 2} 0c0 ${radius * 0.9} ${-radius * 0.6} ${radius * 1.1} ${-radius} ${radius * 2}z`}
          fill={tones[point.tone ?? 'red'].solid}
          stroke="#fff"
          strokeWidth={1.5 * unit}
        />
        <circle cx={x} cy={y - radius * 2} r={radius * 0.38} fill="#fff" />
      </g>
    );
  });
}

export function MapLegend({ entries }: { entries: readonly MapLegendEntry[] }) {
  const texts = useUiTexts();
  return (
    <figcaption className="ui-map-legend">
      <span className="ui-hidden">{texts.legend}</span>
      {entries.map((entry) => (
        <span key={entry.label} className={`ui-tone-${entry.tone}`}>
          <ToneShape tone={entry.tone} />
          {entry.label}
        </span>
      ))}
    </figcaption>
  );
}
