import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Id, PersonRef, UnitRef } from './organisation.ts';
import { Password, SessionView } from './accounts.ts';
import { PositionView, Role } from './people.ts';

/** The caller's own identity: who am I, where am I signed in, my password, and what a visitor may know of the site. */

/** What must be done before anything else is allowed. */
export const restrictions = ['change_password', 'set_second_factor'] as const;

export const Me = z.object({
  person: PersonRef,
  account: z.string(),
  /** the unit that the person acts for now */
  unit: UnitRef,
  /** that unit and all above it, nearest first */
  line: z.array(UnitRef),
  jurisdiction: UnitRef,
  /** roles in that unit */
  roles: z.array(Role),
  /** all positions that hold today; the person may act for any of their units */
  positions: z.array(PositionView),
  secondFactor: z.boolean(),
  restriction: z.enum(restrictions).nullable(),
  passwordSetAt: z.iso.datetime().nullable(),
  passwordExpiresAt: z.iso.datetime().nullable(),
  sessionExpiresAt: z.iso.datetime().nullable(),
});
export type Me = z.output<typeof Me>;

export const getMe = endpoint({
  name: 'getMe',
  summary: 'Who is signed in, for which unit, with which roles',
  method: 'GET',
  path: '/v1/me',
  allow: 'signed_in',
  reply: Me,
});

export const Site = z.object({
  /** name of the jurisdiction, null while there is none */
  name: z.string().nullable(),
  /** whether the demo district is loaded */
  demo: z.boolean(),
  demoAccounts: z.array(
    z.object({ account: z.string(), name: z.string(), title: z.string(), unit: z.string(), roles: z.array(Role) }),
  ),
  /** the one password of all demo accounts; null outside the demo */
  demoPassword: z.string().nullable(),
});
export type Site = z.output<typeof Site>;

export const getSite = endpoint({
  name: 'getSite',
  summary: 'What the sign-in page may know before anybody has signed in',
  method: 'GET',
  path: '/v1/site',
  allow: 'public',
  reply: Site,
});

export const chooseUnit = endpoint({
  name: 'chooseUnit',
  summary: 'Act for another unit in which one holds a position',
  method: 'POST',
  path: '/v1/me/unit',
  allow: 'signed_in',
  body: z.object({ unitId: Id }),
  reply: z.object({ unitId: Id }),
  problems: ['position.not_held'],
});

export const changePassword = endpoint({
  name: 'changePassword',
  summary: 'Change the own password; all other sessions end',
  method: 'POST',
  path: '/v1/me/password',
  allow: 'signed_in',
  body: z.object({ current: Password, next: Password }),
  reply: z.object({ revoked: z.int() }),
  problems: [
    'password.wrong',
    'password.same',
    'password.too_short',
    'password.too_long',
    'password.too_plain',
    'password.contains_account',
    'password.common',
    'account.locked',
  ],
});

export const listOwnSessions = endpoint({
  name: 'listOwnSessions',
  summary: 'Where I am signed in',
  method: 'GET',
  path: '/v1/me/sessions',
  allow: 'signed_in',
  reply: z.object({ sessions: z.array(SessionView) }),
});

export const revokeOwnSessions = endpoint({
  name: 'revokeOwnSessions',
  summary: 'Sign out one of the own sessions, or all but this one',
  method: 'POST',
  path: '/v1/me/sessions/revoke',
  allow: 'signed_in',
  body: z.object({ sessionId: Id.nullable().default(null) }),
  reply: z.object({ revoked: z.int() }),
  problems: ['record.not_found'],
});

export const exportOwnData = endpoint({
  name: 'exportOwnData',
  summary: 'Everything that is kept about me, as JSON (PIPL art. 45)',
  method: 'GET',
  path: '/v1/me/data',
  allow: 'signed_in',
  download: { mediaType: 'application/json' },
});
