import { contentsRange } from '../outline/contents.ts';
import type { Heading } from '../outline/heading.ts';
import { headingsAbove } from '../outline/outline.ts';
import { lineMarker } from '../outline/markers.ts';
import type { FoundQuantity } from '../quantities/quantities.ts';
import { beginsWithAct, holdsCount } from './acts.ts';
import { addresseesIn } from './addressee.ts';
import { type Annotation, annotationAt, annotationsIn } from './annotations.ts';
import { type Candidate, candidatesOf } from './candidates.ts';
import { timesIn } from './deadline.ts';
import { plannedYear } from './document-date.ts';
import { fillDirective, quantitiesWithin } from './fill-directive.ts';
import type { FoundDirective } from './found-directive.ts';
import { assignedIn, leadersIn, ownerOf, supportersIn } from './owner.ts';
import { partKindOf } from './part-of-document.ts';
import { clausesOf, type Sentence, sentencesOf } from './sentences.ts';
import { taskTablesIn } from './task-table.ts';
import { trimSpan } from './trim-span.ts';

/**
 * Sentences in which somebody is told to do something concrete. Told: 要, 必须, 请, an owner before the verb, or, in the
 * parts of plans and notices that order, a sentence that begins with an act. Concrete: an act with an object. Reports of
 * what was done and words of attitude are left out. Each find names the rules that took it.
 */
export function directivesIn(
  text: string,
  outline: readonly Heading[],
  quantities: readonly FoundQuantity[],
  title: string,
  date: string | null,
): FoundDirective[] {
  const year = plannedYear(title, date);
  const tables = taskTablesIn(text, outline, date, year, quantities);
  const annotations = annotationsIn(text);
  const addressees = addresseesIn(text);
  const contents = contentsRange(text);
  const found: FoundDirective[] = [];
  const read = (candidate: Candidate, owners: Owners): FoundDirective =>
    readDirective(text, candidate, owners, { outline, quantities, date, year });
  let carried: Carried | null = null;
  let before: Sentence | null = null;
  let goesOn = false;
  let isLocal = false;
  for (const sentence of sentencesOf(text)) {
    if (sentence.start >= contents.start && sentence.start < contents.end) continue;
    if (tables.some((table) => sentence.start >= table.start && sentence.start < table.end)) continue;
    if (isLabelled.test(sentence.text)) continue;
    const previous: Sentence | null = before?.paragraph === sentence.paragraph ? before : null;
    if (!previous) {
      goesOn = false;
      isLocal = false;
    }
    before = sentence;
    const annotation = annotationAt(annotations, sentence.start);
    const isItem = annotation !== null && annotation.leads.length > 0;
    if (isOutlineOnly(sentence, outline, isItem)) {
      carried = null;
      before = null;
      continue;
    }
    if (annotation?.at.some((place) => sentence.start >= place.start && sentence.start < place.end)) continue;
    const assigned = assignedIn(sentence.text);
    if (assigned && previous) {
      assign(found, previous, sentence, assigned, read);
      carried = { names: assigned, paragraph: sentence.paragraph };
      continue;
    }
    if (carried?.paragraph !== sentence.paragraph) carried = null;
    if (carried) carried = { ...carried, goesOn: previous !== null && /[；;]$/.test(previous.text) };
    const opensAnew = /^(?:[\u4e00-\u9fff]{2,8}(?:强调|要求|指出)[，,])?要/.test(sentence.text);
    // 要突出…，区城管局要…。要加强…: each sentence opens a point of its own, and an owner named inside one is not carried.
    if (opensAnew && isLocal) carried = null;
    isLocal = opensAnew;
    const headings = headingsAbove(outline, sentence.start);
    const numbered = addressees.length > 0 && isInstruction(text, sentence.start);
    const candidates = candidatesOf(sentence, {
      part: partKindOf(
        title,
        headings,
        outline.length > 0 && sentence.start < outline[0]!.start && lineMarker(sentence.text) === null,
      ),
      isItem,
      isShortItem:
        isItem &&
        text
          .slice(annotation.start, annotation.at[0]!.start)
          .split(/[。；;]/)
          .filter((part) => part.trim() !== '').length === 1,
      goesOn,
    });
    goesOn = candidates.length > 0;
    let within: readonly string[] = [];
    for (const candidate of candidates) {
      const named = namedOwners(text, candidate);
      const owners = ownersOf(named, candidate, annotation, carried, numbered ? addressees : []);
      // 区城管局于…前完成检修，储备融雪剂600吨: the same sentence, the same owner.
      const isSame = named.leads.length === 0 && within.length > 0 && !candidate.ownSubject;
      found.push(read(candidate, isSame ? { ...owners, leads: within, rules: ['owner_in_sentence'] } : owners));
      if (candidate.owner) within = candidate.owner.names;
    }
    // Whoever is told something is who is meant in the sentence after, even where it was only attitude.
    const last = lastOwnerIn(sentence, candidates);
    if (last.length > 0) carried = { names: last, paragraph: sentence.paragraph };
  }
  return [...found, ...tables.flatMap((table) => table.directives)].toSorted((a, b) => a.start - b.start);
}

/** 参加：…, 记录：…, 抄送：…: lines that say who was there, not who shall do what. */
const isLabelled =
  /^(?:参加|参会|出席|列席|主持|记录|缺席|请假|抄送|抄报|报送|发送|主送|印发|联系人|联系电话|附件|发布时间|来源|作者)(?:人员|人|单位)?[:：]/;

