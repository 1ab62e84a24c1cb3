import type { DirectiveView } from '@duban/contract/directive-view';
import type { Input, Reply } from '@duban/contract/endpoint';
import type { getDirective as endpoint } from '@duban/contract/mandates';
import type { UnitMention } from '@duban/mandates/mandate';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { problem } from '../kernel/problem.ts';
import { personRefs, unitRefs } from '../organisation/module.ts';

/**
 * The way back from a task or a case to the sentence that ordered it. A handler may read that one sentence, not the
 * document around it; what was never sent ordered nobody anything and is not found here.
 */
export async function getDirective(
  { tx, actor }: Ctx,
  { id }: Input<typeof endpoint>,
): Promise<Reply<typeof endpoint>> {
  const { rows } = await sql<Reply<typeof endpoint>>`
    select i.id, i.document_id as "documentId", d.title as "documentTitle", i.text, i.headings
    from directives i
    join documents d on d.jurisdiction_id = i.jurisdiction_id and d.id = i.document_id
    where i.jurisdiction_id = ${actor.jurisdictionId} and i.id = ${id} and i.state = 'sent'`.execute(tx);
  const [found] = rows;
  if (!found) throw problem('record.not_found');
  return found;
}

type Row = Omit<DirectiveView, 'mentions' | 'lineUnit' | 'territorialUnits' | 'supportUnits' | 'decidedBy'> & {
  readonly mentions: readonly UnitMention[];
  readonly lineUnitId: string | null;
  readonly territorialUnitIds: readonly string[];
  readonly supportUnitIds: readonly string[];
  readonly decidedBy: string | null;
};

/** The directives of a document that are shown, in the order of the text; with `ids` only those. */
export async function directiveViews(
  { tx, actor }: Ctx,
  documentId: string,
  ids: readonly string[] | null = null,
): Promise<DirectiveView[]> {
  const { rows } = await sql<Row>`
    select i.id, i.state, i.text, i.action, i.outcome, i.mentions, i.line_unit_id as "lineUnitId",
      i.territorial_unit_ids as "territorialUnitIds", i.support_unit_ids as "supportUnitIds",
      i.deadline_text as "deadlineText", i.deadline_date as "deadlineDate", i.period, i.target_text as "targetText",
      i.targets, i.indicator, i.promise, i.class_code as "classCode", i.place_text as "placeText", i.quantities,
      i.headings, i.rules, i.doubts, i.origin, i.edited, i.rejected_reason as "rejectedReason", i.decided_by as "decidedBy",
      i.decided_at as "decidedAt", i.carried_from as "carriedFrom", i.span_start as start, i.span_end as "end",
      array(select t.id from tasks t where t.jurisdiction_id = i.jurisdiction_id
        and t.directive_id = coalesce(case when i.state = 'carried' then i.carried_from end, i.id)
        order by t.number) as "taskIds",
      i.case_ids as "caseIds", i.target_ids as "targetIds", i.indicator_ids as "indicatorIds",
      i.promise_ids as "promiseIds"
    from directives i
    where i.jurisdiction_id = ${actor.jurisdictionId} and i.document_id = ${documentId}
      and i.state not in ('replaced', 'undone') and ${ids ? sql`i.id = any(${[...ids]}::uuid[])` : sql`true`}
    order by i.span_start, i.id`.execute(tx);
  const unitIds = rows.flatMap((row) => [
    ...(row.lineUnitId ? [row.lineUnitId] : []),
    ...row.territorialUnitIds,
    ...row.supportUnitIds,
    ...row.mentions.flatMap((mention) => mention.unitIds),
  ]);
  const refs = await unitRefs(tx, [...new Set(unitIds)]);
  const people = await personRefs(tx, [...new Set(rows.flatMap((row) => row.decidedBy ?? []))]);
  const named = (of: readonly string[]) => of.flatMap((unitId) => refs.get(unitId) ?? []);
  return rows.map(({ mentions, lineUnitId, territorialUnitIds, supportUnitIds, decidedBy, ...row }) => ({
    ...row,
    mentions: mentions.map(({ mention, role, unitIds: meant, doubt }) => ({
      mention,
      role,
      doubt,
      units: named(meant),
    })),
    lineUnit: lineUnitId ? (refs.get(lineUnitId) ?? null) : null,
    territorialUnits: named(territorialUnitIds),
    supportUnits: named(supportUnitIds),
    decidedBy: decidedBy ? (people.get(decidedBy) ?? null) : null,
  }));
}
