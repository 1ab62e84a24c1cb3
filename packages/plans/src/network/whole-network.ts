import type { Activity, Link } from './activity.ts';
import { gateParts } from './gates.ts';
import type { Network } from './network.ts';
import { pairLinks } from './pairs.ts';

/** A network with its gates and pairs written out as the activities and links that they stand for. */
export type WholeNetwork = { readonly activities: readonly Activity[]; readonly links: readonly Link[] };

export function wholeNetwork(network: Network): WholeNetwork {
  const { activities, links, gates = [], pairs = [] } = network;
  if (gates.length === 0 && pairs.length === 0) return { activities, links };
  const byId = new Map(activities.map((activity) => [activity.id, activity]));
  const parts = gateParts(gates, byId);
  return {
    activities: [...activities, ...parts.activities],
    links: [...links, ...parts.links, ...pairLinks(pairs)],
  };
}
