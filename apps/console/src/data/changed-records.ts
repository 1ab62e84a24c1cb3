import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel('duban.changed-records') : null;

/** Tells the other tabs of this browser that a record has changed. */
export function tellChanged(id: string): void {
  channel?.postMessage(id);
}

/** Fetches a record again when another tab changed it; what is being typed is not touched. */
export function useChangesElsewhere(id: string): void {
  const queries = useQueryClient();
  useEffect(() => {
    const onMessage = (event: MessageEvent) => {
      if (event.data === id)
        void queries.invalidateQueries({ predicate: ({ queryKey }) => JSON.stringify(queryKey[1]).includes(id) });
    };
    channel?.addEventListener('message', onMessage);
    return () => channel?.removeEventListener('message', onMessage);
  }, [id, queries]);
}
