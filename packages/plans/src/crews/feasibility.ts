import { refuse, type Refusal } from '@duban/kit/refusal';
import { stepsOf } from './compile.ts';
import type { CrewProject } from './project.ts';

/**
 * Why no schedule can exist whatever its order: an activity that needs more of a crew than there ever is, or more money
 * than is ever released. Exact: names the activity, what it needs and what there is.
 */
export function whyNotFeasible(project: CrewProject): Refusal | null {
  return whyNotCapacity(project) ?? whyNotMoney(project);
}

function whyNotCapacity({ activities, crews }: CrewProject): Refusal | null {
  const greatest = new Map(
    crews.map(({ id, capacity, changes = [] }) => [id, Math.max(...stepsOf(capacity, changes).values)]),
  );
  for (const [index, { id, duration, demands = {} }] of activities.entries()) {
    if (duration === 0) continue;
    for (const [crew, demand] of Object.entries(demands)) {
      const capacity = greatest.get(crew)!;
      if (demand > capacity) {
        return refuse('crew_schedule.demand_over_capacity', { row: index + 1, activity: id, crew, demand, capacity });
      }
    }
  }
  return null;
}

function whyNotMoney({ activities, budget }: CrewProject): Refusal | null {
  if (budget === undefined) return null;
  const released = budget.releases.reduce((sum, { amount }) => sum + amount, 0);
  const dear = activities.findIndex(({ cost = 0 }) => cost > released);
  if (dear >= 0) {
    const { id, cost = 0 } = activities[dear]!;
    return refuse('crew_schedule.cost_over_budget', {
      row: dear + 1,
      activity: id,
      cost,
      released,
      gap: cost - released,
    });
  }
  const cost = activities.reduce((sum, activity) => sum + (activity.cost ?? 0), 0);
  return cost > released ? refuse('crew_schedule.budget_short', { cost, released, gap: cost - released }) : null;
}
