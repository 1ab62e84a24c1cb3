import type { Activity, Link } from './activity.ts';

/**
 * A decision gate 决策程序: before the activity may begin its matter is argued by experts 论证, coordinated between the
 * bodies concerned 协调 and approved by the organ that decides 审定, in this order. Each step takes whole working days, and no repair of a late plan
 * shortens or overlaps them.
 */
export type Gate = {
  /** the activity that waits for the approval */
  readonly before: string;
  readonly calendar?: string;
  readonly steps: Readonly<Record<GateStep, number>>;
};

export const GATE_STEPS = ['argue', 'coordinate', 'approve'] as const;
export type GateStep = (typeof GATE_STEPS)[number];

/** Identity of a step in the network: `P3/approve`. */
export function gateActivityId(before: string, step: GateStep): string {
  return `${before}/${step}`;
}

/** The three steps of each gate as activities, one after the other and all before the activity that waits. */
export function gateParts(
  gates: readonly Gate[],
  activities: ReadonlyMap<string, Activity>,
): { readonly activities: readonly Activity[]; readonly links: readonly Link[] } {
  const steps: Activity[] = [];
  const links: Link[] = [];
  for (const gate of gates) {
    const waiting = activities.get(gate.before);
    const ids = [...GATE_STEPS.map((step) => gateActivityId(gate.before, step)), gate.before];
    for (const step of GATE_STEPS) {
      const id = gateActivityId(gate.before, step);
      const { calendar = waiting?.calendar } = gate;
      steps.push({ id, name: id, duration: gate.steps[step], calendar, section: waiting?.section, rigid: true });
    }
    for (let at = 1; at < ids.length; at++)
      links.push({ from: ids[at - 1]!, to: ids[at]!, kind: 'finish_start', rigid: true });
  }
  return { activities: steps, links };
}
