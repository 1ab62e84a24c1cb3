import type { z } from 'zod';
import type { Allow } from './roles.ts';
import type { ProblemCode } from './problems.ts';

/**
 * One operation of the wire, written once: the server mounts it, the client calls it, OpenAPI describes it.
 * A `GET` is a query; everything else is a command and carries an `Idempotency-Key` header.
 */
export type Endpoint<
  Params extends z.ZodObject = z.ZodObject,
  Query extends z.ZodObject = z.ZodObject,
  Body extends z.ZodObject = z.ZodObject,
  Reply extends z.ZodType = z.ZodType,
> = {
  /** verb + noun, the name of the command in route, file, function, button and audit line */
  readonly name: string;
  readonly summary: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** below `/api`, for example `/v1/cases/:id/close-out` */
  readonly path: `/v1/${string}`;
  readonly allow: Allow;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly reply?: Reply;
  /** codes the caller should expect beside the general ones (`request.*`, `session.*`) */
  readonly problems?: readonly ProblemCode[];
  /** the request is multipart: one file beside the fields of `body` */
  readonly upload?: { readonly maxBytes: number };
  /** the reply is a file of this media type instead of JSON */
  readonly download?: { readonly mediaType: string };
};

/** An endpoint without such fields contributes nothing to the flat input. */
type None = z.ZodObject<{}>;
type Shape<T> = T extends None ? (None extends T ? unknown : z.output<T>) : unknown;
type Given<T> = T extends None ? (None extends T ? unknown : z.input<T>) : unknown;

/** What a handler receives: path, query and body fields in one flat object, parsed. */
export type Input<E> = E extends Endpoint<infer P, infer Q, infer B, infer _R> ? Shape<P> & Shape<Q> & Shape<B> : never;

/** What a caller passes: the same fields before defaults are applied. */
export type Call<E> = E extends Endpoint<infer P, infer Q, infer B, infer _R> ? Given<P> & Given<Q> & Given<B> : never;

export type Reply<E> = E extends Endpoint<infer _P, infer _Q, infer _B, infer R> ? z.output<R> : never;

/** Declares an endpoint; the identity function, there for the types. */
export function endpoint<
  Params extends z.ZodObject = z.ZodObject<{}>,
  Query extends z.ZodObject = z.ZodObject<{}>,
  Body extends z.ZodObject = z.ZodObject<{}>,
  Reply extends z.ZodType = z.ZodUndefined,
>(definition: Endpoint<Params, Query, Body, Reply>): Endpoint<Params, Query, Body, Reply> {
  return definition;
}

/** A command changes something; a query does not. */
export function isCommand(of: Pick<Endpoint, 'method'>): boolean {
  return of.method !== 'GET';
}
