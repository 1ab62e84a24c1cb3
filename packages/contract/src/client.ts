import { type Call, type Endpoint, isCommand, type Reply } from './endpoint.ts';
import type { ProblemBody } from './problems.ts';

/** A refusal that came over the wire. `problem.title` is already in the caller's language. */
export class ProblemError extends Error {
  readonly problem: ProblemBody;
  constructor(problem: ProblemBody) {
    super(problem.title);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

export type ClientOptions = {
  /** for example `http://127.0.0.1:4100`; empty in the browser */
  readonly origin?: string;
  readonly fetch?: typeof fetch;
  readonly headers?: () => Record<string, string>;
  readonly newKey?: () => string;
};

export type CallOptions = {
  /** repeat with the same key to be sure that the command happens once */
  readonly key?: string;
  readonly file?: { readonly name: string; readonly content: Blob };
  readonly signal?: AbortSignal;
};

export type Client = {
  call<E extends Endpoint<any, any, any, any>>(endpoint: E, input: Call<E>, options?: CallOptions): Promise<Reply<E>>;
  /** for endpoints that answer with a file */
  download<E extends Endpoint<any, any, any, any>>(endpoint: E, input: Call<E>, options?: CallOptions): Promise<Blob>;
  /** the address of a query, for links and `<img>` */
  url<E extends Endpoint<any, any, any, any>>(endpoint: E, input: Call<E>): string;
};

/** The typed client used by the pages, the tests, the demo builder and the benchmarks alike. */
export function createClient(options: ClientOptions = {}): Client {
  const doFetch = options.fetch ?? fetch;
  const newKey = options.newKey ?? (() => crypto.randomUUID());
  const origin = options.origin ?? '';

  async function send(endpoint: Endpoint, input: Record<string, unknown>, call: CallOptions): Promise<Response> {
    const headers: Record<string, string> = { accept: 'application/json', ...options.headers?.() };
    const init: RequestInit = { method: endpoint.method, headers, credentials: 'same-origin', signal: call.signal };
    if (isCommand(endpoint)) {
      headers['idempotency-key'] = call.key ?? newKey();
      const fields = pick(endpoint.body, input);
      if (endpoint.upload) {
        const form = new FormData();
        form.append('fields', JSON.stringify(fields));
        if (call.file) form.append('file', call.file.content, call.file.name);
        init.body = form;
      } else {
        headers['content-type'] = 'application/json';
        init.body = JSON.stringify(fields);
      }
    }
    const response = await doFetch(origin + addressOf(endpoint, input), init);
    if (!response.ok) throw new ProblemError(await problemOf(response));
    return response;
  }

  return {
    async call(endpoint, input, call = {}) {
      const response = await send(endpoint, input as Record<string, unknown>, call);
      return response.status === 204 ? undefined : ((await response.json()) as any);
    },
    async download(endpoint, input, call = {}) {
      return (await send(endpoint, input as Record<string, unknown>, call)).blob();
    },
    url: (endpoint, input) => origin + addressOf(endpoint, input as Record<string, unknown>),
  };
}

function pick(schema: Endpoint['body'], input: Record<string, unknown>): Record<string, unknown> {
  const picked: Record<string, unknown> = {};
  for (const name of Object.keys(schema?.shape ?? {})) if (input[name] !== undefined) picked[name] = input[name];
  return picked;
}

function addressOf(endpoint: Endpoint, input: Record<string, unknown>): string {
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(input[name])));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(pick(endpoint.query, input))) {
    for (const item of Array.isArray(value) ? value : [value]) search.append(name, String(item));
  }
  const query = search.toString();
  return `/api${path}${query ? `?${query}` : ''}`;
}

async function problemOf(response: Response): Promise<ProblemBody> {
  if (response.headers.get('content-type')?.startsWith('application/problem+json')) {
    return (await response.json()) as ProblemBody;
  }
  return {
    type: 'about:blank',
    code: 'server.unexpected',
    status: response.status,
    title: `HTTP ${response.status}`,
    params: { id: response.headers.get('x-request-id') ?? '' },
  };
}
