import { QueryCache, QueryClient } from '@tanstack/react-query';
import { ConnectionDropped, isProblem } from './client.ts';
import { tellSessionEnded } from '../session/session-ended.ts';

/** One cache for the whole console. A refusal is an answer and is not retried; only a dropped connection is. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error, query) => {
      if (isProblem(error, 'session.required') && query.meta?.asksForSession !== true) tellSessionEnded();
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (count, error) => error instanceof ConnectionDropped && count < 2,
      networkMode: 'always',
      throwOnError: false,
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});
