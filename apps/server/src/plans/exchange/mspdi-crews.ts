import type { CrewNeeds, DatedCrew } from '@duban/plans/network/crew-project';
import type { ImportNote } from './imported-plan.ts';
import { type XmlElement, childText } from './xml-records.ts';

/**
 * Resources and assignments as crews and demands. Units are shares of a person or a team (1 is one of them, 0.5 half a
 * day's); where any is broken, all are counted in hundredths, because crews are whole.
 *
 * @param ids of our activities by the UID of their tasks
 * @returns null when nobody is assigned to anything
 */
export function readCrews(
  resources: readonly XmlElement[],
  assignments: readonly XmlElement[],
  ids: ReadonlyMap<string, string>,
  notes: ImportNote[],
): CrewNeeds | null {
  const crews = new Map<string, { id: string; units: number }>();
  for (const resource of resources) {
    const uid = childText(resource, 'UID') ?? '';
    const name = childText(resource, 'Name');
    if (uid === '0' || name === undefined) continue;
    if ((childText(resource, 'Type') ?? '1') !== '1') {
      notes.push({ code: 'resource_not_work', id: uid, name, value: childText(resource, 'Type') ?? '' });
      continue;
    }
    const taken = [...crews.values()].some(({ id }) => id === name);
    crews.set(uid, { id: taken ? `${name} (${uid})` : name, units: unitsIn(resource, 'MaxUnits') });
  }
  const demands = new Map<string, Record<string, number>>();
  for (const assignment of assignments) {
    const crew = crews.get(childText(assignment, 'ResourceUID') ?? '');
    const id = ids.get(childText(assignment, 'TaskUID') ?? '');
    if (!crew || id === undefined) continue;
    const needed = demands.get(id) ?? {};
    demands.set(id, { ...needed, [crew.id]: (needed[crew.id] ?? 0) + unitsIn(assignment, 'Units') });
  }
  if (demands.size === 0) return null;
  const all = [...crews.values()].map(({ units }) => units).concat([...demands.values()].flatMap(Object.values));
  const scale = all.every((units) => Number.isInteger(units)) ? 1 : 100;
  return {
    crews: [...crews.values()].map(({ id, units }): DatedCrew => ({ id, capacity: Math.round(units * scale) })),
    demands: new Map(
      [...demands].map(([id, needed]) => [
        id,
        Object.fromEntries(Object.entries(needed).map(([crew, units]) => [crew, Math.round(units * scale)])),
      ]),
    ),
    costs: new Map(),
  };
}

function unitsIn(element: XmlElement, field: string): number {
  const units = Number(childText(element, field) ?? '1');
  return Number.isFinite(units) && units >= 0 ? units : 1;
}
