/**
 * A session may end while a form is half filled. Whoever gets the refusal tells it here; the frame then asks for the
 * password in a dialog over the page, so that nothing typed is lost.
 */
const listeners = new Set<() => void>();

export function tellSessionEnded(): void {
  for (const listener of listeners) listener();
}

export function onSessionEnded(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
