/**
 * An expected "no" of the domain. Rules return it, never throw it: the server turns it into a Problem and the page
 * shows the same sentence beside the greyed button. `code` is one of the registered problem codes
 * (`@duban/contract/problems`), `params` fills the placeholders of its translated sentence.
 */
export type Refusal = {
  readonly refused: true;
  readonly code: string;
  readonly params: RefusalParams;
};

export type RefusalParams = Readonly<Record<string, string | number>>;

/** A "yes" of the domain: the events that happened, in order. */
export type Acceptance<Event> = { readonly refused: false; readonly events: readonly Event[] };

export type Decision<Event> = Refusal | Acceptance<Event>;

/** @param code `noun.reason`, as registered. */
export function refuse(code: string, params: RefusalParams = {}): Refusal {
  return { refused: true, code, params };
}

export function accept<Event>(...events: readonly Event[]): Acceptance<Event> {
  return { refused: false, events };
}
