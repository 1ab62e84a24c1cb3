import { type Rate, rate } from '@duban/kit/rate';
import {
  type FundingSource,
  type Need,
  type NeedStage,
  type Transaction,
  allFundingSources,
  allNeedStages,
  transactionKinds,
} from './money.ts';

/** What became of the money of one source, in fen. Received is never above secured, paid never above received. */
export type Balance = { readonly secured: number; readonly received: number; readonly paid: number };

/** The money of one project, in fen. */
export type ProjectAccount = Balance & {
  /** by the latest stage that is reckoned; null when nobody knows */
  readonly need: number | null;
  readonly needStage: NeedStage | null;
  /** need less secured, 0 when more is secured; null with an unknown need */
  readonly gap: number | null;
  /** what is secured above the need; null with an unknown need */
  readonly surplus: number | null;
  readonly sources: readonly (Balance & { readonly source: FundingSource })[];
};

export function balanceOf(transactions: readonly Transaction[]): Balance {
  let [secured, received, paid] = [0, 0, 0];
  for (const { kind, fen, reverses } of transactions) {
    const effect = transactionKinds[kind];
    const signed = reverses === null ? fen : -fen;
    secured += effect.secured * signed;
    received += effect.received * signed;
    paid += effect.paid * signed;
  }
  return { secured, received, paid };
}

export function accountOf(needs: readonly Need[], transactions: readonly Transaction[]): ProjectAccount {
  const latest = needs.reduce<Need | null>(
    (last, need) => (last === null || rankOf(need) >= rankOf(last) ? need : last),
    null,
  );
  const total = balanceOf(transactions);
  const need = latest?.fen ?? null;
  return {
    ...total,
    need,
    needStage: latest?.stage ?? null,
    gap: need === null ? null : Math.max(0, need - total.secured),
    surplus: need === null ? null : Math.max(0, total.secured - need),
    sources: allFundingSources.flatMap((source) => {
      const own = transactions.filter((transaction) => transaction.source === source);
      return own.length === 0 ? [] : [{ source, ...balanceOf(own) }];
    }),
  };
}

function rankOf({ stage }: Need): number {
  return allNeedStages.indexOf(stage);
}

export type AccountTotals = Balance & {
  /** of the projects whose need is known */
  readonly need: number;
  /** the gaps of the projects added up: the surplus of one never fills the gap of another */
  readonly gap: number;
  readonly surplus: number;
  readonly projects: number;
  /** projects whose need nobody knows; they are in no sum of needs and gaps, and are shown beside them */
  readonly unknownNeeds: number;
};

export function totalsOf(accounts: readonly ProjectAccount[]): AccountTotals {
  const sum = (of: (account: ProjectAccount) => number | null) =>
    accounts.reduce((total, account) => total + (of(account) ?? 0), 0);
  return {
    secured: sum(({ secured }) => secured),
    received: sum(({ received }) => received),
    paid: sum(({ paid }) => paid),
    need: sum(({ need }) => need),
    gap: sum(({ gap }) => gap),
    surplus: sum(({ surplus }) => surplus),
    projects: accounts.length,
    unknownNeeds: accounts.filter(({ need }) => need === null).length,
  };
}

/** 投资完成率: paid of needed, to be shown beside the time elapsed. Null for an unknown need, or none. */
export function investmentRate({ paid, need }: ProjectAccount): Rate | null {
  return need === null ? null : rate(paid, need);
}
