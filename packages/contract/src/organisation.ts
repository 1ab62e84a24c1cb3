import { codeSchemes } from '@duban/organisation/code';
import { unitKinds } from '@duban/organisation/unit-kind';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';

/** Units: the tree, its boundaries and codes. People are in `people.ts`, imports in `organisation-files.ts`. */

export const Id = z.uuid();
export const Day = z.iso.date();
export const UnitKind = z.enum(unitKinds);

/** One line of text, trimmed, without control characters. */
export const lineOfText = (maximum: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(maximum)
    .regex(/^[^\p{Cc}]*$/u);

/** How other nouns name a unit. */
export const UnitRef = z.object({ id: Id, name: z.string(), shortName: z.string(), kind: UnitKind });
export type UnitRef = z.output<typeof UnitRef>;

/** How other nouns name a person. */
export const PersonRef = z.object({ id: Id, name: z.string() });
export type PersonRef = z.output<typeof PersonRef>;

export const UnitRow = UnitRef.extend({
  parentId: Id.nullable(),
  aliases: z.array(z.string()),
  /** the unit's working code in its jurisdiction, used by imports; official codes with their periods are in `codes` */
  code: z.string().nullable(),
  validFrom: Day,
  /** first day on which the unit no longer exists */
  validTo: Day.nullable(),
  hasArea: z.boolean(),
  version: z.int(),
});
export type UnitRow = z.output<typeof UnitRow>;

export const UnitCode = z.object({
  scheme: z.enum(codeSchemes),
  code: z.string(),
  validFrom: Day,
  validTo: Day.nullable(),
});

export const Pairing = z.object({
  id: Id,
  community: UnitRef,
  /** the leader or the department that has taken the community on; exactly one of the two */
  person: PersonRef.nullable(),
  unit: UnitRef.nullable(),
  validFrom: Day,
  validTo: Day.nullable(),
});
export type Pairing = z.output<typeof Pairing>;

export const UnitView = UnitRow.extend({
  line: z.array(UnitRef),
  codes: z.array(UnitCode),
  successor: UnitRef.nullable(),
  pairings: z.array(Pairing),
  /** what happened to the unit, oldest first */
  history: z.array(
    z.object({
      type: z.string(),
      at: z.iso.datetime(),
      by: PersonRef.nullable(),
      data: z.record(z.string(), z.unknown()),
    }),
  ),
});
export type UnitView = z.output<typeof UnitView>;

/** [longitude, latitude] in degrees, CGCS2000 */
export const Position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
/** the outline of a piece of ground, without a repeated last point */
export const Ring = z.array(Position).min(3).max(5000);

const onUnit = z.object({ id: Id });
const version = z.int();
const Name = lineOfText(60);
const ShortName = lineOfText(20);
const Aliases = z.array(lineOfText(60)).max(20);
const Changed = z.object({ id: Id, version: z.int() });

export const listUnits = endpoint({
  name: 'listUnits',
  summary: 'The whole tree of units of the own jurisdiction, parents before children',
  method: 'GET',
  path: '/v1/units',
  allow: 'signed_in',
  query: z.object({
    /** units that exist on this day; today when absent */
    on: Day.optional(),
    /** also units that are closed or not yet founded */
    all: z.stringbool().default(false),
  }),
  reply: z.object({ units: z.array(UnitRow) }),
});

export const getUnit = endpoint({
  name: 'getUnit',
  summary: 'One unit with its line, codes, pairings and history',
  method: 'GET',
  path: '/v1/units/:id',
  allow: 'signed_in',
  params: onUnit,
  reply: UnitView,
  problems: ['record.not_found'],
});

export const createUnit = endpoint({
  name: 'createUnit',
  summary: 'Found a unit below another',
  method: 'POST',
  path: '/v1/units',
  allow: ['system_admin'],
  body: z.object({
    parentId: Id,
    kind: UnitKind,
    name: Name,
    shortName: ShortName,
    aliases: Aliases.default([]),
    code: lineOfText(30).nullable().default(null),
    /** today when absent */
    validFrom: Day.optional(),
  }),
  reply: Changed,
  problems: [
    'record.not_found',
    'unit.wrong_parent',
    'unit.closed',
    'unit.code_taken',
    'unit.name_taken',
    'unit.outside',
  ],
});

export const renameUnit = endpoint({
  name: 'renameUnit',
  summary: 'Change the names and the working code of a unit; the old names stay as aliases',
  method: 'POST',
  path: '/v1/units/:id/rename',
  allow: ['system_admin'],
  params: onUnit,
  body: z.object({ version, name: Name, shortName: ShortName, aliases: Aliases, code: lineOfText(30).nullable() }),
  reply: Changed,
  problems: ['record.not_found', 'unit.closed', 'unit.code_taken', 'unit.name_taken', 'unit.outside'],
});

export const moveUnit = endpoint({
  name: 'moveUnit',
  summary: 'Put a unit, with all that is below it, under another parent',
  method: 'POST',
  path: '/v1/units/:id/move',
  allow: ['system_admin'],
  params: onUnit,
  body: z.object({ version, parentId: Id }),
  reply: Changed,
  problems: ['record.not_found', 'unit.wrong_parent', 'unit.closed', 'unit.cycle', 'unit.top', 'unit.outside'],
});

export const closeUnit = endpoint({
  name: 'closeUnit',
  summary: 'End a unit on a day, naming the unit that succeeds it',
  method: 'POST',
  path: '/v1/units/:id/close',
  allow: ['system_admin'],
  params: onUnit,
  body: z.object({ version, on: Day, successorId: Id.nullable().default(null) }),
  reply: Changed,
  problems: [
    'record.not_found',
    'unit.closed',
    'unit.has_children',
    'unit.has_people',
    'unit.top',
    'unit.outside',
    'unit.wrong_period',
  ],
});

export const setUnitCode = endpoint({
  name: 'setUnitCode',
  summary: 'Give a unit an official code from a day on; the former code of the same scheme ends there',
  method: 'POST',
  path: '/v1/units/:id/codes',
  allow: ['system_admin'],
  params: onUnit,
  body: z.object({ version, scheme: z.enum(codeSchemes), code: lineOfText(18), validFrom: Day }),
  reply: Changed,
  problems: ['record.not_found', 'unit.wrong_code', 'unit.code_taken', 'unit.outside', 'unit.wrong_period'],
});

export const setUnitArea = endpoint({
  name: 'setUnitArea',
  summary: 'Draw the boundary of a street, community or grid',
  method: 'PUT',
  path: '/v1/units/:id/area',
  allow: ['system_admin'],
  params: onUnit,
  body: z.object({ version, rings: z.array(Ring).max(20) }),
  reply: Changed,
  problems: ['record.not_found', 'unit.no_territory', 'unit.wrong_area', 'unit.outside'],
});

export const listAreas = endpoint({
  name: 'listAreas',
  summary: 'The boundaries of all territorial units of the own jurisdiction',
  method: 'GET',
  path: '/v1/areas',
  allow: 'signed_in',
  reply: z.object({ areas: z.array(z.object({ unit: UnitRef, parentId: Id.nullable(), rings: z.array(Ring) })) }),
});

export const listPairings = endpoint({
  name: 'listPairings',
  summary: 'Which leader or department has taken on which community (包保)',
  method: 'GET',
  path: '/v1/pairings',
  allow: 'signed_in',
  query: z.object({ communityId: Id.optional(), all: z.stringbool().default(false) }),
  reply: z.object({ pairings: z.array(Pairing) }),
});

export const createPairing = endpoint({
  name: 'createPairing',
  summary: 'Pair a leader or a department with a community',
  method: 'POST',
  path: '/v1/pairings',
  allow: ['dispatcher', 'system_admin'],
  body: z.object({
    communityId: Id,
    personId: Id.nullable().default(null),
    unitId: Id.nullable().default(null),
    validFrom: Day.optional(),
  }),
  reply: z.object({ id: Id }),
  problems: ['record.not_found', 'pairing.one_side', 'pairing.wrong_unit', 'pairing.exists', 'unit.outside'],
});

export const endPairing = endpoint({
  name: 'endPairing',
  summary: 'End a pairing on a day',
  method: 'POST',
  path: '/v1/pairings/:id/end',
  allow: ['dispatcher', 'system_admin'],
  params: onUnit,
  body: z.object({ on: Day }),
  reply: z.object({ id: Id }),
  problems: ['record.not_found', 'pairing.ended', 'pairing.wrong_period', 'unit.outside'],
});
