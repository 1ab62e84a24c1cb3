import type { Actor } from '@duban/kit/actor';
import { type Decision, type Refusal, accept, refuse } from '@duban/kit/refusal';
import type { Measure } from './reading.ts';

/**
 * A change order 变更: the only way to raise or lower what may be reported of a measure. Orders apply in their order, each
 * from the amount that the one before left.
 */
export type ChangeOrder = {
  readonly from: number | null;
  readonly to: number;
  readonly reason: string;
  readonly requestedBy: string;
  readonly approvedBy: string;
};

export type ChangeOrderEvent = {
  readonly type: 'measure.changed';
  readonly data: { readonly from: number | null; readonly to: number; readonly reason: string };
};

/** What may be reported of a measure today; null while nothing is approved. */
export function approvedAmount({ approvedAmount: first }: Measure, orders: readonly ChangeOrder[]): number | null {
  return orders.at(-1)?.to ?? first;
}

/**
 * @param order with what its author believed the amount to be: two orders at once would otherwise hide each other
 * @param reported the highest amount that was approved as done
 */
export function whyNotChangeOrder(
  measure: Measure,
  orders: readonly ChangeOrder[],
  order: Omit<ChangeOrder, 'approvedBy'>,
  { by, reported }: { readonly by: Actor; readonly reported: number },
): Refusal | null {
  const standing = approvedAmount(measure, orders);
  if (order.from !== standing) {
    return refuse('change_order.stale', { from: String(order.from ?? '—'), standing: String(standing ?? '—') });
  }
  if (!Number.isSafeInteger(order.to) || order.to < 0)
    return refuse('reading.amount_invalid', { amount: String(order.to) });
  if (order.to === standing) return refuse('change_order.nothing_changed', { amount: order.to });
  if (order.reason.trim() === '') return refuse('change_order.reason_missing');
  if (order.requestedBy === by.personId) return refuse('change_order.own_request');
  return order.to < reported ? refuse('change_order.below_reported', { to: order.to, reported }) : null;
}

export function approveChangeOrder(
  measure: Measure,
  orders: readonly ChangeOrder[],
  order: Omit<ChangeOrder, 'approvedBy'>,
  context: { readonly by: Actor; readonly reported: number },
): Decision<ChangeOrderEvent> {
  const { from, to, reason } = order;
  return (
    whyNotChangeOrder(measure, orders, order, context) ??
    accept({ type: 'measure.changed', data: { from, to, reason } })
  );
}
