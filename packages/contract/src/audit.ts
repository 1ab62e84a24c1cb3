import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Id, PersonRef } from './organisation.ts';
import { Role } from './people.ts';

/** The records that the audit administrator reads, and the rules of sign-in that the security administrator sets. */

export const auditResults = ['done', 'refused'] as const;

export const AuditRow = z.object({
  id: Id,
  at: z.iso.datetime(),
  person: PersonRef.nullable(),
  account: z.string().nullable(),
  /** `noun.past_tense`, for example `person.position_added` or `session.started` */
  event: z.string(),
  subjectType: z.string(),
  subjectId: Id.nullable(),
  /** how the subject was called then; null for a person, whose name may be erased, and is read from the person */
  subject: z.string().nullable(),
  result: z.enum(auditResults),
  /** code of the problem when it was refused */
  reason: z.string().nullable(),
  address: z.string().nullable(),
});
export type AuditRow = z.output<typeof AuditRow>;

const page = {
  from: z.iso.datetime().optional(),
  to: z.iso.datetime().optional(),
  personId: Id.optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
};

export const listAudit = endpoint({
  name: 'listAudit',
  summary: 'What administrators did and who signed in or failed to, newest first',
  method: 'GET',
  path: '/v1/audit',
  allow: ['audit_admin'],
  query: z.object({ ...page, event: z.string().max(60).optional(), result: z.enum(auditResults).optional() }),
  reply: z.object({ rows: z.array(AuditRow), next: z.string().nullable() }),
});

export const AccessRow = z.object({
  id: Id,
  at: z.iso.datetime(),
  reader: PersonRef,
  subject: PersonRef,
  /** which data: `phone`, `sessions`, `own_data` */
  data: z.string(),
  purpose: z.string().nullable(),
});
export type AccessRow = z.output<typeof AccessRow>;

export const listAccess = endpoint({
  name: 'listAccess',
  summary: 'Who read whose personal data and what for, newest first',
  method: 'GET',
  path: '/v1/audit/access',
  allow: ['audit_admin'],
  query: z.object({ ...page, subjectId: Id.optional() }),
  reply: z.object({ rows: z.array(AccessRow), next: z.string().nullable() }),
});

export const SignInRules = z.object({
  /** roles that must set up a second factor before they may do anything */
  secondFactorRoles: z.array(Role),
  /** days after which a password must be changed; null: never */
  passwordDays: z.int().min(30).max(730).nullable(),
});
export type SignInRules = z.output<typeof SignInRules>;

export const getSignInRules = endpoint({
  name: 'getSignInRules',
  summary: 'Which roles need a second factor, and how long a password lasts',
  method: 'GET',
  path: '/v1/sign-in-rules',
  allow: ['security_admin', 'audit_admin'],
  reply: SignInRules,
});

export const setSignInRules = endpoint({
  name: 'setSignInRules',
  summary: 'Set which roles need a second factor, and how long a password lasts',
  method: 'PUT',
  path: '/v1/sign-in-rules',
  allow: ['security_admin'],
  body: SignInRules,
  reply: SignInRules,
});
