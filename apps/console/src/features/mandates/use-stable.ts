import { useCallback, useRef } from 'react';

/** The same function for the life of a component, always doing what the latest one does: memoised rows stay as they are. */
export function useStable<Arguments extends unknown[], Result>(
  act: (...given: Arguments) => Result,
): (...given: Arguments) => Result {
  const latest = useRef(act);
  latest.current = act;
  return useCallback((...given) => latest.current(...given), []);
}
