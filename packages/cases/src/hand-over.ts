import type { Actor } from '@duban/kit/actor';
import { accept, type Decision, type Refusal } from '@duban/kit/refusal';
import type { Case } from './case.ts';
import type { CaseEvent } from './events.ts';
import { whyNotAtAll } from './guards.ts';

/** 移送派遣: from the side that finds and files (监督) to the side that dispatches (指挥). */
export function whyNotHandOver(found: Case, actor: Actor): Refusal | null {
  return whyNotAtAll(found, actor, 'hand_over');
}

export function handOver(found: Case, actor: Actor, note: string): Decision<CaseEvent> {
  return whyNotHandOver(found, actor) ?? accept({ type: 'case.handed_over', data: { note } });
}
