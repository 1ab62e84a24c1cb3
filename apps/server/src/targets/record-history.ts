import type { TargetView } from '@duban/contract/targets';
import { isProblemCode, problemTitle } from '@duban/contract/problems';
import type { Refusal } from '@duban/kit/refusal';
import type { Ctx } from '../kernel/context.ts';
import { readHistory } from '../kernel/history.ts';
import { personRefs } from '../organisation/module.ts';

/** What was done with a target or an indicator, oldest first, as its page tells it. */
export async function historyOf(
  ctx: Ctx,
  recordType: 'target' | 'indicator',
  id: string,
): Promise<TargetView['history']> {
  const { jurisdictionId } = ctx.actor;
  const events = await readHistory(ctx, { jurisdictionId, recordType, recordId: id });
  const people = await personRefs(ctx.tx, [...new Set(events.flatMap((event) => event.actorId ?? []))]);
  return events.map(({ sequence, type, at, actorId, data }) => ({
    sequence,
    type,
    at,
    by: actorId ? (people.get(actorId) ?? null) : null,
    note: typeof data.note === 'string' ? data.note : '',
  }));
}

/** A refusal with its sentence, for the button that would be refused. */
export function refusalView(ctx: Ctx, refusal: Refusal | null): TargetView['whyNotChange'] {
  if (!refusal || !isProblemCode(refusal.code)) return null;
  const { code, params } = refusal;
  return { code, params: { ...params }, title: problemTitle(code, params, ctx.locale) };
}