type Carried = {
  readonly names: readonly string[];
  readonly paragraph: number;
  /** the sentence goes on behind a semicolon: who was told is told this too */
  readonly goesOn?: boolean;
};
type Owners = {
  readonly leads: readonly string[];
  readonly supports: readonly string[];
  /** the limit that stands beside the item, as written; empty when none does */
  readonly due: string;
  readonly rules: readonly string[];
};

function namedOwners(
  text: string,
  { start, end, owner }: Candidate,
): { leads: readonly string[]; supports: readonly string[] } {
  const piece = text.slice(start, end);
  return { leads: owner?.names ?? leadersIn(piece), supports: owner?.helpers ?? [] };
}

/** Who was told last in a sentence. */
function lastOwnerIn(sentence: Sentence, candidates: readonly Candidate[]): readonly string[] {
  const taken = candidates.findLast((candidate) => candidate.owner !== null)?.owner?.names;
  if (taken) return taken;
  const told = clausesOf(sentence.text).map((clause) => ownerOf(clause.text));
  return told.findLast((owner) => owner !== null && owner.demand !== '')?.names ?? [];
}

/** Who owns it: named in the sentence, beside the item, before it in the paragraph, or at the head of the notice. */
function ownersOf(
  named: { readonly leads: readonly string[]; readonly supports: readonly string[] },
  candidate: Candidate,
  annotation: Annotation | null,
  carried: Carried | null,
  addressees: readonly string[],
): Owners {
  const due = annotation?.due ?? '';
  if (named.leads.length > 0) return { ...named, due, rules: ['owner_named'] };
  if (annotation && annotation.leads.length > 0)
    return { leads: annotation.leads, supports: annotation.supports, due, rules: ['owner_in_brackets'] };
  if (carried && (candidate.demand || carried.goesOn) && !candidate.ownSubject)
    return { leads: carried.names, supports: [], due, rules: ['owner_carried_over'] };
  if (addressees.length > 0) return { leads: addressees, supports: [], due, rules: ['owner_is_addressee'] };
  return { leads: [], supports: [], due, rules: [] };
}

type Document = {
  readonly outline: readonly Heading[];
  readonly quantities: readonly FoundQuantity[];
  readonly date: string | null;
  readonly year: number | null;
};

function readDirective(text: string, candidate: Candidate, owners: Owners, document: Document): FoundDirective {
  const span = trimSpan(text, candidate.start, candidate.end);
  const piece = text.slice(span.start, span.end);
  const times = timesIn(piece, document.date, document.year);
  const beside =
    owners.due === '' || times.deadline !== null ? null : timesIn(owners.due, document.date, document.year);
  const supports = [...new Set([...owners.supports, ...supportersIn(piece)])];
  return fillDirective(
    text,
    {
      span,
      act: withoutOwner(text, span, candidate),
      leads: owners.leads,
      supports: supports.filter((name) => !owners.leads.includes(name)),
      times: beside ? { ...beside, deadline: beside.deadline ?? { text: owners.due, date: null } } : times,
      quantities: quantitiesWithin(document.quantities, span),
      headings: headingsAbove(document.outline, candidate.start),
      rules: [...candidate.rules, ...owners.rules],
    },
    document.date,
  );
}

type Read = (candidate: Candidate, owners: Owners) => FoundDirective;

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
  const owners = (rules: readonly string[]): Owners => ({ leads, supports: [], due: '', rules });
  const open = found.filter((directive) => directive.start >= previous.start && directive.leadUnits.length === 0);
  const last = open.at(-1);
  for (const directive of open) {
    const whole = {
      start: directive.start,
      end: directive === last ? end : directive.end,
      owner: null,
      said,
      rules: directive.rules,
      demand: true,
      ownSubject: false,
    };
    found[found.indexOf(directive)] = read(whole, owners(['owner_named']));
  }
  if (last || found.some((directive) => directive.start >= previous.start)) return;
  const both = {
    start: previous.start,
    end,
    owner: null,
    said,
    rules: ['owner_told'],
    demand: true,
    ownSubject: false,
  };
  found.push(read(both, owners(['owner_named'])));
}

/** A heading is no order, unless it is a numbered task itself: 1.新建公厕6座, （二）建立巡查机制. */
function isOutlineOnly(sentence: Sentence, outline: readonly Heading[], isItem: boolean): boolean {
  const end = sentence.start + sentence.text.length;
  return outline.some(
    ({ start, end: titleEnd, title }) =>
      start <= sentence.start &&
      titleEnd >= end - 1 &&
      !/建立|制定|成立|设立/.test(title) &&
      !(beginsWithAct(title) && (holdsCount(title) || (isItem && titleEnd - start === sentence.text.length))),
  );
}

/** Does the place stand in a numbered instruction: 1. …, （1）…, ①…? 一、 opens a part of a plan. */
function isInstruction(text: string, at: number): boolean {
  const end = text.indexOf('\n', at);
  const line = text.slice(text.lastIndexOf('\n', at) + 1, end < 0 ? text.length : end);
  const family = lineMarker(line)?.family;
  return family === 'arabic' || family === 'arabic_parenthesised' || family === 'circled';
}

/** The act without the words that say who is told, and without what only says when in the meeting. */
function withoutOwner(text: string, span: { start: number; end: number }, { said }: Candidate): string {
  if (!said || said.end <= span.start || said.start >= span.end) return text.slice(span.start, span.end);
  const before = text
    .slice(span.start, Math.max(span.start, said.start))
    .replace(/^(?:会后|近期|作为[^，,]{2,16})[，,]/, '');
  const after = text.slice(Math.min(said.end, span.end), span.end).replace(/^(?:牵头|负责|具体负责)[、，,]?/, '');
  const parts = [before.replace(/[，,。；]$/, ''), after.replace(/^[，,、]/, '')];
  return parts.filter((part) => part !== '').join('，');
}
