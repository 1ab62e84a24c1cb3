import type { FastifyInstance } from 'fastify';

/** A `fetch` that hands the request to the server inside this process: real HTTP parsing, no socket. */
export function injectedFetch(app: FastifyInstance, extra: Readonly<Record<string, string>>): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const body = init?.body ? Buffer.from(await request.arrayBuffer()) : undefined;
    const url = new URL(request.url);
    const reply = await app.inject({
      method: request.method as 'GET',
      url: url.pathname + url.search,
      headers: { ...Object.fromEntries(request.headers), ...extra },
      payload: body,
      // Limits are counted per address; a test may stand at as many as it likes.
      ...(request.headers.has('x-test-address') && { remoteAddress: request.headers.get('x-test-address')! }),
    });
    const headers = new Headers();
    for (const [name, value] of Object.entries(reply.headers)) {
      for (const one of Array.isArray(value) ? value : [value])
        if (one !== undefined) headers.append(name, String(one));
    }
    const empty = reply.statusCode === 204 || reply.statusCode === 304;
    return new Response(empty ? null : new Uint8Array(reply.rawPayload), { status: reply.statusCode, headers });
  };
}
