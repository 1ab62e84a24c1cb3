import { createContext, useContext } from 'react';

/** The few words that the primitives say by themselves; the application gives them in its language. */
export type UiTexts = {
  readonly loading: string;
  readonly retry: string;
  readonly errorTitle: string;
  readonly requestId: (id: string) => string;
  readonly forbiddenTitle: string;
  readonly whyNot: string;
  readonly previousPage: string;
  readonly nextPage: string;
  readonly firstPage: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly zoomReset: string;
  readonly mapHelp: string;
  readonly legend: string;
  readonly close: string;
  readonly shortcuts: string;
};

const UiTextsContext = createContext<UiTexts | null>(null);

export const UiTextsProvider = UiTextsContext.Provider;

/** @throws when the page is not wrapped in a `UiTextsProvider`: untranslated text must not slip through. */
export function useUiTexts(): UiTexts {
  const texts = useContext(UiTextsContext);
  if (!texts) throw new Error('wrap the application in <UiTextsProvider value={…}>');
  return texts;
}
