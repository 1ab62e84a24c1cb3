/**
 * The idempotency key of a command, made once per intent of the person: pressing the same button again after a lost
 * answer sends the same key, so that the command happens once; other content, or a new intent after an answer, gets
 * a new key.
 */
export type IntentKeys = {
  /** the key for this content; the same as before while no answer has come */
  readonly keyFor: (content: unknown) => string;
  /** an answer has come, yes or no: the next call is a new intent */
  readonly answered: () => void;
};

export function createIntentKeys(newKey: () => string = () => crypto.randomUUID()): IntentKeys {
  let open: { readonly content: string; readonly key: string } | null = null;
  return {
    keyFor(content) {
      const text = JSON.stringify(content);
      if (open?.content !== text) open = { content: text, key: newKey() };
      return open.key;
    },
    answered() {
      open = null;
    },
  };
}
