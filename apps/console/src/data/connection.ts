import { useSyncExternalStore } from 'react';

/** Whether the last call reached the server. Told by every call, shown by the banner of the frame. */
type Connection = 'reached' | 'dropped';

let state: Connection = 'reached';
const listeners = new Set<() => void>();

export function tellConnection(next: Connection): void {
  if (next === state) return;
  state = next;
  for (const listener of listeners) listener();
}

export function useConnection(): Connection {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => state,
  );
}
