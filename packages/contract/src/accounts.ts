import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Id } from './organisation.ts';

/** The accounts of people, as the security administrator looks after them: passwords, locks, second factors, sessions. */

/** What a person types to sign in: 3–30 Latin letters, digits, dots and underscores; case does not matter. */
export const Account = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9_.]{3,30}$/);

export const Password = z.string().min(1).max(400);

export const SessionView = z.object({
  id: Id,
  signedInAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  address: z.string().nullable(),
  /** browser and system in words, such as `Chrome, Windows` */
  device: z.string().nullable(),
  current: z.boolean(),
});
export type SessionView = z.output<typeof SessionView>;

const onPerson = z.object({ id: Id });

export const issuePasswords = endpoint({
  name: 'issuePasswords',
  summary: 'Set passwords that can be used once; all sessions of these people end',
  method: 'POST',
  path: '/v1/people/passwords',
  allow: ['security_admin'],
  body: z.object({
    people: z
      .array(z.object({ id: Id, password: Password }))
      .min(1)
      .max(100),
  }),
  reply: z.object({ issued: z.int() }),
  problems: [
    'record.not_found',
    'person.deactivated',
    'person.outside',
    'position.own',
    'password.too_short',
    'password.too_long',
    'password.too_plain',
    'password.contains_account',
    'password.common',
  ],
});

export const unlockAccount = endpoint({
  name: 'unlockAccount',
  summary: 'Let an account that was locked after failed sign-ins try again at once',
  method: 'POST',
  path: '/v1/people/:id/unlock',
  allow: ['security_admin'],
  params: onPerson,
  body: z.object({}),
  reply: z.object({ id: Id }),
  problems: ['record.not_found', 'person.outside', 'person.not_locked'],
});

export const resetSecondFactor = endpoint({
  name: 'resetSecondFactor',
  summary: 'Remove the second factor of somebody who lost the telephone; all sessions of the person end',
  method: 'POST',
  path: '/v1/people/:id/second-factor/reset',
  allow: ['security_admin'],
  params: onPerson,
  body: z.object({}),
  reply: z.object({ id: Id }),
  problems: ['record.not_found', 'person.outside', 'person.no_second_factor', 'position.own'],
});

export const listPersonSessions = endpoint({
  name: 'listPersonSessions',
  summary: 'Where a person is signed in',
  method: 'GET',
  path: '/v1/people/:id/sessions',
  allow: ['security_admin'],
  params: onPerson,
  reply: z.object({ sessions: z.array(SessionView) }),
  problems: ['record.not_found'],
});

export const revokePersonSessions = endpoint({
  name: 'revokePersonSessions',
  summary: 'Sign a person out, from one session or from all',
  method: 'POST',
  path: '/v1/people/:id/sessions/revoke',
  allow: ['security_admin'],
  params: onPerson,
  body: z.object({ sessionId: Id.nullable().default(null) }),
  reply: z.object({ revoked: z.int() }),
  problems: ['record.not_found', 'person.outside'],
});
