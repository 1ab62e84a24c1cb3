import { contentsRange, headingsAbove, type Heading } from '../outline/outline.ts';
import type { FoundQuantity } from '../quantities/quantities.ts';
import type { FoundDirective } from './found-directive.ts';
import { planTitle } from '../rules/directive-words.ts';
import { type Candidate, candidatesOf } from './candidates.ts';
import { timesIn } from './deadline.ts';
import { plannedYear } from './document-date.ts';
import { fillDirective, quantitiesWithin } from './fill-directive.ts';
import { assignedIn, leadersIn, ownersInBrackets, supportersIn } from './owner.ts';
import { taskTablesIn } from './task-table.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { trimSpan } from './trim-span.ts';

/**
 * Sentences in which somebody is told to do something concrete. Told: 要, 必须, 请, an owner before the verb, or in a plan
 * a sentence that begins with an act. Concrete: an act with an object. Reports of what was done and words of attitude
 * are left out. Each find names the rules that took it.
 */
export function directivesIn(
  text: string,
  outline: readonly Heading[],
  quantities: readonly FoundQuantity[],
  title: string,
  date: string | null,
): FoundDirective[] {
  const isPlan = planTitle.test(title);
  const year = plannedYear(title, date);
  const found: FoundDirective[] = [];
  let carried: { readonly names: readonly string[]; readonly paragraph: number } | null = null;
  let before: Sentence | null = null;
  const contents = contentsRange(text);
  const tables = taskTablesIn(text, outline, date, year, quantities);
  const read = (
    candidate: Candidate,
    leads: readonly string[],
    rules: readonly string[],
    supports: readonly string[] | null,
  ): FoundDirective => {
    const span = trimSpan(text, candidate.start, candidate.end);
    const piece = text.slice(span.start, span.end);
    return fillDirective(
      text,
      {
        span,
        act: withoutOwner(text, span, candidate),
        leads,
        supports: supports ?? supportersIn(piece),
        times: timesIn(piece, date, year),
        quantities: quantitiesWithin(quantities, span),
        headings: headingsAbove(outline, candidate.start),
        rules,
      },
      date,
    );
  };
  for (const sentence of sentencesOf(text)) {
    if (sentence.start >= contents.start && sentence.start < contents.end) continue;
    if (tables.some((table) => sentence.start >= table.start && sentence.start < table.end)) continue;
    const previous: Sentence | null = before?.paragraph === sentence.paragraph ? before : null;
    before = sentence;
    const headings = headingsAbove(outline, sentence.start);
    if (isOutlineOnly(sentence, outline)) {
      carried = null;
      before = null;
      continue;
    }
    const assigned = assignedIn(sentence.text);
    if (assigned && previous) {
      assign(found, previous, sentence, assigned, read);
      carried = { names: assigned, paragraph: sentence.paragraph };
      continue;
    }
    if (!carried || carried.paragraph !== sentence.paragraph) carried = null;
    const bracket = ownersInBrackets(lineAround(text, sentence.start));
    for (const candidate of candidatesOf(sentence, isPlan, headings, bracket !== null)) {
      const named = candidate.owner?.names ?? leadersIn(text.slice(candidate.start, candidate.end));
      const rules = [...candidate.rules];
      let leads: readonly string[] = named;
      if (leads.length > 0) rules.push('owner_named');
      else if (bracket) {
        leads = bracket.leads;
        rules.push('owner_in_brackets');
      } else if (carried && candidate.demand) {
        leads = carried.names;
        rules.push('owner_carried_over');
      }
      if (named.length > 0) carried = { names: named, paragraph: sentence.paragraph };
      found.push(read(candidate, leads, rules, rules.includes('owner_in_brackets') ? bracket!.supports : null));
    }
  }
  return [...found, ...tables.flatMap((table) => table.directives)].toSorted((a, b) => a.start - b.start);
}

type Read = (
  candidate: Candidate,
  leads: readonly string[],
  rules: readonly string[],
  supports: readonly string[] | null,
) => FoundDirective;

/** The sentence says who does what the one before it names: its pieces get the owner, the last one also the deadline. */
function assign(
  found: FoundDirective[],
  previous: Sentence,
  sentence: Sentence,
  leads: readonly string[],
  read: Read,
): void {
  const end = sentence.start + sentence.text.length;
  const said = { start: sentence.start, end };
  const open = found.filter((directive) => directive.start >= previous.start && directive.leadUnits.length === 0);
  const last = open.at(-1);
  for (const directive of open) {
    const rules = [...directive.rules, 'owner_named'];
    const whole = {
      start: directive.start,
      end: directive === last ? end : directive.end,
      owner: null,
      said,
      rules,
      demand: true,
    };
    found[found.indexOf(directive)] = read(whole, leads, rules, null);
  }
  if (last || found.some((directive) => directive.start >= previous.start)) return;
  found.push(
    read(
      { start: previous.start, end, owner: null, said, rules: [], demand: true },
      leads,
      ['owner_told', 'owner_named'],
      null,
    ),
  );
}

function isOutlineOnly(sentence: Sentence, outline: readonly Heading[]): boolean {
  const end = sentence.start + sentence.text.length;
  return outline.some(
    (heading) =>
      heading.start <= sentence.start && heading.end >= end - 1 && !/建立|制定|成立|设立/.test(heading.title),
  );
}

function lineAround(text: string, at: number): string {
  const end = text.indexOf('\n', at);
  return text.slice(text.lastIndexOf('\n', at) + 1, end < 0 ? text.length : end);
}

/** The act without the words that say who is told, and without what only says when in the meeting. */
function withoutOwner(text: string, span: { start: number; end: number }, { said }: Candidate): string {
  if (!said || said.start < span.start || said.start >= span.end) return text.slice(span.start, span.end);
  const before = text.slice(span.start, said.start).replace(/^(?:会后|近期|作为[^，,]{2,16})[，,]/, '');
  const after = text.slice(Math.min(said.end, span.end), span.end).replace(/^(?:牵头|负责|具体负责)[、，,]?/, '');
  const parts = [before.replace(/[，,。；]$/, ''), after.replace(/^[，,、]/, '')];
  return parts.filter((part) => part !== '').join('，');
}
