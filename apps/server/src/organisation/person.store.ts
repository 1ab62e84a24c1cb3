import type { Role } from '@duban/kit/actor';
import type { Ctx, JobCtx } from '../kernel/context.ts';
import { appendEvents, type NewEvent } from '../kernel/history.ts';
import { problem } from '../kernel/problem.ts';
import { audit } from './audit.store.ts';
import { forgetPerson } from './session-cache.ts';

/**
 * The only writer of people and positions. Events of a person carry no personal data, because the history can never be
 * changed and a person has the right to be erased.
 */

export type Person = {
  readonly id: string;
  readonly jurisdictionId: string;
  readonly name: string | null;
  readonly deactivatedAt: string | null;
  readonly erasedAt: string | null;
  readonly version: number;
};

/** The person, held against others until the transaction ends; `record.stale` when it is no longer that version. */
export async function lockPerson(ctx: Ctx, id: string, version: number | null): Promise<Person> {
  const found = await ctx.tx
    .selectFrom('people')
    .select([
      'id',
      'jurisdiction_id as jurisdictionId',
      'name',
      'deactivated_at as deactivatedAt',
      'erased_at as erasedAt',
      'version',
    ])
    .where('id', '=', id)
    .where('jurisdiction_id', '=', ctx.actor.jurisdictionId)
    .forUpdate()
    .executeTakeFirst();
  if (!found) throw problem('record.not_found');
  if (version !== null && found.version !== version) throw problem('record.stale');
  return found;
}

export type Position = {
  readonly id: string;
  readonly unitId: string;
  readonly role: Role;
  readonly title: string;
  readonly validFrom: string;
  readonly validTo: string | null;
};

export async function positionsOf(ctx: Pick<JobCtx, 'tx'>, personId: string): Promise<Position[]> {
  const rows = await ctx.tx
    .selectFrom('positions')
    .select(['id', 'unit_id as unitId', 'role', 'title', 'valid_from as validFrom', 'valid_to as validTo'])
    .where('person_id', '=', personId)
    .orderBy('valid_from')
    .orderBy('id')
    .execute();
  return rows as Position[];
}

export type NewPerson = {
  readonly id?: string;
  readonly jurisdictionId: string;
  readonly name: string;
  readonly phone: string | null;
};

type Writer = JobCtx & Partial<Pick<Ctx, 'actor'>>;

/** Writes a person and the first event. */
export async function insertPerson(ctx: Writer, { id = ctx.newId(), jurisdictionId, name, phone }: NewPerson) {
  const version = await appendEvents(ctx, {
    recordType: 'person',
    recordId: id,
    jurisdictionId,
    events: [{ type: 'person.added' }],
  });
  await ctx.tx
    .insertInto('people')
    .values({ id, jurisdiction_id: jurisdictionId, name, phone, created_at: ctx.now().toString(), version })
    .execute();
  return { id, version };
}

export async function insertPosition(
  ctx: Writer,
  personId: string,
  jurisdictionId: string,
  position: Omit<Position, 'id'>,
): Promise<{ id: string; version: number }> {
  const id = ctx.newId();
  const { unitId, role, title, validFrom, validTo } = position;
  await ctx.tx
    .insertInto('positions')
    .values({
      id,
      jurisdiction_id: jurisdictionId,
      person_id: personId,
      unit_id: unitId,
      role,
      title,
      valid_from: validFrom,
      valid_to: validTo,
    })
    .execute();
  const event = { type: 'position.started', data: { positionId: id, unitId, role, validFrom, validTo } };
  const version = await appendToPerson(ctx, personId, jurisdictionId, event);
  return { id, version };
}

export async function updatePosition(
  ctx: Ctx,
  person: Person,
  position: Position,
  change: { readonly title?: string; readonly validTo?: string | null },
  event: NewEvent,
): Promise<{ id: string; version: number }> {
  await ctx.tx
    .updateTable('positions')
    .set({
      ...(change.title !== undefined && { title: change.title }),
      ...(change.validTo !== undefined && { valid_to: change.validTo }),
    })
    .where('id', '=', position.id)
    .execute();
  return changePersonRow(ctx, person, event);
}

export type PersonChange = {
  readonly name?: string | null;
  readonly phone?: string | null;
  readonly deactivatedAt?: string;
  readonly erasedAt?: string;
};

/** Appends the event, writes the row, writes the audit line, and forgets who the person was allowed to be. */
export async function changePersonRow(ctx: Ctx, person: Person, event: NewEvent, change: PersonChange = {}) {
  const version = await appendToPerson(ctx, person.id, person.jurisdictionId, event);
  const { name, phone, deactivatedAt, erasedAt } = change;
  if (Object.keys(change).length > 0) {
    await ctx.tx
      .updateTable('people')
      .set({
        ...(name !== undefined && { name }),
        ...(phone !== undefined && { phone }),
        ...(deactivatedAt !== undefined && { deactivated_at: deactivatedAt }),
        ...(erasedAt !== undefined && { erased_at: erasedAt }),
      })
      .where('id', '=', person.id)
      .execute();
  }
  await audit(ctx, { event: event.type, subjectType: 'person', subjectId: person.id });
  return { id: person.id, version };
}

async function appendToPerson(ctx: Writer, personId: string, jurisdictionId: string, event: NewEvent) {
  const version = await appendEvents(ctx, {
    recordType: 'person',
    recordId: personId,
    jurisdictionId,
    events: [event],
  });
  await ctx.tx.updateTable('people').set({ version }).where('id', '=', personId).execute();
  forgetPerson(personId);
  return version;
}
