import { stateCouncilDays } from '@duban/calendar/state-council-years';
import { workingCalendar } from '@duban/calendar/working-calendar';
import type { Actor, Role } from '@duban/kit/actor';
import type { Decision } from '@duban/kit/refusal';
import type { Case, UnitOnLine } from './case.ts';
import type { Charge, UnitToCharge } from './dispatch.ts';
import type { CaseEvent, RecordedCaseEvent } from './events.ts';
import { evolve } from './evolve.ts';
import type { ReportInput } from './report.ts';
import type { Standard } from './standards.ts';

/** A small invented district for the tests of this package: given these events, when somebody does this, then that. */

export const calendar = workingCalendar(stateCouncilDays());
export const district = 'district';

const unit = (id: string, kind: string, ...above: string[]): UnitToCharge => ({ id, kind, line: [id, ...above] });
export const units = {
  enforcement: unit('enforcement', 'department'),
  squad: unit('squad', 'contractor', 'enforcement'),
  street: unit('street', 'street'),
  community: unit('community', 'community', 'street'),
  otherStreet: unit('otherStreet', 'street'),
  command: unit('command', 'command_post', 'leading_group'),
  government: { id: district, kind: 'government', line: [] } as UnitToCharge,
} as const;

const person = (personId: string, of: UnitOnLine, ...roles: Role[]): Actor => ({
  personId,
  name: personId,
  unitId: of.id,
  unitLine: [...new Set([of.id, ...of.line, district])],
  jurisdictionId: district,
  roles,
});

export const people = {
  dispatcher: person('dispatcher', units.command, 'dispatcher'),
  officer: person('officer', units.enforcement, 'handler'),
  chief: person('chief', units.enforcement, 'leader'),
  squadLeader: person('squadLeader', units.squad, 'handler'),
  streetOfficer: person('streetOfficer', units.street, 'handler'),
  streetChief: person('streetChief', units.street, 'leader'),
  inspector: person('inspector', units.otherStreet, 'inspector'),
  streetInspector: person('streetInspector', units.community, 'inspector'),
  mayor: person('mayor', units.government, 'leader'),
} as const;

export const standard: Standard = {
  id: 'standard-1',
  jurisdictionId: district,
  category: '街面秩序',
  classCode: '1301',
  className: '占道经营',
  conditionCode: '1',
  conditionText: '占用人行道摆摊',
  acceptLimit: { amount: 2, clock: 'working-hours' },
  finishLimit: { amount: 3, clock: 'working-days' },
  closingCondition: '摊位撤除,路面恢复',
  basis: '示例标准',
  responsible: '综合执法局',
  communityDuty: false,
  evidence: 'statement',
  validFrom: '2026-01-01',
  validTo: null,
};

export const charge: Charge = {
  lineUnit: units.enforcement,
  territorialUnit: units.street,
  handlingUnit: units.enforcement,
};

export const reportInput: ReportInput = {
  number: '2026-0000001',
  title: '农贸市场北门占道经营',
  description: '',
  classCode: '1301',
  conditionCode: '1',
  place: { text: '农贸市场北门', geometry: null },
  territorialUnit: null,
  sourceChannel: 'patrol',
  priority: 'ordinary',
  tags: [],
  taskId: null,
  directiveId: null,
};

/** Tuesday 2026-03-10, 10:00 in Beijing. */
export const start = Temporal.Instant.from('2026-03-10T02:00:00Z');
export const after = (hours: number) => start.add({ hours: Math.trunc(hours), minutes: Math.round((hours % 1) * 60) });
export const terms = (at = start) => ({ calendar, at, standard });

/** Lets somebody do something and records what came of it. @throws Error when it was refused */
export function did(
  found: Case | null,
  decision: Decision<CaseEvent>,
  actor: Pick<Actor, 'personId' | 'unitId'> | null,
  at: Temporal.Instant = start,
): Case {
  if (decision.refused) throw new Error(`refused: ${decision.code}`);
  const next = decision.events.reduce<Case | null>(
    (before, event) => evolve(before, recorded(before, event, actor, at)),
    found,
  );
  if (!next) throw new Error('nothing happened');
  return next;
}

export function recorded(
  before: Case | null,
  event: CaseEvent,
  actor: Pick<Actor, 'personId' | 'unitId'> | null,
  at: Temporal.Instant,
): RecordedCaseEvent {
  return {
    ...event,
    caseId: 'case-1',
    jurisdictionId: district,
    sequence: (before?.version ?? 0) + 1,
    at: at.toString(),
    actorId: actor?.personId ?? null,
    unitId: actor?.unitId ?? null,
  };
}
