import { Button } from 'antd';
import { type KeyboardEvent, type PointerEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { type Box, type LonLat, moved, projectionOf, zoomed } from './map-geometry.tsx';
import { MapAreas, MapLegend, MapLines, MapPatterns, MapPoints } from './map-layers.tsx';
import type { MapArea, MapLegendEntry, MapLine, MapPoint } from './map-shapes.tsx';
import { useUiTexts } from './texts.tsx';

export type TerritoryMapProps = {
  /** what the map shows, for those who do not see it */
  readonly label: string;
  readonly areas: readonly MapArea[];
  readonly points?: readonly MapPoint[];
  readonly lines?: readonly MapLine[];
  readonly legend?: readonly MapLegendEntry[];
  readonly selectedId?: string;
  readonly onSelectArea?: (id: string) => void;
  readonly onSelectPoint?: (id: string) => void;
  /** makes the map a place picker: a click, or Enter at the cross-hair */
  readonly onPick?: (place: LonLat) => void;
  /** start close to these places instead of showing the whole territory */
  readonly focusOn?: readonly LonLat[];
};

// One empty list for ever: a new one at every rendering would look like new data, and the view would start anew.
const nothing: readonly never[] = [];

/**
 * A schematic map drawn from unit boundaries alone. It has no base layer, so it needs no map review number (审图号);
 * streets and houses are deliberately not drawn. Areas carry a name, a value, a colour and a hatching.
 */
export function TerritoryMap(props: TerritoryMapProps) {
  const { areas, points = nothing, lines = nothing, onPick } = props;
  const texts = useUiTexts();
  const svg = useRef<SVGSVGElement>(null);
  const patterns = useId();
  const projection = useMemo(() => {
    const rings = areas.flatMap((area) => area.rings.flat());
    return projectionOf(rings.length ? rings : [...points.map((p) => p.at), ...lines.flatMap((l) => l.path)]);
  }, [areas, points, lines]);
  const whole = projection.box;
  const [view, setView] = useState<Box>(() => focused(props.focusOn, projection.flat, whole));
  // The places by their values: a caller may well hand in a new array at every rendering.
  const focusKey = JSON.stringify(props.focusOn ?? nothing);
  useEffect(() => {
    setView(focused(JSON.parse(focusKey) as LonLat[], projection.flat, projection.box));
  }, [focusKey, projection]);
  const [size, setSize] = useState({ width: 600, height: 400 });
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => entry && setSize(entry.contentRect));
    if (svg.current) observer.observe(svg.current);
    return () => observer.disconnect();
  }, []);
  // The drawing keeps its shape inside the element; what is left over stands beside it in two equal strips.
  const scale = Math.min(size.width / view.width, size.height / view.height) || 1;
  const unit = 1 / scale;
  const strip = { x: (size.width - view.width * scale) / 2, y: (size.height - view.height * scale) / 2 };
  const middle = [view.x + view.width / 2, view.y + view.height / 2] as const;
  const zoom = (factor: number) =>
    setView((now) => zoomed(now, whole, factor, [now.x + now.width / 2, now.y + now.height / 2]));

  const drag = useRef<{ x: number; y: number; moved: boolean } | null>(null);
  function onPointerMove(event: PointerEvent) {
    if (!drag.current) return;
    const [dx, dy] = [event.clientX - drag.current.x, event.clientY - drag.current.y];
    if (!drag.current.moved && Math.hypot(dx, dy) < 4) return;
    if (!drag.current.moved) svg.current?.setPointerCapture(event.pointerId);
    drag.current = { x: event.clientX, y: event.clientY, moved: true };
    setView((now) => moved(now, whole, -dx * unit, -dy * unit));
  }
  function onPointerUp(event: PointerEvent) {
    const wasDrag = drag.current?.moved;
    drag.current = null;
    if (wasDrag || !onPick || !svg.current) return;
    const box = svg.current.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left - strip.x, event.clientY - box.top - strip.y];
    onPick(projection.place(view.x + x * unit, view.y + y * unit));
  }
  function onKeyDown(event: KeyboardEvent) {
    const step = view.width / 12;
    const act: Record<string, () => void> = {
      '+': () => zoom(1.5),
      '=': () => zoom(1.5),
      '-': () => zoom(1 / 1.5),
      '0': () => setView(whole),
      ArrowLeft: () => setView(moved(view, whole, -step, 0)),
      ArrowRight: () => setView(moved(view, whole, step, 0)),
      ArrowUp: () => setView(moved(view, whole, 0, -step)),
      ArrowDown: () => setView(moved(view, whole, 0, step)),
    };
    if (onPick && event.target === svg.current) act.Enter = () => onPick(projection.place(...middle));
    const found = act[event.key];
    if (!found) return;
    event.preventDefault();
    found();
  }

  return (
    <figure className="ui-map">
      <div className="ui-map-tools ui-no-print">
        <Button size="small" aria-label={texts.zoomIn} onClick={() => zoom(1.6)}>
          +
        </Button>
        <Button size="small" aria-label={texts.zoomOut} onClick={() => zoom(1 / 1.6)}>
          −
        </Button>
        <Button size="small" onClick={() => setView(whole)}>
          {texts.zoomReset}
        </Button>
      </div>
      <svg
        ref={svg}
        viewBox={`${view.x} ${view.y} ${view.width} ${view.height}`}
        className={onPick ? 'ui-map-svg ui-map-picker' : 'ui-map-svg'}
        role="group"
        aria-label={`${props.label}. ${texts.mapHelp}`}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => (drag.current = { x: event.clientX, y: event.clientY, moved: false })}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={() => (drag.current = null)}
      >
        <MapPatterns unit={unit} id={patterns} />
        <MapAreas
          areas={areas}
          patterns={patterns}
          projection={projection}
          unit={unit}
          selectedId={props.selectedId}
          onSelect={props.onSelectArea}
        />
        <MapLines lines={lines} projection={projection} unit={unit} />
        <MapPoints
          points={points}
          projection={projection}
          unit={unit}
          selectedId={props.selectedId}
          onSelect={props.onSelectPoint}
        />
        {onPick && (
          <path
            className="ui-map-cross"
            d={`M${middle[0] - 9 * unit} ${middle[1]}h${18 * unit}M${middle[0]} ${middle[1] - 9 * unit}v${18 * unit}`}
            strokeWidth={1.5 * unit}
          />
        )}
      </svg>
      {props.legend && props.legend.length > 0 && <MapLegend entries={props.legend} />}
    </figure>
  );
}

function focused(
  places: readonly LonLat[] | undefined,
  flat: (place: LonLat) => readonly [number, number],
  whole: Box,
): Box {
  if (!places?.length) return whole;
  const flats = places.map(flat);
  const x = flats.reduce((sum, [px]) => sum + px, 0) / flats.length;
  const y = flats.reduce((sum, [, py]) => sum + py, 0) / flats.length;
  const around = zoomed(whole, whole, 3, [x, y]);
  return moved(around, whole, x - (around.x + around.width / 2), y - (around.y + around.height / 2));
}
