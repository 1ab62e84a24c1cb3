import type { Locale } from '@duban/contract/problem-texts';
import { type ProblemBody, problems, problemTitle } from '@duban/contract/problems';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { type ConstraintProblems, databaseProblem } from './database-problem.ts';
import { Problem, problem } from './problem.ts';

/** The caller's language: the first of `Accept-Language` that we speak, Chinese otherwise. */
export function localeOf(header: string | undefined): Locale {
  const first = (header ?? '').split(',')[0]!.trim().toLowerCase();
  return first.startsWith('en') ? 'en' : 'zh-CN';
}

/** Turns whatever was thrown into `application/problem+json` (RFC 9457). What was not expected stays opaque. */
export function problemReply(constraints: ConstraintProblems) {
  return (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const expected = error instanceof Problem ? error : (databaseProblem(error, constraints) ?? protocolProblem(error));
    if (!expected) request.log.error({ err: error }, 'unexpected failure');
    const shown = expected ?? problem('server.unexpected', { id: request.id });
    return sendProblem(shown, request, reply);
  };
}

export function sendProblem(of: Problem, request: FastifyRequest, reply: FastifyReply) {
  const body: ProblemBody = {
    type: `/api/problems/${of.code}`,
    code: of.code,
    status: problems[of.code].status,
    title: problemTitle(of.code, of.params, localeOf(request.headers['accept-language'])),
    params: of.params,
    ...of.details,
    requestId: request.id,
  };
  return reply.code(body.status).type('application/problem+json; charset=utf-8').send(JSON.stringify(body));
}

/** What the HTTP layer itself refuses: malformed JSON, too much, the wrong media type. */
function protocolProblem(error: unknown): Problem | null {
  const { statusCode, code, message } = error as Partial<FastifyError>;
  if (statusCode === 413) return problem('request.too_large', { limit: 'HTTP' });
  if (statusCode === 415) return problem('request.unsupported_media');
  if (statusCode === 429) return problem('request.too_many', { seconds: 60 });
  if (statusCode && statusCode >= 400 && statusCode < 500) {
    return problem('request.invalid', { detail: message ?? code ?? '' });
  }
  return null;
}
