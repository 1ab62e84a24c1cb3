import type { LonLat } from './map-geometry.tsx';
import type { Tone } from './tokens.tsx';

/** What a schematic map is given to draw. */
export type MapArea = {
  readonly id: string;
  readonly name: string;
  /** outlines, each without a repeated last point */
  readonly rings: readonly (readonly LonLat[])[];
  /** printed below the name, for example `93.7 %` */
  readonly value?: string;
  readonly tone?: Tone;
};
export type MapPoint = { readonly id: string; readonly at: LonLat; readonly label: string; readonly tone?: Tone };
export type MapLine = {
  readonly id: string;
  readonly path: readonly LonLat[];
  readonly label: string;
  readonly tone?: Tone;
};
export type MapLegendEntry = { readonly tone: Tone; readonly label: string };
