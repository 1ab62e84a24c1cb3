import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { UnitRef } from './organisation.ts';

/** Where something is: words always, a point or a line when known. Coordinates say in which system they are given. */

export const Longitude = z.number().min(-180).max(180);
export const Latitude = z.number().min(-90).max(90);
export const PointOnMap = z.object({ longitude: Longitude, latitude: Latitude });
export type PointOnMap = z.output<typeof PointOnMap>;

/**
 * `CGCS2000`, `WGS84` (equal to it above metre level), `GCJ02` (Amap, Tencent) or `BD09` (Baidu). Without the label the
 * coordinates are refused (`place.coordinates_unlabelled`): a wrong guess shifts a point by half a kilometre.
 */
export const CoordinateSystemLabel = z.string().max(20).optional();

export const PlaceInput = z.object({
  /** landmark, address or road: “中电投对面”; may be empty only when there is a geometry */
  text: z.string().trim().max(200).default(''),
  geometry: z
    .discriminatedUnion('type', [
      z.object({
        type: z.literal('point'),
        crs: CoordinateSystemLabel,
        longitude: Longitude,
        latitude: Latitude,
        accuracyMetres: z.number().min(0).max(100_000).nullable().default(null),
      }),
      z.object({
        type: z.literal('line'),
        crs: CoordinateSystemLabel,
        points: z
          .array(z.tuple([Longitude, Latitude]))
          .min(2)
          .max(500),
        accuracyMetres: z.number().min(0).max(100_000).nullable().default(null),
      }),
    ])
    .nullable()
    .default(null),
});
export type PlaceInput = z.input<typeof PlaceInput>;

/** A place as it is kept: CGCS2000, and the system in which it arrived. */
export const PlaceView = z.object({
  text: z.string(),
  geometry: z
    .discriminatedUnion('type', [
      z.object({
        type: z.literal('point'),
        crs: z.literal('CGCS2000'),
        point: PointOnMap,
        givenAs: z.string(),
        accuracyMetres: z.number().nullable(),
      }),
      z.object({
        type: z.literal('line'),
        crs: z.literal('CGCS2000'),
        points: z.array(PointOnMap),
        givenAs: z.string(),
        accuracyMetres: z.number().nullable(),
      }),
    ])
    .nullable(),
});
export type PlaceView = z.output<typeof PlaceView>;

export const locatePlace = endpoint({
  name: 'locatePlace',
  summary: 'The territorial units on whose ground a point lies, smallest first',
  method: 'GET',
  path: '/v1/places/territory',
  allow: 'signed_in',
  query: z.object({
    longitude: z.coerce.number().min(-180).max(180),
    latitude: z.coerce.number().min(-90).max(90),
    crs: CoordinateSystemLabel,
  }),
  reply: z.object({ point: PointOnMap, units: z.array(UnitRef) }),
  problems: ['place.coordinates_unlabelled', 'place.coordinates_unknown'],
});
