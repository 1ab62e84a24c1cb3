import { isCommand } from '@duban/contract/endpoint';
import type { Locale } from '@duban/contract/problem-texts';
import { type Actor, hasRole } from '@duban/kit/actor';
import type { Logger } from 'pino';
import type { z } from 'zod';
import { en, zhCN } from 'zod/locales';
import { type Clock, newId } from './context.ts';
import { type CommandKey, commandKey, recordedReply, recordReply } from './idempotency.ts';
import type { Route, UploadedFile } from './module.ts';
import type { Tx } from './database.ts';
import { type ConstraintProblems, databaseProblem } from './database-problem.ts';
import { Problem, problem } from './problem.ts';
import type { RunInTransaction } from './transaction.ts';

/** One call of one route, however it came in: over HTTP, from a test, or from the demo builder. */
export type Request = {
  readonly route: Route;
  readonly actor: Actor | null;
  /** path, query and body fields, already parsed */
  readonly input: Record<string, unknown>;
  readonly file?: UploadedFile;
  /** the idempotency key; required for commands */
  readonly key?: string;
  /** who the key belongs to when nobody is signed in */
  readonly address?: string;
  readonly locale: Locale;
  readonly log: Logger;
};

export type Perform = (request: Request) => Promise<unknown>;

/**
 * The request-is-a-transaction of the house: may this caller call this at all, was this key seen before, do the slow
 * preparation, open the one transaction, run the handler, record the reply under the key, commit, answer.
 */
export function performer(run: RunInTransaction, clock: Clock, constraints: ConstraintProblems): Perform {
  const context = (tx: Tx, { log, locale }: Request, now: Temporal.Instant) => ({
    tx,
    now: () => now,
    newId,
    log,
    locale,
  });
  /** What is expected to be refused is written down where the route asks for it; the caller hears the same either way. */
  async function noteRefusal(request: Request, error: unknown): Promise<void> {
    const { route, actor, input } = request;
    const expected = error instanceof Problem ? error : databaseProblem(error, constraints);
    if (!route.refused || !actor || !expected) return;
    await run((tx) => route.refused!({ ...context(tx, request, clock()), actor }, expected.code, input));
  }
  return async (request) => {
    try {
      return await answer(request);
    } catch (error) {
      await noteRefusal(request, error);
      throw error;
    }
  };

  async function answer(request: Request): Promise<unknown> {
    const { route, actor, input, file } = request;
    demandAllowed(route, actor);
    const command = isCommand(route.endpoint) ? keyOf(request) : null;
    if (command && route.prepare) {
      const recorded = await run((tx) => recordedReply(tx, command));
      if (recorded) return recorded.reply;
    }
    const prepared = await route.prepare?.(input, file);
    const now = clock();
    try {
      return await run(async (tx) => {
        const recorded = command && (await recordedReply(tx, command));
        if (recorded) return recorded.reply;
        const reply = await route.handle({ ...context(tx, request, now), actor }, input, prepared);
        if (command) await recordReply(tx, command, reply);
        return reply;
      });
    } catch (error) {
      if (!command) throw error;
      // The same request may have been running twice; then the other one has won, and its reply is the answer.
      const first = await run((tx) => recordedReply(tx, command));
      if (!first) throw error;
      return first.reply;
    }
  }
}

/** What the endpoint declares about its callers. What depends on the record is the domain's to decide. */
export function demandAllowed(route: Route, actor: Actor | null): void {
  const refusal = whyNotAllowed(route, actor);
  if (refusal) throw refusal;
}

export function whyNotAllowed({ endpoint }: Route, actor: Actor | null): Problem | null {
  if (endpoint.allow === 'public') return null;
  if (!actor) return problem('session.required');
  const may = endpoint.allow === 'signed_in' || hasRole(actor, ...endpoint.allow);
  return may ? null : problem('session.forbidden', { roles: (endpoint.allow as readonly string[]).join(', ') });
}

const sentences = { 'zh-CN': zhCN().localeError, en: en().localeError };

/** Parses one part of a request; what is wrong is named field by field. */
export function parsePart(schema: z.ZodObject | undefined, value: unknown, locale: Locale): Record<string, unknown> {
  if (!schema) return {};
  const parsed = schema.safeParse(value ?? {}, { error: sentences[locale] });
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }));
  const [first] = fields;
  throw problem('request.invalid', { detail: [first?.path, first?.message].filter(Boolean).join(': ') }, { fields });
}

function keyOf({ route, actor, input, file, key, address }: Request): CommandKey {
  if (!key) throw problem('request.key_missing');
  return commandKey(actor?.personId ?? `address ${address ?? ''}`, key, route.endpoint.name, input, file?.bytes);
}
