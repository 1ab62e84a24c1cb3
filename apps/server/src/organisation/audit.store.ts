import type { ProblemCode } from '@duban/contract/problems';
import type { Ctx } from '../kernel/context.ts';
import type { Refused } from '../kernel/module.ts';

/** The only writer of the two records that nobody can change afterwards. */

export type Audited = {
  /** `noun.past_tense` */
  readonly event: string;
  readonly subjectType: 'unit' | 'person' | 'pairing' | 'session' | 'rules' | 'file';
  readonly subjectId?: string | null;
  /** how the subject is called now; leave it out for people, whose names may have to be erased */
  readonly subject?: string | null;
  readonly reason?: ProblemCode;
};

/** Writes down what the actor has just done, in the transaction in which it is done. */
export async function audit(ctx: Ctx, { event, subjectType, subjectId, subject, reason }: Audited): Promise<void> {
  await ctx.tx
    .insertInto('administrative_audit')
    .values({
      id: ctx.newId(),
      jurisdiction_id: ctx.actor.jurisdictionId,
      at: ctx.now().toString(),
      person_id: ctx.actor.personId,
      event,
      subject_type: subjectType,
      subject_id: subjectId ?? null,
      subject: subject ?? null,
      result: reason ? 'refused' : 'done',
      reason: reason ?? null,
    })
    .execute();
}

/**
 * For the table of routes: a refused command is written down as what it would have been. Who tries what is not theirs to
 * do is news for the auditor, and the transaction that was refused has left nothing.
 */
export function refusalOf(event: string, subjectType: Audited['subjectType']): Refused<unknown> {
  return async (ctx, reason, input) => {
    const { id = null } = (input ?? {}) as { readonly id?: string };
    const subject = subjectType === 'unit' && id !== null ? await nameOfUnit(ctx, id) : null;
    await audit(ctx, { event, subjectType, subjectId: id, subject, reason });
  };
}

async function nameOfUnit({ tx, actor }: Ctx, id: string): Promise<string | null> {
  const row = await tx
    .selectFrom('units')
    .select('name')
    .where('jurisdiction_id', '=', actor.jurisdictionId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.name ?? null;
}

/** Writes down that the actor reads somebody's personal data. Reading one's own needs no record. */
export async function logAccess(ctx: Ctx, subjectId: string, data: string, purpose: string | null = null) {
  if (subjectId === ctx.actor.personId) return;
  await ctx.tx
    .insertInto('access_log')
    .values({
      id: ctx.newId(),
      jurisdiction_id: ctx.actor.jurisdictionId,
      at: ctx.now().toString(),
      reader_id: ctx.actor.personId,
      subject_id: subjectId,
      data,
      purpose,
    })
    .execute();
}
