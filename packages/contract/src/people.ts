import { roles } from '@duban/kit/actor';
import { z } from 'zod';
import { Account, Password } from './accounts.ts';
import { endpoint } from './endpoint.ts';
import { Day, Id, lineOfText, UnitRef } from './organisation.ts';

/** People and their positions in units. What belongs to signing in is in `accounts.ts`. */

export const Role = z.enum(roles);

export const Phone = z
  .string()
  .trim()
  .regex(/^\+?[0-9][0-9 -]{5,19}$/);

/** `active` can sign in; `locked` after too many failures; `invited` has never had a password; `deactivated` has left. */
export const personStates = ['active', 'locked', 'invited', 'deactivated'] as const;
export const PersonState = z.enum(personStates);

export const PositionView = z.object({
  id: Id,
  unit: UnitRef,
  role: Role,
  title: z.string(),
  validFrom: Day,
  /** first day on which the position no longer holds */
  validTo: Day.nullable(),
});
export type PositionView = z.output<typeof PositionView>;

export const PersonRow = z.object({
  id: Id,
  name: z.string(),
  account: z.string(),
  state: PersonState,
  secondFactor: z.boolean(),
  /** positions that hold today */
  positions: z.array(PositionView),
  version: z.int(),
});
export type PersonRow = z.output<typeof PersonRow>;

export const PersonView = PersonRow.extend({
  /** whether a number is kept; it is shown only by `readPhone`, which is logged */
  hasPhone: z.boolean(),
  mustChangePassword: z.boolean(),
  lockedUntil: z.iso.datetime().nullable(),
  /** positions of the past and future as well */
  allPositions: z.array(PositionView),
});
export type PersonView = z.output<typeof PersonView>;

const onPerson = z.object({ id: Id });
const version = z.int();
const Changed = z.object({ id: Id, version: z.int() });
const NewPosition = z.object({
  unitId: Id,
  role: Role,
  title: lineOfText(60),
  /** today when absent */
  validFrom: Day.optional(),
  validTo: Day.nullable().default(null),
});
const grantProblems = [
  'record.not_found',
  'position.separated',
  'position.wrong_unit',
  'position.own',
  'position.outside',
  'position.exists',
  'position.wrong_period',
  'unit.closed',
] as const;

export const listPeople = endpoint({
  name: 'listPeople',
  summary: 'People with a position in the own unit or below it; administrators see their whole territory',
  method: 'GET',
  path: '/v1/people',
  allow: ['dispatcher', 'handler', 'leader', 'cppcc_office', 'system_admin', 'security_admin'],
  query: z.object({
    unitId: Id.optional(),
    role: Role.optional(),
    state: PersonState.optional(),
    /** part of the name or account */
    text: z.string().trim().max(60).optional(),
    after: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(25),
  }),
  reply: z.object({ people: z.array(PersonRow), next: z.string().nullable() }),
});

export const getPerson = endpoint({
  name: 'getPerson',
  summary: 'One person with all positions and the state of the account',
  method: 'GET',
  path: '/v1/people/:id',
  allow: ['dispatcher', 'handler', 'leader', 'cppcc_office', 'system_admin', 'security_admin'],
  params: onPerson,
  reply: PersonView,
  problems: ['record.not_found'],
});

export const readPhone = endpoint({
  name: 'readPhone',
  summary: 'The telephone number of a person; the reading is logged',
  method: 'GET',
  path: '/v1/people/:id/phone',
  allow: ['dispatcher', 'handler', 'leader', 'cppcc_office', 'system_admin', 'security_admin'],
  params: onPerson,
  query: z.object({ purpose: lineOfText(100) }),
  reply: z.object({ phone: z.string().nullable() }),
  problems: ['record.not_found'],
});

export const createPerson = endpoint({
  name: 'createPerson',
  summary: 'Add a person with an account and the first positions',
  method: 'POST',
  path: '/v1/people',
  allow: ['security_admin'],
  body: z.object({
    name: lineOfText(40),
    account: Account,
    phone: Phone.nullable().default(null),
    positions: z.array(NewPosition).min(1).max(10),
    /**
     * A password to be used once. It is made by the caller and never comes back in a reply, so that it is kept nowhere;
     * without one the account cannot be used until a password is issued.
     */
    password: Password.optional(),
  }),
  reply: Changed,
  problems: [
    ...grantProblems,
    'account.taken',
    'password.too_short',
    'password.too_long',
    'password.too_plain',
    'password.contains_account',
    'password.common',
  ],
});

export const changePerson = endpoint({
  name: 'changePerson',
  summary: 'Correct the name or the telephone number of a person',
  method: 'PATCH',
  path: '/v1/people/:id',
  allow: ['security_admin'],
  params: onPerson,
  body: z.object({ version, name: lineOfText(40).optional(), phone: Phone.nullable().optional() }),
  reply: Changed,
  problems: ['record.not_found', 'person.deactivated', 'person.outside'],
});

export const addPosition = endpoint({
  name: 'addPosition',
  summary: 'Give a person a position in a unit',
  method: 'POST',
  path: '/v1/people/:id/positions',
  allow: ['security_admin'],
  params: onPerson,
  body: NewPosition.extend({ version }),
  reply: Changed,
  problems: [...grantProblems, 'person.deactivated', 'person.outside'],
});

export const changePosition = endpoint({
  name: 'changePosition',
  summary: 'Change the title or the last day of a position',
  method: 'PATCH',
  path: '/v1/people/:id/positions/:positionId',
  allow: ['security_admin'],
  params: onPerson.extend({ positionId: Id }),
  body: z.object({ version, title: lineOfText(60).optional(), validTo: Day.nullable().optional() }),
  reply: Changed,
  problems: [...grantProblems, 'position.last_security_admin'],
});

export const endPosition = endpoint({
  name: 'endPosition',
  summary: 'End a position; from that day the person no longer acts for the unit',
  method: 'POST',
  path: '/v1/people/:id/positions/:positionId/end',
  allow: ['security_admin'],
  params: onPerson.extend({ positionId: Id }),
  body: z.object({ version, on: Day }),
  reply: Changed,
  problems: [
    'record.not_found',
    'position.own',
    'position.outside',
    'position.last_security_admin',
    'position.wrong_period',
    'person.outside',
  ],
});

export const deactivatePerson = endpoint({
  name: 'deactivatePerson',
  summary: 'Close the account of somebody who has left: all sessions end at once, all positions end',
  method: 'POST',
  path: '/v1/people/:id/deactivate',
  allow: ['security_admin'],
  params: onPerson,
  body: z.object({ version }),
  reply: Changed,
  problems: [
    'record.not_found',
    'person.deactivated',
    'person.outside',
    'position.own',
    'position.last_security_admin',
  ],
});

export const erasePerson = endpoint({
  name: 'erasePerson',
  summary:
    'Erase name, account and telephone number of a person who has left (PIPL art. 47); what was done stays, nameless',
  method: 'POST',
  path: '/v1/people/:id/erase',
  allow: ['security_admin'],
  params: onPerson,
  body: z.object({ version }),
  reply: Changed,
  problems: ['record.not_found', 'person.still_active', 'person.outside'],
});
