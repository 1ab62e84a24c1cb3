import { type Endpoint, isCommand } from '@duban/contract/endpoint';
import type { Actor } from '@duban/kit/actor';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { FileReply, Route, UploadedFile } from './module.ts';
import { parsePart, type Perform, whyNotAllowed } from './perform.ts';
import { problem } from './problem.ts';
import { localeOf } from './problem-reply.ts';

/**
 * Who sent this request for this endpoint, or null. Supplied by the organisation slice, which may also refuse, for
 * example somebody who must change the password first.
 */
export type Authenticate = (
  headers: Headers,
  endpoint: Pick<Endpoint, 'name'>,
) => Promise<{ readonly actor: Actor } | null>;

const megabyte = 1024 * 1024;

/** Gives a route its place on the HTTP server: parse, perform, answer. */
export function mount(app: FastifyInstance, route: Route, perform: Perform, authenticate: Authenticate): void {
  const { endpoint } = route;
  app.route({
    method: endpoint.method,
    url: `/api${endpoint.path}`,
    bodyLimit: endpoint.upload?.maxBytes ?? megabyte,
    schema: openApiOf(route),
    // The contract's own schemas are applied below, once, for HTTP and for direct calls alike.
    validatorCompiler: () => () => true,
    serializerCompiler: () => (value) => JSON.stringify(value),
    handler: async (request, reply) => {
      const session =
        endpoint.allow === 'public' ? null : await authenticate(new Headers(headersOf(request)), endpoint);
      const caller = {
        route,
        actor: session?.actor ?? null,
        key: keyOf(request),
        address: request.ip,
        locale: localeOf(request.headers['accept-language']),
        log: request.log as Logger,
      };
      // Who may not call this is refused before anything that was sent is read.
      if (whyNotAllowed(route, caller.actor)) return perform({ ...caller, input: {} });
      const { locale } = caller;
      const { fields, file } = endpoint.upload
        ? await readUpload(request, endpoint.upload.maxBytes)
        : { fields: request.body, file: undefined };
      const result = await perform({
        ...caller,
        input: {
          ...parsePart(endpoint.body, fields, locale),
          ...parsePart(endpoint.query, request.query, locale),
          ...parsePart(endpoint.params, request.params, locale),
        },
        file,
      });
      if (endpoint.download) return sendFile(reply, endpoint.download.mediaType, result as FileReply);
      if (result === undefined) return reply.code(204).send();
      return reply.type('application/json; charset=utf-8').send(JSON.stringify(result));
    },
  });
}

function keyOf(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || key === '') return undefined;
  if (key.length > 200) throw problem('request.invalid', { detail: 'Idempotency-Key ≤ 200' });
  return key;
}

function headersOf(request: FastifyRequest): [string, string][] {
  return Object.entries(request.headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value] as [string, string]],
  );
}

/** A multipart request carries its fields as one JSON part named `fields`, and one part named `file`. */
async function readUpload(
  request: FastifyRequest,
  maxBytes: number,
): Promise<{ fields: unknown; file?: UploadedFile }> {
  if (!request.isMultipart()) throw problem('request.unsupported_media');
  let fields: unknown = {};
  let file: UploadedFile | undefined;
  for await (const part of request.parts({
    limits: { fileSize: maxBytes, files: 1, fields: 1, fieldSize: megabyte },
  })) {
    if (part.type === 'file') {
      const bytes = await part.toBuffer().catch((error: unknown) => {
        if ((error as { statusCode?: number }).statusCode !== 413) throw error;
        throw problem('request.too_large', { limit: `${Math.floor(maxBytes / megabyte)} MB` });
      });
      file = { name: part.filename, bytes };
    } else if (part.fieldname === 'fields') {
      try {
        fields = JSON.parse(String(part.value));
      } catch {
        throw problem('request.invalid', { detail: 'fields: JSON' });
      }
    }
  }
  return { fields, file };
}

function sendFile(reply: FastifyReply, mediaType: string, { fileName, content }: FileReply) {
  return reply
    .type(mediaType)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`)
    .header('cache-control', 'private, no-store')
    .send(content instanceof Uint8Array ? Buffer.from(content) : content);
}

/** The OpenAPI description of an endpoint, from the same zod schemas that parse its requests. */
function openApiOf({ endpoint }: Route) {
  const schema = (of: z.ZodType | undefined) => {
    if (!of) return undefined;
    const { $schema: _dialect, ...rest } = z.toJSONSchema(of, { io: 'input', unrepresentable: 'any' });
    return rest;
  };
  const reply = endpoint.reply
    ? { 200: { description: 'OK', ...schema(endpoint.reply) } }
    : { 204: { description: 'OK' } };
  const description = {
    operationId: endpoint.name,
    summary: endpoint.summary,
    tags: [endpoint.path.split('/')[2]!],
    description: [
      `Allowed: ${typeof endpoint.allow === 'string' ? endpoint.allow : endpoint.allow.join(', ')}.`,
      endpoint.problems?.length ? `Problems: ${endpoint.problems.join(', ')}.` : '',
    ].join(' '),
    params: schema(endpoint.params),
    querystring: schema(endpoint.query),
    headers: isCommand(endpoint)
      ? {
          type: 'object',
          required: ['idempotency-key'],
          properties: { 'idempotency-key': { type: 'string', description: 'the same key never acts twice' } },
        }
      : undefined,
    body: endpoint.method === 'GET' || endpoint.method === 'DELETE' ? undefined : schema(endpoint.body),
    consumes: endpoint.upload ? ['multipart/form-data'] : undefined,
    response: endpoint.download ? { 200: { description: endpoint.download.mediaType } } : reply,
  };
  return Object.fromEntries(Object.entries(description).filter(([, part]) => part !== undefined));
}
