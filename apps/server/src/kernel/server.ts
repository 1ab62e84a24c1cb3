import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import staticFiles from '@fastify/static';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import Fastify, { type FastifyInstance, LogController } from 'fastify';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { Logger } from 'pino';
import { constraintsOf, type Module } from './module.ts';
import { type Authenticate, mount } from './mount.ts';
import type { Perform } from './perform.ts';
import { problem } from './problem.ts';
import { problemReply, sendProblem } from './problem-reply.ts';

export type ServerOptions = {
  readonly modules: readonly Module[];
  readonly perform: Perform;
  readonly authenticate: Authenticate;
  /** serves `/api/auth/*` (sign-in, sessions, second factor) */
  readonly authHandler: (request: Request) => Promise<Response>;
  readonly isReady: () => Promise<boolean>;
  readonly log: Logger;
  /** the built console; null in tests */
  readonly consoleFolder: string | null;
  readonly origin: string | null;
};

/** The HTTP server with everything mounted, not yet listening. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: options.log as never,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    trustProxy: options.origin !== null,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
  }) as unknown as FastifyInstance;
  app.setErrorHandler(problemReply(constraintsOf(options.modules)));
  logRequests(app);
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: options.origin?.startsWith('https') ? [] : null,
      },
    },
    strictTransportSecurity: options.origin?.startsWith('https') ? { maxAge: 31_536_000 } : false,
  });
  await app.register(rateLimit, { global: false });
  await app.register(multipart);
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Duban 督办', version: '0.1.0', description: 'From mandate to close-out, provably.' },
    },
  });
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    staticCSP:
      "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; object-src 'none'; frame-ancestors 'none'",
    theme: {
      title: 'Duban 督办 API',
      css: [{ filename: 'duban.css', content: '.swagger-ui .topbar { display: none }' }],
    },
  });
  await app.register(async (api) => {
    for (const module of options.modules) {
      for (const route of module.routes) mount(api, route, options.perform, options.authenticate);
    }
  });
  mountAuth(app, options.authHandler);
  app.get('/healthz', { schema: { hide: true } }, async () => ({ alive: true }));
  app.get('/readyz', { schema: { hide: true } }, async (_request, reply) => {
    const ready = await options.isReady();
    return reply.code(ready ? 200 : 503).send({ ready });
  });
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  await mountConsole(app, options.consoleFolder);
  return app;
}

function logRequests(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  app.addHook('onResponse', async (request, reply) => {
    const isApi = request.url.startsWith('/api/');
    const level = !isApi ? 'debug' : reply.statusCode >= 500 ? 'error' : 'info';
    request.log[level]({ req: request, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'request');
  });
}

/** Hands `/api/auth/*` to the identity library as a web-standard request. */
function mountAuth(app: FastifyInstance, handle: (request: Request) => Promise<Response>): void {
  app.route({
    method: ['GET', 'POST'],
    url: '/api/auth/*',
    schema: { hide: true },
    config: { rateLimit: { max: 300, timeWindow: '1 minute' } },
    handler: async (request, reply) => {
      const url = new URL(request.url, `${request.protocol}://${request.host}`);
      const headers = new Headers();
      for (const [name, value] of Object.entries(request.headers))
        if (value !== undefined) headers.set(name, String(value));
      headers.set('x-duban-address', request.ip);
      const hasBody = request.method === 'POST' && request.body !== undefined && request.body !== null;
      const response = await handle(
        new Request(url, { method: request.method, headers, body: hasBody ? JSON.stringify(request.body) : null }),
      );
      reply.code(response.status);
      for (const [name, value] of response.headers) if (name !== 'set-cookie') reply.header(name, value);
      for (const cookie of response.headers.getSetCookie()) reply.header('set-cookie', cookie);
      return reply.send(response.body ? Buffer.from(await response.arrayBuffer()) : null);
    },
  });
}

/** The built pages; every address that is not a file is the console's own. */
async function mountConsole(app: FastifyInstance, folder: string | null): Promise<void> {
  const built = folder !== null && existsSync(`${folder}/index.html`);
  if (built) {
    await app.register(staticFiles, {
      root: folder,
      index: ['index.html'],
      preCompressed: true,
      cacheControl: false,
      setHeaders: (reply, path) => {
        const immutable = path.includes('/assets/');
        reply.header('cache-control', immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  }
  app.setNotFoundHandler((request, reply) => {
    const isPage =
      request.method === 'GET' && !request.url.startsWith('/api/') && !/\.\w+$/.test(request.url.split('?')[0]!);
    if (built && isPage) return reply.header('cache-control', 'no-cache').sendFile('index.html');
    return sendProblem(problem('request.not_found'), request, reply);
  });
}
