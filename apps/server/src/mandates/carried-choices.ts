import type { Repair } from '@duban/mandates/mandate';
import type { RepairChoices } from '@duban/mandates/repairs/choices';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import type { LockedDocument } from './document.store.ts';

type Choices = Required<RepairChoices>;
type Rows = { readonly choices: Choices; readonly old: readonly Repair[]; readonly now: readonly Repair[] };

/**
 * What was decided about repairs of the version before, for the same repairs of the newer one: a sentence must not look
 * changed because its wrong word was put right in one version only. Repairs are the same when the same step does the
 * same to the same words; each decision is carried over as often as it was made.
 */
export async function carriedChoices(
  { tx }: Ctx,
  { id, jurisdictionId, repairChoices }: LockedDocument,
  previousId: string,
): Promise<Choices> {
  const { rows } = await sql<Rows>`
    select p.repair_choices as choices, p.repairs as old, d.repairs as now from documents p, documents d
    where p.jurisdiction_id = ${jurisdictionId} and p.id = ${previousId}
      and d.jurisdiction_id = ${jurisdictionId} and d.id = ${id}`.execute(tx);
  const { choices, old, now } = rows[0]!;
  const taken = new Set([...repairChoices.with, ...repairChoices.without]);
  const same = (chosen: readonly string[]): string[] =>
    old
      .filter((repair) => chosen.includes(repair.id))
      .flatMap(({ step, before, after }) => {
        const found = now.find(
          (repair) =>
            repair.step === step && repair.before === before && repair.after === after && !taken.has(repair.id),
        );
        if (!found) return [];
        taken.add(found.id);
        return [found.id];
      });
  return {
    with: [...repairChoices.with, ...same(choices.with)],
    without: [...repairChoices.without, ...same(choices.without)],
  };
}
