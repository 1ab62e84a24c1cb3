import type { Ctx } from '../kernel/context.ts';
import type { DirectiveChange } from './directive.store.ts';

/** Who decides about a directive, and when. */
export const decidedNow = (ctx: Ctx): Pick<DirectiveChange, 'decidedBy' | 'decidedAt'> => ({
  decidedBy: ctx.actor.personId,
  decidedAt: ctx.now().toString(),
});
