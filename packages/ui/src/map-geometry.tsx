/** Longitude and latitude in degrees (CGCS2000), in this order. */
export type LonLat = readonly [longitude: number, latitude: number];

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** Degrees to a flat drawing and back. `y` grows downwards, as in SVG. */
export type Projection = {
  readonly flat: (place: LonLat) => readonly [x: number, y: number];
  readonly place: (x: number, y: number) => LonLat;
  readonly box: Box;
};

const WIDTH = 1000;

/**
 * An equirectangular projection around the middle of the given places, true to scale there: good to a few metres over
 * a district, which is all that a schematic map promises. The drawing is 1000 wide with a margin of 4 %.
 */
export function projectionOf(places: readonly LonLat[]): Projection {
  const longitudes = places.map(([longitude]) => longitude);
  const latitudes = places.map(([, latitude]) => latitude);
  const [west, east] = places.length ? [Math.min(...longitudes), Math.max(...longitudes)] : [0, 0];
  const [south, north] = places.length ? [Math.min(...latitudes), Math.max(...latitudes)] : [0, 0];
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  // One place alone has no extent: show about a kilometre around it.
  const extent = Math.max((east - west) * squeeze, north - south, 0.01);
  const scale = (WIDTH * 0.92) / Math.max((east - west) * squeeze, extent * 0.35);
  const margin = WIDTH * 0.04;
  const height = Math.max((north - south) * scale, WIDTH * 0.35) + 2 * margin;
  const left = margin + (WIDTH - 2 * margin - (east - west) * squeeze * scale) / 2;
  const top = margin + (height - 2 * margin - (north - south) * scale) / 2;
  return {
    flat: ([longitude, latitude]) => [left + (longitude - west) * squeeze * scale, top + (north - latitude) * scale],
    place: (x, y) => [west + (x - left) / (squeeze * scale), north - (y - top) / scale],
    box: { x: 0, y: 0, width: WIDTH, height },
  };
}

/** A closed SVG path through the ring. */
export function ringPath(ring: readonly LonLat[], projection: Projection): string {
  return `${linePath(ring, projection)}Z`;
}

export function linePath(line: readonly LonLat[], { flat }: Projection): string {
  return line
    .map(
      (place, at) =>
        `${at ? 'L' : 'M'}${flat(place)
          .map((n) => n.toFixed(1))
          .join(' ')}`,
    )
    .join('');
}

/** The middle of a ring for its label: the area centroid, or the mean of the corners when the ring has no area. */
export function centroid(ring: readonly LonLat[], { flat }: Projection): readonly [number, number] {
  const corners = ring.map(flat);
  let [area, x, y] = [0, 0, 0];
  corners.forEach(([x1, y1], at) => {
    const [x2, y2] = corners[(at + 1) % corners.length]!;
    const cross = x1 * y2 - x2 * y1;
    area += cross;
    x += (x1 + x2) * cross;
    y += (y1 + y2) * cross;
  });
  if (Math.abs(area) > 1e-9) return [x / (3 * area), y / (3 * area)];
  const count = Math.max(1, corners.length);
  return [corners.reduce((sum, [cx]) => sum + cx, 0) / count, corners.reduce((sum, [, cy]) => sum + cy, 0) / count];
}

/** The view zoomed by `factor` around a point of the drawing, never wider than the whole and never closer than 1/40. */
export function zoomed(view: Box, whole: Box, factor: number, around: readonly [number, number]): Box {
  const width = Math.min(whole.width, Math.max(whole.width / 40, view.width / factor));
  const ratio = width / view.width;
  return within(
    {
      x: around[0] - (around[0] - view.x) * ratio,
      y: around[1] - (around[1] - view.y) * ratio,
      width,
      height: view.height * ratio,
    },
    whole,
  );
}

/** The view moved, kept inside the whole drawing. */
export function moved(view: Box, whole: Box, dx: number, dy: number): Box {
  return within({ ...view, x: view.x + dx, y: view.y + dy }, whole);
}

function within(view: Box, whole: Box): Box {
  return {
    ...view,
    x: Math.min(Math.max(view.x, whole.x), whole.x + whole.width - view.width),
    y: Math.min(Math.max(view.y, whole.y), whole.y + whole.height - view.height),
  };
}
