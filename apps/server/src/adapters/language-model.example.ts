import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What one request brought. */
export type Received = { readonly url: string; readonly authorization: string | undefined; readonly body: any };

/** A machine that answers chat completions in whatever way a test wants. */
export type FakeModel = {
  /** the address as the settings want it */
  readonly address: string;
  readonly received: readonly Received[];
  /** from now on every request is answered in this way */
  answerWith(reply: (response: ServerResponse, received: Received) => void): void;
  close(): Promise<void>;
};

/** An answer of the right form with this as what the model says. */
export const completion = (content: string): string =>
  JSON.stringify({ choices: [{ index: 0, message: { role: 'assistant', content } }] });

/** An answer of the right form that proposes these quotes. */
export const proposing = (...quotes: string[]): string =>
  completion(JSON.stringify({ directives: quotes.map((quote) => ({ quote })) }));

export async function fakeModel(): Promise<FakeModel> {
  const received: Received[] = [];
  let reply: (response: ServerResponse, received: Received) => void = (response) => response.end(proposing());
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const one = { url: request.url ?? '', authorization: request.headers.authorization, body: JSON.parse(body) };
      received.push(one);
      reply(response, one);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    received,
    answerWith(next) {
      reply = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
