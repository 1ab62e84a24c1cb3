import { contentsRange, headingsAbove, type Heading } from '../outline/outline.ts';
import { lineMarker } from '../outline/markers.ts';
import type { FoundQuantity } from '../quantities/quantities.ts';
import type { FoundDirective } from './found-directive.ts';
import { lookingBack, planTitle } from '../rules/directive-words.ts';
import {
  actionOf,
  beginsWithAct,
  isAddress,
  isAttitudeOnly,
  isComment,
  isConcrete,
  isDemand,
  isPurpose,
  isReport,
  isSpecific,
} from './acts.ts';
import { deadlineIn } from './deadline.ts';
import { leadersIn, type Owner, ownerOf, ownersInBrackets, supportersIn } from './owner.ts';
import { taskTablesIn } from './task-table.ts';
import { type Clause, clausesOf, type Sentence, sentencesOf } from './sentences.ts';

type Context = {
  readonly text: string;
  readonly outline: readonly Heading[];
  readonly quantities: readonly FoundQuantity[];
  readonly date: string | null;
  /** whether sentences without a word of demand may be orders here */
  readonly isPlan: boolean;
};

/** A piece of a sentence that may be one directive. */
type Candidate = {
  readonly start: number;
  readonly end: number;
  readonly owner: Owner | null;
  readonly rules: string[];
  readonly demand: boolean;
};

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
  const context: Context = { text, outline, quantities, date, isPlan: planTitle.test(title) };
  const found: FoundDirective[] = [];
  let carried: { readonly names: readonly string[]; readonly paragraph: number } | null = null;
  const contents = contentsRange(text);
  const tables = taskTablesIn(text, outline, date);
  for (const sentence of sentencesOf(text)) {
    if (sentence.start >= contents.start && sentence.start < contents.end) continue;
    if (tables.some((table) => sentence.start >= table.start && sentence.start < table.end)) continue;
    const headings = headingsAbove(outline, sentence.start);
    if (isOutlineOnly(sentence, outline)) {
      carried = null;
      continue;
    }
    if (!carried || carried.paragraph !== sentence.paragraph) carried = null;
    const bracket = ownersInBrackets(lineAround(text, sentence.start));
    for (const candidate of candidatesOf(sentence, context, headings, bracket !== null)) {
      const piece = text.slice(candidate.start, candidate.end);
      const named = candidate.owner?.names ?? leadersIn(piece);
      const rules = [...candidate.rules];
      let leads: readonly string[] = named;
      if (leads.length === 0 && bracket) {
        leads = bracket.leads;
        rules.push('owner_in_brackets');
      } else if (leads.length > 0) rules.push('owner_named');
      else if (carried && candidate.demand) {
        leads = carried.names;
        rules.push('owner_carried_over');
      }
      if (named.length > 0) carried = { names: named, paragraph: sentence.paragraph };
      const trimmed = trimSpan(text, candidate.start, candidate.end);
      const directiveText = text.slice(trimmed.start, trimmed.end);
      found.push({
        text: directiveText,
        action: actionOf(
          directiveText.slice(candidate.owner && candidate.start === trimmed.start ? candidate.owner.length : 0),
        ),
        leadUnits: leads,
        supportUnits: bracket && rules.includes('owner_in_brackets') ? bracket.supports : supportersIn(directiveText),
        deadline: deadlineIn(directiveText, date),
        quantities: quantities.filter(
          (quantity) => quantity.numberStart >= trimmed.start && quantity.numberEnd <= trimmed.end,
        ),
        headings,
        ...trimmed,
        rules,
      });
    }
  }
  return [...found, ...tables.flatMap((table) => table.directives)].toSorted((a, b) => a.start - b.start);
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

