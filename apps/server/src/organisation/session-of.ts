import type { Actor } from '@duban/kit/actor';
import type { SignedIn } from './actor.ts';

/**
 * Which session a request came in. The kernel hands an actor to every handler and knows nothing of sessions; the few
 * handlers here that need one find it by the very object that `authenticate` made.
 */
const sessions = new WeakMap<Actor, SignedIn>();

export function noteSession(signedIn: SignedIn): SignedIn {
  sessions.set(signedIn.actor, signedIn);
  return signedIn;
}

/** Null for an actor that did not sign in: the demo builder, a test. */
export function sessionOf(actor: Actor): SignedIn | null {
  return sessions.get(actor) ?? null;
}
