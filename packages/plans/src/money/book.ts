import { type Decision, type Refusal, accept, refuse } from '@duban/kit/refusal';
import { balanceOf } from './account.ts';
import { moneyText } from './fen-text.ts';
import { MOST_FEN, type Need, type Transaction, allFundingSources, transactionKinds } from './money.ts';

/**
 * Booking money: what arrives was secured before, what is paid has arrived, and a mistake is booked back, never erased.
 */
export type MoneyEvent =
  | { readonly type: 'money.booked'; readonly data: Transaction }
  | { readonly type: 'money.reversed'; readonly data: Transaction & { readonly reason: string } }
  | { readonly type: 'money.need_set'; readonly data: Need };

/** @param booked all bookings of the project */
export function whyNotBook(transaction: Transaction, booked: readonly Transaction[]): Refusal | null {
  const { id, fen, kind, source } = transaction;
  if (!isSum(fen) || fen === 0) return refuse('money.sum_invalid', { fen: String(fen), most: MOST_FEN });
  if (!Object.hasOwn(transactionKinds, kind)) return refuse('money.kind_unknown', { kind: String(kind) });
  if (!allFundingSources.includes(source)) return refuse('money.source_unknown', { source: String(source) });
  if (booked.some((one) => one.id === id)) return refuse('money.booked_already', { id });
  return whyNotBalance(transaction, booked);
}

export function book(transaction: Transaction, booked: readonly Transaction[]): Decision<MoneyEvent> {
  return whyNotBook(transaction, booked) ?? accept({ type: 'money.booked', data: transaction });
}

function whyNotBalance(transaction: Transaction, booked: readonly Transaction[]): Refusal | null {
  const { source: funding_source, source } = transaction;
  const own = booked.filter((one) => one.source === source);
  const { secured, received, paid } = balanceOf([...own, transaction]);
  if (received > secured)
    return refuse('money.above_secured', { funding_source, sum: moneyText(received - secured, 'en') });
  if (paid > received) return refuse('money.above_received', { funding_source, sum: moneyText(paid - received, 'en') });
  return secured > MOST_FEN ? refuse('money.sum_invalid', { fen: String(secured), most: MOST_FEN }) : null;
}

/** The same sum back. Not where later bookings rest on it. */
export function whyNotReverse(id: string, booked: readonly Transaction[]): Refusal | null {
  const found = booked.find((one) => one.id === id);
  if (!found) return refuse('money.booking_unknown', { id });
  if (found.reverses !== null) return refuse('money.is_reversal', { id });
  if (booked.some(({ reverses }) => reverses === id)) return refuse('money.reversed_already', { id });
  return whyNotBalance({ ...found, reverses: id }, booked);
}

/** @param reversalId the id of the new booking */
export function reverse(
  id: string,
  reversalId: string,
  reason: string,
  booked: readonly Transaction[],
): Decision<MoneyEvent> {
  const refusal = whyNotReverse(id, booked);
  if (refusal) return refusal;
  if (reason.trim() === '') return refuse('money.reason_missing');
  const found = booked.find((one) => one.id === id)!;
  return accept({ type: 'money.reversed', data: { ...found, id: reversalId, reverses: id, reason } });
}

/** A later stage replaces an earlier one and never the other way round; the same stage may be set anew. */
export function setNeed(need: Need, needs: readonly Need[]): Decision<MoneyEvent> {
  if (need.fen !== null && !isSum(need.fen)) {
    return refuse('money.sum_invalid', { fen: String(need.fen), most: MOST_FEN });
  }
  const final = needs.find(({ stage }) => stage === 'final_account');
  if (final && need.stage !== 'final_account') return refuse('money.account_closed');
  return accept({ type: 'money.need_set', data: need });
}

function isSum(fen: number): boolean {
  return Number.isSafeInteger(fen) && fen >= 0 && fen <= MOST_FEN;
}
