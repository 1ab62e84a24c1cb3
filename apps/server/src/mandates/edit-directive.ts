import type * as contract from '@duban/contract/document-review';
import type { Input, Reply } from '@duban/contract/endpoint';
import { whyNotDecide } from '@duban/mandates/review/review';
import type { Ctx } from '../kernel/context.ts';
import { demand, problem } from '../kernel/problem.ts';
import { unitNames } from '../organisation/module.ts';
import { demandCharge } from './charged-units.ts';
import { decidedNow } from './decided-now.ts';
import { type DirectiveChange, directiveOf } from './directive.store.ts';
import { lockDocument } from './document.store.ts';
import { takeStep } from './review-steps.ts';
import { todayOf } from './today.ts';

/** What the reviewer changed is thereby accepted. Fields that are not given stay as they are. */
export async function editDirective(
  ctx: Ctx,
  { id, directiveId, version, ...given }: Input<typeof contract.editDirective>,
): Promise<Reply<typeof contract.editDirective>> {
  const document = await lockDocument(ctx, id, version);
  const before = await directiveOf(ctx, document, directiveId);
  demand(whyNotDecide(before));
  await demandCharge(ctx, given);
  if (given.promise?.unitId) await demandUnit(ctx, given.promise.unitId);
  const edit = Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined),
  ) as Partial<DirectiveChange>;
  return takeStep(ctx, document, {
    event: { type: 'directive.edited', data: { directiveId, text: before.action, ...edit } },
    changes: [
      { before, after: { ...edit, state: 'accepted', edited: true, rejectedReason: null, ...decidedNow(ctx) } },
    ],
  });
}

async function demandUnit(ctx: Ctx, unitId: string): Promise<void> {
  const units = await unitNames(ctx.tx, ctx.actor.jurisdictionId, todayOf(ctx));
  if (!units.some((unit) => unit.id === unitId)) throw problem('directive.unit_unknown');
}
