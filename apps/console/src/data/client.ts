import { createClient, ProblemError } from '@duban/contract/client';
import { currentLocale } from '../i18n/setup.ts';
import { tellConnection } from './connection.ts';
import { sendWithProgress } from './send-with-progress.ts';
import { tellServerDate } from './server-clock.ts';

/** The request did not reach the server, or its answer did not come back: it may be repeated with the same key. */
export class ConnectionDropped extends Error {
  constructor() {
    super('the connection dropped');
    this.name = 'ConnectionDropped';
  }
}

function watched(send: typeof fetch): typeof fetch {
  return async (input, init) => {
    try {
      const response = await send(input, init);
      tellConnection('reached');
      tellServerDate(response.headers.get('date'));
      return response;
    } catch (error) {
      if (init?.signal?.aborted) throw error;
      tellConnection('dropped');
      throw new ConnectionDropped();
    }
  };
}

export const headers = () => ({ 'accept-language': currentLocale() });

export const watchedFetch = watched((input, init) => fetch(input, init));

/** The typed client of the pages; refusals come back in the language that is spoken now. */
export const client = createClient({ fetch: watchedFetch, headers });

/** A client that tells how much of an upload has left, from 0 to 1. */
export function clientWithProgress(onProgress: (part: number) => void): typeof client {
  return createClient({ fetch: watched(sendWithProgress(onProgress)), headers });
}

export function isProblem(error: unknown, code?: string): error is ProblemError {
  return error instanceof ProblemError && (code === undefined || error.problem.code === code);
}
