import { type Endpoint, isCommand } from '@duban/contract/endpoint';
import type { Acting, Desk, DeskSession } from '@duban/demo/desk';
import { seededRandom } from '@duban/demo/random';
import type { Actor } from '@duban/kit/actor';
import type { Logger } from 'pino';
import type { Ctx, JobCtx } from '../kernel/context.ts';
import type { Tx } from '../kernel/database.ts';
import type { Module, Route } from '../kernel/module.ts';
import { demandAllowed, parsePart } from '../kernel/perform.ts';
import type { RunInTransaction } from '../kernel/transaction.ts';
import { actorOfAccount, foundJurisdiction, hashNewPassword, installPerson } from '../organisation/module.ts';
import { type Changed, pastJobs } from './past-jobs.ts';
import { timeOrderedIds } from './time-ordered-ids.ts';

/**
 * The server's side of the demo builder: commands given by people of the demo at moments of the past, through the same
 * routes, checks and handlers as over HTTP, and the jobs that follow from them at the same moments. What it leaves out
 * is what HTTP adds: the session, the idempotency key, and one transaction for each command (several share one, or
 * loading two thousand cases would take minutes). While a desk is in use, the reactions of the server rest.
 */
export function demoDesk(run: RunInTransaction, modules: readonly Module[], log: Logger, news: NewsSince): Desk {
  const routes = new Map(modules.flatMap((module) => module.routes).map((route) => [route.endpoint.name, route]));
  const actors = new Map<string, Actor>();
  const newId = timeOrderedIds(seededRandom(20_260_101));
  const jobs = pastJobs(modules, news.since);
  let hash: ReturnType<typeof hashNewPassword> | null = null;

  const actorOf = async (tx: Tx, { as, at }: Acting): Promise<Actor> => {
    const known = actors.get(as);
    if (known) return known;
    const day = at.toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString();
    const actor = await actorOfAccount(tx, as, day);
    if (!actor) throw new Error(`nobody in the demo district has the account ${as}`);
    actors.set(as, actor);
    return actor;
  };

  const contextAt = (tx: Tx, at: Temporal.Instant): JobCtx => ({
    tx,
    log,
    now: () => at,
    newId: () => newId(at.epochMilliseconds),
  });

  const sessionOf = (tx: Tx, changed: Changed[]): DeskSession => ({
    async call(endpoint, input, acting) {
      const route = routes.get(endpoint.name);
      if (!route) throw new Error(`the server has no route ${endpoint.name}`);
      const actor = await actorOf(tx, acting);
      const reply = await give(route, { ...contextAt(tx, acting.at), actor, locale: 'zh-CN' }, input as object, acting);
      if (isCommand(endpoint)) changed.push(...changeIn(input as object, reply, acting.at));
      return reply as any;
    },
    runJob: (name, at) => jobs.run(name, contextAt(tx, at), {}),
    foundDistrict: (district, at) => foundJurisdiction(contextAt(tx, at), { ...district, validFrom: '2020-01-01' }),
    async installPerson({ account, name, roles, title }, unitId, jurisdictionId, password, at) {
      // one slow hash for everybody: the password of the demo is no secret
      hash ??= hashNewPassword(password, account);
      const person = {
        jurisdictionId,
        unitId,
        name,
        account,
        roles,
        title,
        mustChange: false,
        validFrom: '2020-01-01',
      };
      return installPerson(contextAt(tx, at), { ...person, hash: await hash });
    },
  });

  return {
    work: (work) =>
      run(async (tx) => {
        const changed: Changed[] = [];
        const result = await jobs.withoutReactions(() => work(sessionOf(tx, changed)));
        await jobs.runReactions(tx, changed, (at) => contextAt(tx, at));
        return result;
      }),
  };
}

/** From when on people are told news: what is older, nobody would still find unread. */
export type NewsSince = { readonly since: Temporal.Instant };

/** Which events of which record a command appended: those between the version it was given and the one it answered. */
function changeIn(input: object, reply: unknown, at: Temporal.Instant): Changed[] {
  const { id, version } = (reply ?? {}) as { id?: string; version?: number };
  if (id === undefined || version === undefined) return [];
  return [{ id, after: (input as { version?: number }).version ?? 0, upTo: version, at }];
}

async function give(route: Route, ctx: Ctx, input: object, { file, as, at }: Acting): Promise<unknown> {
  const endpoint: Endpoint = route.endpoint;
  try {
    demandAllowed(route, ctx.actor);
    const parsed = {
      ...parsePart(endpoint.params, input, ctx.locale),
      ...parsePart(endpoint.query, input, ctx.locale),
      ...parsePart(endpoint.body, input, ctx.locale),
    };
    const prepared = await route.prepare?.(parsed, file);
    return await route.handle(ctx, parsed, prepared);
  } catch (error) {
    throw new Error(`${as} could not ${endpoint.name} at ${at}: ${(error as Error).message}`, { cause: error });
  }
}
