import type { Deadline, Directive, DirectiveDoubt, Recurrence, Span } from '../mandate.ts';
import type { FoundQuantity } from '../quantities/quantities.ts';
import { actionOf } from './acts.ts';
import type { FoundDirective } from './found-directive.ts';
import { objectOf, territoryOf } from './object.ts';

/** What is known about a directive before its fields are read out of its words. */
export type KnownDirective = {
  readonly span: Span;
  /** the act, without the words that say who is told */
  readonly act: string;
  readonly leads: readonly string[];
  readonly supports: readonly string[];
  readonly times: {
    readonly deadline: Deadline | null;
    readonly begin: Deadline | null;
    readonly period: Recurrence | null;
  };
  readonly quantities: readonly FoundQuantity[];
  readonly headings: readonly string[];
  readonly rules: readonly string[];
};

/** A directive with all its fields, and why a person should look at it. @param date the day of the document, ISO */
export function fillDirective(text: string, known: KnownDirective, date: string | null): FoundDirective {
  const { span, act, leads, supports, times, quantities, headings, rules } = known;
  const action = actionOf(act);
  return {
    text: text.slice(span.start, span.end),
    action,
    object: objectOf(action),
    territory: territoryOf(action, [...leads, ...supports]),
    leadUnits: leads,
    supportUnits: supports,
    ...times,
    quantities,
    headings,
    ...span,
    rules,
    doubts: doubtsOf(leads, times.deadline, rules, date),
  };
}

function doubtsOf(
  leads: readonly string[],
  deadline: Deadline | null,
  rules: readonly string[],
  date: string | null,
): Directive['doubts'] {
  const doubts: DirectiveDoubt[] = [];
  if (leads.length === 0) doubts.push('nobody_named');
  if (rules.includes('owner_carried_over')) doubts.push('owner_carried_over');
  if (rules.includes('owner_is_addressee')) doubts.push('owner_is_addressee');
  if (deadline && deadline.date === null && /\d|月|季度|上半年|年底/.test(deadline.text))
    doubts.push('day_not_computable');
  if (deadline?.date && date !== null && deadline.date < date) doubts.push('day_before_document');
  return doubts;
}

/** The quantities that lie within a stretch; the list is in the order of the text. */
export function quantitiesWithin(quantities: readonly FoundQuantity[], { start, end }: Span): FoundQuantity[] {
  let low = 0;
  let high = quantities.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (quantities[middle]!.numberStart < start) low = middle + 1;
    else high = middle;
  }
  const found: FoundQuantity[] = [];
  for (let i = low; i < quantities.length && quantities[i]!.numberStart < end; i++) {
    if (quantities[i]!.numberEnd <= end) found.push(quantities[i]!);
  }
  return found;
}
