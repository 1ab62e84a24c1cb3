import type { ProblemBody, ProblemCode } from '@duban/contract/problems';
import { isProblemCode } from '@duban/contract/problems';
import type { Acceptance, Decision, Refusal } from '@duban/kit/refusal';

type Details = Pick<ProblemBody, 'fields' | 'rows'>;

/** An expected failure on its way to the client. It ends the transaction; nothing of it is kept. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly params: Readonly<Record<string, string | number>>;
  readonly details: Details;

  constructor(code: ProblemCode, params: Readonly<Record<string, string | number>>, details: Details) {
    super(code);
    this.code = code;
    this.params = params;
    this.details = details;
  }
}

export function problem(
  code: ProblemCode,
  params: Readonly<Record<string, string | number>> = {},
  details: Details = {},
): Problem {
  return new Problem(code, params, details);
}

/** Throws the refusal, if there is one, as a Problem. */
export function demand(refusal: Refusal | null): void {
  if (refusal) throw problemOf(refusal);
}

/** The events of an accepted decision; a refused one is thrown as a Problem. */
export function unwrap<Event>(decision: Decision<Event>): Acceptance<Event>['events'] {
  if (decision.refused) throw problemOf(decision);
  return decision.events;
}

/** What a rule gives that may also refuse; the refusal is thrown as a Problem. */
export function granted<Value extends object>(answer: Value | Refusal): Value {
  if ('refused' in answer) throw problemOf(answer as Refusal);
  return answer;
}

function problemOf(refusal: Refusal): Problem {
  if (!isProblemCode(refusal.code)) throw new Error(`problem code is not registered: ${refusal.code}`);
  return problem(refusal.code, refusal.params);
}
