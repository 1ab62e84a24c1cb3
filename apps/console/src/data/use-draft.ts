import { useState } from 'react';

export type Draft<T> = {
  readonly initial: Partial<T>;
  /** something typed earlier was found again */
  readonly wasKept: boolean;
  readonly keep: (values: T) => void;
  readonly forget: () => void;
};

/** Keeps what is being typed in this tab, so that a reload or an ended session loses nothing. */
export function useDraft<T extends object>(name: string, empty: Partial<T>): Draft<T> {
  const key = `duban.draft.${name}`;
  const [initial] = useState<{ values: Partial<T>; kept: boolean }>(() => {
    const stored = sessionStorage.getItem(key);
    if (stored === null) return { values: empty, kept: false };
    return { values: { ...empty, ...(JSON.parse(stored) as T) }, kept: true };
  });
  const [kept, setKept] = useState(initial.kept);
  return {
    initial: initial.values,
    wasKept: kept,
    keep: (values) => sessionStorage.setItem(key, JSON.stringify(values)),
    forget: () => {
      sessionStorage.removeItem(key);
      setKept(false);
    },
  };
}