function candidatesOf(sentence: Sentence, context: Context, headings: readonly string[], isItem: boolean): Candidate[] {
  const marker = lineMarker(sentence.text);
  // 一要 is a number and a demand; the demand stays.
  const skip = marker ? marker.length - (marker.family === 'demand' ? 1 : 0) : 0;
  const body = sentence.text
    .slice(skip)
    .replace(/[（(][^（）()]*(?:牵头|责任|配合|负责)(?:单位|部门)[:：][^（）()]*[）)][。；;]?$/, '');
  const offset = sentence.start + skip;
  const clauses = clausesOf(body);
  const inPast = headings.some((heading) => lookingBack.test(heading));
  const plain =
    isItem || (context.isPlan && !inPast && !isReport(body) && clauses.length > 0 && beginsWithAct(clauses[0]!.text));
  const starts = clauses.map((clause, i) => startOf(clause, clauses[i - 1]?.text ?? '', plain, isItem));
  const groups: Candidate[] = [];
  for (let i = 0; i < clauses.length; i++) {
    const start = starts[i];
    if (!start) continue;
    let end = i + 1;
    while (end < clauses.length && !starts[end]) end++;
    const stop = endOfAct(clauses, i, end);
    const from = backTo(clauses, starts, i, start);
    const last = clauses[stop - 1]!;
    const piece = body.slice(clauses[i]!.start, last.start + last.text.length);
    const rule = judge(piece, body, start, inPast);
    if (rule)
      groups.push({
        // the fault stands before the owner, in what no other directive took
        start: rule === 'named_fault' ? Math.max(offset, groups.at(-1)?.end ?? 0) : offset + from,
        end: offset + last.start + last.text.length,
        owner: start.owner,
        rules: [rule],
        demand: start.demand,
      });
    i = end - 1;
  }
  return groups;
}

type Start = { readonly owner: Owner | null; readonly demand: boolean };

function startOf(clause: Clause, before: string, plain: boolean, isItem: boolean): Start | null {
  const owner = ownerOf(clause.text, before);
  if (owner) return { owner, demand: true };
  if (isDemand(clause.text)) return { owner: null, demand: true };
  if (!plain) return null;
  const isNext = beginsWithAct(clause.text) && (isItem || /\d/.test(clause.text));
  return clause.start === 0 || isNext ? { owner: null, demand: false } : null;
}

/** 对…问题,要…: the object stands in front of the demand and belongs to it. */
function backTo(clauses: readonly Clause[], starts: readonly (Start | null)[], i: number, start: Start): number {
  let from = i;
  while (from > 0 && belongsInFront(clauses[from - 1]!.text, starts[from - 1] ?? null, start)) from--;
  return clauses[from]!.start;
}

function belongsInFront(clause: string, itsStart: Start | null, start: Start): boolean {
  if (/^(会后|近期|作为.{2,16})$/.test(clause)) return true;
  return !itsStart && !start.owner && /^(对|按照|围绕|根据|结合|针对|以|把|将|在)/.test(clause);
}

/** An act ends where the sentence goes over to comment or purpose. */
function endOfAct(clauses: readonly Clause[], from: number, to: number): number {
  let stop = from + 1;
  while (
    stop < to &&
    !(isComment(clauses[stop]!.text) && clauses.slice(from, stop).some((clause) => isConcrete(clause.text)))
  )
    stop++;
  while (stop - 1 > from && isPurpose(clauses[stop - 1]!.text) && !isConcrete(clauses[stop - 1]!.text)) stop--;
  return stop;
}

function judge(piece: string, whole: string, start: Start, inPast: boolean): string | null {
  if (start.owner && /高度重视|引起重视/.test(piece) && /(问题|隐患|乱象|占道|违章|脏乱差)/.test(whole))
    return 'named_fault';
  if (isAddress(piece) || isAttitudeOnly(piece)) return null;
  if (!start.demand) return !inPast && (isConcrete(piece) || /\d/.test(piece)) ? 'act_in_plan' : null;
  const isBound =
    start.owner !== null &&
    (deadlineIn(piece, null) !== null || /\d\s*(?:万|亿)?(?:处|个|项|户|座|条|平方米|元|%)/.test(piece));
  if (!isBound && !(start.owner ? isConcrete(piece) : isSpecific(piece))) return null;
  // Who is told to act may be told about what is already there (已腾退地块).
  if (!start.owner && isReport(piece) && !/要|必须|务必/.test(piece.slice(0, 30))) return null;
  if (/(提出|明确|强调|要求)了/.test(piece)) return null;
  return start.owner ? 'owner_told' : 'demand';
}

/** The span without blanks and punctuation at its ends. */
export function trimSpan(text: string, start: number, end: number): { start: number; end: number } {
  let from = start;
  let to = end;
  while (from < to && /[\s，,。；;、]/.test(text[from]!)) from++;
  while (to > from && /[\s，,。；;]/.test(text[to - 1]!)) to--;
  return { start: from, end: to };
}
