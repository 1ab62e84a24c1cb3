import type { Endpoint, Input, Reply } from '@duban/contract/endpoint';
import type { ProblemCode } from '@duban/contract/problems';
import type { Readable } from 'node:stream';
import type { Ctx, JobCtx, PublicCtx } from './context.ts';
import type { ConstraintProblems } from './database-problem.ts';

/** A file that came with a request, already bounded by the endpoint's limit. */
export type UploadedFile = { readonly name: string; readonly bytes: Uint8Array };

/** A file that a `download` endpoint answers with. */
export type FileReply = { readonly fileName: string; readonly content: Uint8Array | Readable };

/** An endpoint without a reply schema answers with nothing, or with a file. */
type Result<E> = Reply<E> extends undefined ? FileReply | undefined | void : Reply<E>;

/** An endpoint bound to the function that serves it. */
export type Route = {
  readonly endpoint: Endpoint<any, any, any, any>;
  readonly handle: (ctx: any, input: any, prepared: any) => Promise<unknown>;
  readonly prepare?: (input: any, file: UploadedFile | undefined) => Promise<unknown>;
  readonly refused?: Refused<any>;
};

/** What is written down when a command was refused, in a transaction of its own: that of the command left nothing. */
export type Refused<Input> = (ctx: Ctx, code: ProblemCode, input: Input) => Promise<void>;

/**
 * Binds an endpoint for signed-in callers. `prepare` runs before the transaction is opened: the place for slow work
 * such as re-encoding an image or reading a spreadsheet; its result is the handler's third argument.
 */
export function route<E extends Endpoint<any, any, any, any>, Prepared = undefined>(
  endpoint: E,
  handle: (ctx: Ctx, input: Input<E>, prepared: Prepared) => Promise<Result<E>>,
  options: {
    prepare?: (input: Input<E>, file: UploadedFile | undefined) => Promise<Prepared>;
    refused?: Refused<Input<E>>;
  } = {},
): Route {
  if (endpoint.allow === 'public') throw new Error(`${endpoint.name} is public: bind it with publicRoute`);
  return { endpoint, handle, ...options };
}

/** Binds an endpoint that anybody may call. Said aloud, because it is the exception. */
export function publicRoute<E extends Endpoint<any, any, any, any>>(
  endpoint: E,
  handle: (ctx: PublicCtx, input: Input<E>) => Promise<Result<E>>,
): Route {
  if (endpoint.allow !== 'public') throw new Error(`${endpoint.name} is not public: bind it with route`);
  return { endpoint, handle };
}

/** Jobs recompute, they never increment: a job may run twice and must then do nothing the second time. */
export type Job = (ctx: JobCtx, payload: any) => Promise<void>;

/**
 * A job that calls another machine. A transaction must not stay open meanwhile, so it has three parts: `gather` reads
 * what is needed, `work` does it without the database, `settle` writes what came of it. Like any job it may run twice;
 * what may have changed while it worked is for `settle` to look at again. Errands run one after the other and apart from
 * the other jobs, which a slow machine must not hold up.
 */
export type Errand<Found = any, Result = any> = {
  /** @returns null when there is nothing to do any more */
  readonly gather: (ctx: JobCtx, payload: any) => Promise<Found | null>;
  /** Expected failure is a result: whatever is thrown, as when `stop` says so, is tried again from the beginning. */
  readonly work: (found: Found, stop: AbortSignal) => Promise<Result>;
  readonly settle: (ctx: JobCtx, found: Found, result: Result) => Promise<void>;
};

export type Module = {
  readonly name: string;
  readonly routes: readonly Route[];
  /** event type → names of the jobs that follow it, added in the event's own transaction */
  readonly reactions: Readonly<Record<string, readonly string[]>>;
  readonly jobs: Readonly<Record<string, Job | Errand>>;
  /** jobs by the clock, in the syntax of cron */
  readonly crons: readonly { readonly match: string; readonly job: string }[];
  readonly constraints: ConstraintProblems;
};

/** The sentences of all slices for what the database refuses. */
export function constraintsOf(modules: readonly Module[]): ConstraintProblems {
  return Object.assign({}, ...modules.map(({ constraints }) => constraints));
}

/** The table of contents of a slice. */
export function defineModule(module: Partial<Module> & Pick<Module, 'name'>): Module {
  return { routes: [], reactions: {}, jobs: {}, crons: [], constraints: {}, ...module };
}
