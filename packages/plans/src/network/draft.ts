import type { WorkingCalendar } from '@duban/calendar/working-calendar';
import { type Refusal, refuse } from '@duban/kit/refusal';
import { type FlatNetwork, NONE, flatNetwork } from './flat-network.ts';
import type { Network } from './network.ts';
import { type EarlyPlaces, type OffCalendar, backwardPass, forwardPass, lastFinish } from './passes.ts';
import { HORIZON } from '@duban/calendar/calendar-data';

/**
 * A computed plan that can be edited: the network with its earliest and latest places. It is plain data and never
 * changes; an edit gives the next draft (`edit.ts`), so that taking back is keeping the one before.
 */
export type Draft = {
  readonly flat: FlatNetwork;
  readonly early: EarlyPlaces;
  /** counted back from the deadline, or from the plan's own end when it has none */
  readonly late: Int32Array;
  /** counted back from the plan's own end: who has no float here is critical */
  readonly lateOwn: Int32Array;
  /** the moment at which everything is finished at the earliest */
  readonly end: number;
};

/** Checks the network and computes both passes. @param office the territory's working calendar */
export function openDraft(network: Network, office: WorkingCalendar): Draft | Refusal {
  const flat = flatNetwork(network, office);
  return 'refused' in flat ? flat : computeDraft(flat);
}

/** Both passes in full. */
export function computeDraft(flat: FlatNetwork): Draft | Refusal {
  const early = forwardPass(flat);
  if ('offCalendar' in early) return beyondCalendar(flat, early);
  const end = lastFinish(flat, early.places);
  return countBack(flat, early, end);
}

/** The backward passes in full, over earliest places that are already known. */
export function countBack(flat: FlatNetwork, early: EarlyPlaces, end: number): Draft | Refusal {
  const lateOwn = backwardPass(flat, end);
  if ('offCalendar' in lateOwn) return beforeCalendar(flat, lateOwn);
  const late = flat.deadline === NONE || flat.deadline === end ? lateOwn : backwardPass(flat, flat.deadline);
  if ('offCalendar' in late) return beforeCalendar(flat, late);
  return { flat, early, late, lateOwn, end };
}

export function beyondCalendar(flat: FlatNetwork, { offCalendar }: OffCalendar): Refusal {
  return refuse('network.beyond_calendar', { id: flat.activities[offCalendar]!.id, last: HORIZON.last });
}

export function beforeCalendar(flat: FlatNetwork, { offCalendar }: OffCalendar): Refusal {
  return refuse('network.before_calendar', { id: flat.activities[offCalendar]!.id, first: HORIZON.first });
}
