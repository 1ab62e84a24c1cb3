import type { Me } from '@duban/contract/session';
import { getMe } from '@duban/contract/session';
import { type Actor, hasRole, type Role } from '@duban/kit/actor';
import { useSuspenseQuery } from '@tanstack/react-query';
import { queryOf } from '../data/use-query-of.ts';

/** Asked once per visit; the route guard asks it first, so that pages can rely on it. */
export const meQuery = { ...queryOf(getMe, {}), staleTime: 5 * 60_000, meta: { asksForSession: true } };

export type Session = Me & {
  /** the actor that the domain's rules are asked with */
  readonly actor: Actor;
  readonly may: (...anyOf: readonly Role[]) => boolean;
};

/** Who is signed in. Only below the signed-in frame. */
export function useSession(): Session {
  const { data } = useSuspenseQuery(meQuery);
  const actor = actorOf(data);
  return { ...data, actor, may: (...anyOf) => hasRole(actor, ...anyOf) };
}

export function actorOf(me: Me): Actor {
  return {
    personId: me.person.id,
    name: me.person.name,
    unitId: me.unit.id,
    unitLine: me.line.map((unit) => unit.id),
    jurisdictionId: me.jurisdiction.id,
    roles: me.roles,
  };
}
