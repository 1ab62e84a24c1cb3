import type { Call, Endpoint } from '@duban/contract/endpoint';
import { isCommand } from '@duban/contract/endpoint';
import { createSignIn } from '@duban/contract/sign-in';
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';

/**
 * A caller as light as Node has one: connections kept open, bodies prepared, nothing parsed that is not asked for. What
 * it costs to make the load must not be charged to what is measured.
 */
export type Caller = {
  /** sends a request and gives the body; throws for any answer that is not 2xx */
  send<E extends Endpoint<any, any, any, any>>(endpoint: E, input: Call<E>): Promise<string>;
  /** an answer that asks nothing of the database: what the way there and back costs at this moment */
  ping(): Promise<string>;
  close(): void;
};

/** @param cookie from `signIn` */
export function createCaller(origin: string, cookie: string, connections: number): Caller {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const { hostname, port } = new URL(origin);
  const ask = (method: string, path: string, body: string, headers: Record<string, string | number>) =>
    new Promise<string>((resolve, reject) => {
      const sent = request({ agent, hostname, port, path, method, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          if (response.statusCode! < 300) resolve(text);
          else reject(new Error(`${method} ${path}: ${response.statusCode} ${text}`));
        });
      });
      sent.on('error', reject);
      sent.end(body);
    });
  const send = (endpoint: Endpoint, input: Record<string, unknown>) => {
    const { path, body } = partsOf(endpoint, input);
    const headers: Record<string, string | number> = { cookie, accept: 'application/json' };
    if (isCommand(endpoint)) {
      headers['content-type'] = 'application/json';
      headers['content-length'] = Buffer.byteLength(body);
      headers['idempotency-key'] = randomUUID();
      headers['origin'] = origin;
    }
    return ask(endpoint.method, path, body, headers);
  };
  return {
    send: (endpoint, input) => send(endpoint, input as Record<string, unknown>),
    ping: () => ask('GET', '/healthz', '', {}),
    close: () => agent.destroy(),
  };
}

function partsOf(endpoint: Endpoint, input: Record<string, unknown>): { path: string; body: string } {
  const rest = new Map(Object.entries(input));
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = String(rest.get(name));
    rest.delete(name);
    return encodeURIComponent(value);
  });
  if (isCommand(endpoint)) return { path: `/api${path}`, body: JSON.stringify(Object.fromEntries(rest)) };
  const query = new URLSearchParams();
  for (const [name, value] of rest) {
    for (const item of Array.isArray(value) ? value : [value]) if (item !== undefined) query.append(name, String(item));
  }
  return { path: `/api${path}${query.size > 0 ? `?${query}` : ''}`, body: '' };
}

/** Signs a person of the demo cast in. @returns the cookie header of the session */
export async function signIn(origin: string, account: string, password: string): Promise<string> {
  let cookie = '';
  const keepCookies: typeof fetch = async (input, init) => {
    const response = await fetch(input, init);
    cookie = response.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    return response;
  };
  const step = await createSignIn({ origin, fetch: keepCookies, headers: () => ({ origin }) }).signIn(
    account,
    password,
  );
  if (step !== 'done' || cookie === '') throw new Error(`could not sign in as ${account}`);
  return cookie;
}
