import type { Actor } from '@duban/kit/actor';
import { hasRole } from '@duban/kit/actor';
import { accept, type Decision, type Refusal, refuse } from '@duban/kit/refusal';

/**
 * A promise 承诺: somebody said in public that something will be so. It stays open until somebody who did not promise it
 * says that it was kept or broken; a broken one may still be kept later.
 */
export const promiseStates = {
  open: { 'zh-CN': '待兑现', en: 'open' },
  kept: { 'zh-CN': '已兑现', en: 'kept' },
  broken: { 'zh-CN': '未兑现', en: 'broken' },
  withdrawn: { 'zh-CN': '已撤销', en: 'withdrawn' },
} as const;
export type PromiseState = keyof typeof promiseStates;
export const allPromiseStates = Object.keys(promiseStates) as PromiseState[];

export const promiseResults = ['kept', 'broken', 'withdrawn'] as const;
export type PromiseResult = (typeof promiseResults)[number];

/** What the reviewer says about a promise before it is sent. */
export type PromiseDraft = {
  readonly promisedBy: string;
  readonly unitId: string | null;
  readonly promisedTo: string;
  readonly text: string;
};

export type PromiseRecord = { readonly state: PromiseState; readonly unitId: string | null };

export type PromiseEvent = {
  readonly type: 'promise.settled';
  readonly data: { readonly result: PromiseResult; readonly note: string };
};

/** Why this person cannot say what became of the promise; null when it is possible. Nobody judges the own promise. */
export function whyNotSettle(promise: PromiseRecord, result: PromiseResult, by: Actor): Refusal | null {
  if (!hasRole(by, 'dispatcher')) return refuse('promise.role_needed');
  if (promise.state === 'kept' || promise.state === 'withdrawn')
    return refuse('promise.settled', { promise_state: promise.state });
  if (promise.state === result) return refuse('promise.settled', { promise_state: promise.state });
  const line = by.unitLine.filter((unitId) => unitId === by.unitId || unitId !== by.jurisdictionId);
  return promise.unitId !== null && line.includes(promise.unitId) ? refuse('promise.own') : null;
}

export function settlePromise(
  promise: PromiseRecord,
  result: PromiseResult,
  by: Actor,
  note: string,
): Decision<PromiseEvent> {
  return whyNotSettle(promise, result, by) ?? accept({ type: 'promise.settled', data: { result, note } });
}

/** Who the speaker is and whom the promise is made to, as far as the sentence says. */
export function promiseIn(text: string, speaker: string): Pick<PromiseDraft, 'promisedBy' | 'promisedTo' | 'text'> {
  const to = /向([^，,。；]{2,20}?)(?:郑重|公开)?承诺/.exec(text)?.[1] ?? '';
  const by =
    /^(?:在此[，,]?)?((?:区委[、和]?区政府|市委[、和]?市政府|区政府|市政府|我局|我街道|我办|[^，,。；]{2,14}?(?:局|办|委|街道)))(?=.{0,10}(?:承诺|将|保证))/.exec(
      text,
    )?.[1];
  return { promisedBy: by ?? speaker, promisedTo: to, text };
}
