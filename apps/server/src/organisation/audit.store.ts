import type { ProblemCode } from '@duban/contract/problems';
import type { Ctx } from '../kernel/context.ts';

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
