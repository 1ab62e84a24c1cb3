import { holdsCount, isAttitude, isConcrete, isSpecific } from './acts.ts';
import { ownerOf } from './owner.ts';
import type { Clause } from './sentences.ts';

/**
 * Attitude in front of an act that is shorter than it goes: what is left is the act, with what it is about. Who is told
 * is known anyway.
 */
export function withoutPreamble(clauses: readonly Clause[], from: number, last: number): number {
  const within = clauses.filter((clause) => clause.start >= from && clause.start <= last);
  let act = within.findIndex((clause) => isSpecific(clause.text) || holdsCount(clause.text));
  while (act > 0 && isTopic(within[act - 1]!.text)) act--;
  if (act <= 0 || !within.slice(0, act).every((clause) => isSoft(clause.text))) return from;
  const attitude = within.slice(0, act).filter((clause) => isPreamble(clause.text));
  if (attitude.reduce((sum, clause) => sum + clause.text.length, 0) < SHORTEST_PREAMBLE) return from;
  const end = within.at(-1)!.start + within.at(-1)!.text.length;
  const ownerLength = ownerOf(within[0]!.text)?.length ?? 0;
  return within[act]!.start - from - ownerLength > end - within[act]!.start ? within[act]!.start : from;
}

const SHORTEST_PREAMBLE = 20;

/** 围绕…, 按照…要求, 利用各类平台: what an act is about and what it is done with. */
export const isTopic = (clause: string): boolean =>
  /^(?:还要|要|持续|重点|紧紧|紧密|同时|充分)*(?:对(?!接|照)|对于|针对|围绕|聚焦|紧盯|结合|按照|根据|利用|通过|运用|采取|依托|借助)/.test(
    clause,
  );

const plainOf = (clause: string): string =>
  clause.slice(ownerOf(clause)?.length ?? 0).replace(/^(?:要|必须|应|须|务必)/, '');

/** 要以…为抓手, 坚持…原则, 严格执行《…》要求, 强化基础工作: said before the act, not done. */
function isPreamble(clause: string): boolean {
  const plain = plainOf(clause);
  return (
    isAttitude(plain) ||
    /^(?:以|坚持|严格执行|认真贯彻|全面贯彻|充分发挥|充分调动|特别是)|(?:工作|原则|要求|优势|作用)$/.test(plain)
  );
}

const isSoft = (clause: string): boolean =>
  isPreamble(clause) || isTopic(plainOf(clause)) || !isConcrete(plainOf(clause));
