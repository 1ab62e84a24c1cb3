import { caseVerbs, type CaseVerb } from '@duban/cases/verbs';
import { z } from 'zod';
import { CaseStateCode } from './case-views.ts';
import { endpoint } from './endpoint.ts';
import { Id } from './organisation.ts';
import type { ProblemCode } from './problems.ts';

/**
 * What all commands on a case have in common. Each verb of `@duban/cases/verbs` is one endpoint; all of them take the
 * version that the caller saw and answer with the new one. Which of them is possible now, `CaseView.actions` says.
 */

export const onCase = z.object({ id: Id });
/** several lines of text; must say something */
export const Reason = z.string().trim().min(1).max(2000);
export const Note = z.string().trim().max(2000).default('');

export const CaseChanged = z.object({ id: Id, version: z.int(), state: CaseStateCode });
export type CaseChanged = z.output<typeof CaseChanged>;

const everyVerb: readonly ProblemCode[] = [
  'record.not_found',
  'record.stale',
  'case.wrong_state',
  'case.role_needed',
  'case.reason_missing',
];

export function verbEndpoint<Body extends z.ZodRawShape>(
  verb: CaseVerb,
  name: string,
  summary: string,
  body: Body,
  problems: readonly ProblemCode[] = [],
) {
  return endpoint({
    name,
    summary,
    method: 'POST',
    path: `/v1/cases/:id/${verb.replaceAll('_', '-')}`,
    allow: caseVerbs[verb].roles,
    params: onCase,
    body: z.object({ version: z.int(), ...body }),
    reply: CaseChanged,
    problems: [...everyVerb, ...problems],
  });
}
