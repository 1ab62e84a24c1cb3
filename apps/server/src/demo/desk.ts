import type { Endpoint } from '@duban/contract/endpoint';
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
import { timeOrderedIds } from './time-ordered-ids.ts';

/**
 * The server's side of the demo builder: commands given by people of the demo at moments of the past, through the same
 * routes, checks and handlers as over HTTP. What it leaves out is what HTTP adds: the session, the idempotency key, and
 * one transaction for each command (several share one, or loading two thousand cases would take minutes).
 */
export function demoDesk(run: RunInTransaction, modules: readonly Module[], log: Logger): Desk {
  const routes = new Map(modules.flatMap((module) => module.routes).map((route) => [route.endpoint.name, route]));
  const actors = new Map<string, Actor>();
  const newId = timeOrderedIds(seededRandom(20_260_101));
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

  const sessionOf = (tx: Tx): DeskSession => ({
    async call(endpoint, input, acting) {
      const route = routes.get(endpoint.name);
      if (!route) throw new Error(`the server has no route ${endpoint.name}`);
      const actor = await actorOf(tx, acting);
      const reply = await give(route, { ...contextAt(tx, acting.at), actor, locale: 'zh-CN' }, input as object, acting);
      return reply as any;
    },
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

  return { work: (work) => run((tx) => work(sessionOf(tx))) };
}

async function give(route: Route, ctx: Ctx, input: object, { file, as, at }: Acting): Promise<unknown> {
  const endpoint: Endpoint = route.endpoint;
  try {
    demandAllowed(route, ctx.actor);
    const parsed = {
      ...parsePart(endpoint.params, input, 'zh-CN'),
      ...parsePart(endpoint.query, input, 'zh-CN'),
      ...parsePart(endpoint.body, input, 'zh-CN'),
    };
    const prepared = await route.prepare?.(parsed, file);
    return await route.handle(ctx, parsed, prepared);
  } catch (error) {
    throw new Error(`${as} could not ${endpoint.name} at ${at}: ${(error as Error).message}`, { cause: error });
  }
}
