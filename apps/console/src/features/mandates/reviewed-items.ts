import type { DirectiveView } from '@duban/contract/directive-view';
import type { DocumentView } from '@duban/contract/mandates';
import type { Refusal } from '@duban/kit/refusal';
import { doubtsAbout } from '@duban/mandates/review/doubts';

/** A directive as the rules of the review ask about it. */
export const reviewedItem = (item: DirectiveView) => ({
  ...item,
  lineUnitId: item.lineUnit?.id ?? null,
  territorialUnitIds: item.territorialUnits.map((unit) => unit.id),
});

/** Why each directive that is not sent yet should be looked at; only those with a reason are in it. */
export function doubtsOf(document: DocumentView): ReadonlyMap<string, readonly Refusal[]> {
  const found = new Map<string, readonly Refusal[]>();
  for (const item of document.items) {
    if (item.state !== 'proposed' && item.state !== 'accepted') continue;
    const doubts = doubtsAbout(reviewedItem(item), document);
    if (doubts.length > 0) found.set(item.id, doubts);
  }
  return found;
}

export const itemFilters = ['all', 'proposed', 'doubtful', 'accepted', 'rejected', 'sent'] as const;
export type ItemFilter = (typeof itemFilters)[number];

/** The directives of a filter; sent are also those that the version before has sent. */
export function filteredItems(
  items: readonly DirectiveView[],
  filter: ItemFilter,
  doubts: ReadonlyMap<string, readonly Refusal[]>,
): readonly DirectiveView[] {
  if (filter === 'all') return items;
  if (filter === 'doubtful') return items.filter((item) => item.state === 'proposed' && doubts.has(item.id));
  if (filter === 'sent') return items.filter((item) => item.state === 'sent' || item.state === 'carried');
  return items.filter((item) => item.state === filter);
}
