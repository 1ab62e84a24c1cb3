import { lineMarker } from '../outline/markers.ts';
import { lookingBack } from '../rules/directive-words.ts';
import {
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
import { type Owner, ownerOf } from './owner.ts';
import { type Clause, clausesOf, type Sentence } from './sentences.ts';

/** A piece of a sentence that may be one directive. Offsets are those of the clean text. */
export type Candidate = {
  readonly start: number;
  readonly end: number;
  readonly owner: Owner | null;
  /** the words that say who is told: no part of the act */
  readonly said: { readonly start: number; readonly end: number } | null;
  readonly rules: readonly string[];
  readonly demand: boolean;
};

/**
 * The pieces of a sentence that tell somebody to do something. A piece begins where somebody is told (or, in a plan,
 * where an act begins) and goes on to the next beginning or to where the sentence turns to comment or purpose.
 *
 * @param isPlan sentences without a word of demand may be orders here
 * @param isItem the sentence belongs to an item whose owners stand in brackets at its end
 */
export function candidatesOf(
  sentence: Sentence,
  isPlan: boolean,
  headings: readonly string[],
  isItem: boolean,
): Candidate[] {
  const marker = lineMarker(sentence.text);
  // 一要 is a number and a demand; the demand stays.
  const skip = marker ? marker.length - (marker.family === 'demand' ? 1 : 0) : 0;
  const body = sentence.text.slice(skip).replace(bracketsAtEnd, '');
  const offset = sentence.start + skip;
  const clauses = clausesOf(body);
  const inPast = headings.some((heading) => lookingBack.test(heading));
  const plain =
    isItem || (isPlan && !inPast && !isReport(body) && clauses.length > 0 && beginsWithAct(clauses[0]!.text));
  const starts = clauses.map((clause, i) => startOf(clause, clauses[i - 1]?.text ?? '', plain, isItem));
  const found: Candidate[] = [];
  for (let i = 0; i < clauses.length; i++) {
    const start = starts[i];
    if (!start) continue;
    const here = clauses[i]!;
    let next = i + 1;
    while (next < clauses.length && !starts[next]) next++;
    const last = clauses[endOfAct(clauses, i, next) - 1]!;
    const end = offset + last.start + last.text.length;
    const said = start.owner && { start: offset + here.start, end: offset + here.start + start.owner.length };
    if (
      start.owner &&
      byWhom.test(here.text) &&
      found.length > 0 &&
      found.every((candidate) => candidate.owner === null)
    ) {
      // …,由A牵头,B配合: the owner comes after everything that it owns.
      for (const [k, candidate] of found.entries()) {
        const isLast = k === found.length - 1;
        found[k] = {
          ...candidate,
          owner: start.owner,
          rules: [...candidate.rules, 'owner_told'],
          ...(isLast ? { end, said } : {}),
        };
      }
      i = next - 1;
      continue;
    }
    const from = backTo(clauses, starts, i, start);
    const piece = body.slice(from === here.start ? here.start : from, last.start + last.text.length);
    const rule = isAddress(here.text) ? null : judge(piece, body, start, inPast);
    if (rule) {
      found.push({
        // the fault stands before the owner, in what no other directive took
        start: rule === 'named_fault' ? Math.max(offset, found.at(-1)?.end ?? 0) : offset + from,
        end,
        owner: start.owner,
        said,
        rules: [rule],
        demand: start.demand,
      });
    }
    i = next - 1;
  }
  return found;
}

const bracketsAtEnd = /[（(][^（）()]*(?:牵头|责任|配合|负责)(?:单位|部门)[:：][^（）()]*[）)][。；;]?$/;
/** 由区住建局牵头: whom the words before it are given to. */
const byWhom = /^(?:交)?由.{2,40}?(?:牵头|负责|承担|组织|实施|落实|按照)/;

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
  while (from > 0 && belongsInFront(clauses[from - 1]!.text, clauses[i]!.text, starts[from - 1] ?? null, start)) from--;
  return clauses[from]!.start;
}

function belongsInFront(clause: string, here: string, itsStart: Start | null, start: Start): boolean {
  if (/^(会后|近期|作为.{2,16})$/.test(clause) || (!itsStart && byWhom.test(here))) return true;
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
  if (!start.demand)
    return !inPast && !isAttitudeOnly(piece) && (isConcrete(piece) || /\d/.test(piece)) ? 'act_in_plan' : null;
  const isBound =
    start.owner !== null &&
    (deadlineIn(piece, null) !== null || /\d\s*(?:万|亿)?(?:处|个|项|户|座|条|平方米|元|%)/.test(piece));
  if (!isBound && isAttitudeOnly(piece)) return null;
  if (!isBound && !(start.owner ? isConcrete(piece) : isSpecific(piece))) return null;
  // Who is told to act may be told about what is already there (已腾退地块).
  if (!start.owner && isReport(piece) && !/要|必须|务必/.test(piece.slice(0, 30))) return null;
  if (/(提出|明确|强调|要求)了/.test(piece)) return null;
  return start.owner ? 'owner_told' : 'demand';
}
