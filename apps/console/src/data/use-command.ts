import type { Call, Endpoint, Reply } from '@duban/contract/endpoint';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { tellSessionEnded } from '../session/session-ended.ts';
import { client, clientWithProgress, isProblem } from './client.ts';
import { wordsOf } from './error-words.ts';
import { createIntentKeys } from './intent-key.ts';

export type CommandOptions<E> = {
  /** queries that the command makes old, by endpoint; they are fetched again */
  readonly refreshes?: readonly Pick<Endpoint, 'name'>[];
  readonly onDone?: (reply: Reply<E>) => void;
};

export type Command<E> = {
  /** sends the command; resolves with the reply, or undefined when it was refused (the refusal is in `sentence`) */
  readonly send: (input: Call<E>, file?: File) => Promise<Reply<E> | undefined>;
  readonly isSending: boolean;
  /** how much of an upload has left, from 0 to 1 */
  readonly progress: number | null;
  readonly error: unknown;
  /** the refusal or failure in the reader's language */
  readonly sentence: string | null;
  readonly isStale: boolean;
  readonly reset: () => void;
};

/**
 * A command of the wire as a page uses it: the idempotency key belongs to the person's intent, so pressing again after
 * a lost answer is safe; an ended session asks for the password without leaving the page.
 */
export function useCommand<E extends Endpoint<any, any, any, any>>(
  endpoint: E,
  options: CommandOptions<E> = {},
): Command<E> {
  const queries = useQueryClient();
  const keys = useRef(createIntentKeys());
  const [progress, setProgress] = useState<number | null>(null);
  async function refresh(): Promise<void> {
    const names = new Set(options.refreshes?.map((of) => of.name));
    if (names.size) await queries.invalidateQueries({ predicate: (query) => names.has(String(query.queryKey[0])) });
  }
  const mutation = useMutation<Reply<E>, unknown, { input: Call<E>; file?: File | undefined }>({
    mutationFn: async ({ input, file }) => {
      const key = keys.current.keyFor([input, file && [file.name, file.size, file.lastModified]]);
      const sender = endpoint.upload ? clientWithProgress(setProgress) : client;
      try {
        const reply = await sender.call(endpoint, input, {
          key,
          ...(file ? { file: { name: file.name, content: file } } : {}),
        });
        keys.current.answered();
        return reply;
      } catch (error) {
        if (isProblem(error) && error.problem.status < 500) keys.current.answered();
        if (isProblem(error, 'session.required')) tellSessionEnded();
        throw error;
      } finally {
        setProgress(null);
      }
    },
    // What was shown is old: fetch it, so that the page can say what changed.
    onError: (error) => (isProblem(error, 'record.stale') ? refresh() : undefined),
    onSuccess: async (reply) => {
      options.onDone?.(reply);
      await refresh();
    },
  });
  return {
    // The refusal is kept in `error` and shown by the page; a caller that awaits must not have to catch it too.
    send: (input, file) => mutation.mutateAsync({ input, file }).catch(() => undefined),
    isSending: mutation.isPending,
    progress,
    error: mutation.error,
    sentence: mutation.error ? wordsOf(mutation.error).sentence : null,
    isStale: isProblem(mutation.error, 'record.stale'),
    reset: mutation.reset,
  };
}
