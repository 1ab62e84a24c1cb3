import { randomUUIDv7 } from 'node:crypto';
import type { Locale } from '@duban/contract/problem-texts';
import type { Actor } from '@duban/kit/actor';
import type { Logger } from 'pino';
import type { Tx } from './database.ts';

/** What a job has at hand: the transaction, and everything that is not pure. Time and ids come from here alone. */
export type JobCtx = {
  readonly tx: Tx;
  readonly log: Logger;
  now(): Temporal.Instant;
  /** UUIDv7: sorts by time of creation */
  newId(): string;
};

/** What a public endpoint has at hand: nobody is signed in. */
export type PublicCtx = JobCtx & { readonly locale: Locale };

/** What a signed-in request has at hand. */
export type Ctx = PublicCtx & { readonly actor: Actor };

export type Clock = () => Temporal.Instant;
export const systemClock: Clock = () => Temporal.Now.instant();
export const newId = (): string => randomUUIDv7();
