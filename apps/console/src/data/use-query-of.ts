import type { Call, Endpoint, Reply } from '@duban/contract/endpoint';
import { keepPreviousData, queryOptions, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { client } from './client.ts';

export type QueryOfOptions = {
  readonly enabled?: boolean;
  /** milliseconds after which the data are fetched again when looked at; 15 s otherwise */
  readonly staleTime?: number;
  /** keeps the previous page on the screen while the next one is fetched */
  readonly keepPrevious?: boolean;
  /** asks again every so many milliseconds while the page is visible */
  readonly every?: number;
};

/** The query of an endpoint with its input, for loaders and prefetching; pages use `useQueryOf`. */
export function queryOf<E extends Endpoint<any, any, any, any>>(endpoint: E, input: Call<E>) {
  return queryOptions<Reply<E>>({
    queryKey: [endpoint.name, input],
    queryFn: ({ signal }) => client.call(endpoint, input, { signal }),
  });
}

/** What an endpoint answers, cached by its name and input. */
export function useQueryOf<E extends Endpoint<any, any, any, any>>(
  endpoint: E,
  input: Call<E>,
  options: QueryOfOptions = {},
): UseQueryResult<Reply<E>> {
  return useQuery({
    ...queryOf(endpoint, input),
    enabled: options.enabled ?? true,
    ...(options.staleTime === undefined ? {} : { staleTime: options.staleTime }),
    ...(options.every === undefined ? {} : { refetchInterval: options.every }),
    ...(options.keepPrevious ? { placeholderData: keepPreviousData } : {}),
  });
}
