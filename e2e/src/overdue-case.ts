import type { Client } from '@duban/contract/client';
import { getCase } from '@duban/contract/cases';
import type { CaseView } from '@duban/contract/case-views';
import { getRanking, listRankedCases, type RankingRowView } from '@duban/contract/rankings';
import { listSnapshots, type SnapshotRow } from '@duban/contract/snapshots';
import type { CastAccount } from '@duban/demo/cast';

/** People of the cast who handle, by the short name of their unit. */
const holders: Readonly<Record<string, CastAccount>> = {
  鹭桥街道: 'tangjinchu',
  棠湾街道: 'yubeichen',
  麦渡街道: 'kanglizhou',
  区住建局: 'hejingcheng',
  区城管局: 'shaoqiuping',
  区综合执法大队: 'duanqinghe',
  区交警大队: 'panzhuoran',
  区水务局: 'wenruan',
  区园林中心: 'liuxuqiu',
  区市场监管局: 'jianyuning',
  洁沐环境: 'baolixia',
};

export type OverdueCase = {
  readonly found: CaseView;
  /** who handles it */
  readonly handler: CastAccount;
  /** the street that it counts for, as the ranking stood */
  readonly street: RankingRowView;
  /** the last published ranking of the streets, and the choice that leads to it */
  readonly published: SnapshotRow;
  readonly choice: { readonly period: string; readonly group: 'streets' };
};

/** A case of the last published week that is still in work with somebody of the cast. @throws Error without one */
export async function overdueCase(dispatcher: Client): Promise<OverdueCase> {
  const { snapshots } = await dispatcher.call(listSnapshots, { group: 'streets' });
  const published = snapshots.reduce((newest, one) => (one.period.first > newest.period.first ? one : newest));
  const choice = { period: published.period.key, group: 'streets' as const };
  const { rows } = await dispatcher.call(getRanking, choice);
  for (const street of rows) {
    const open = { ...choice, count: 'open' as const, unitId: street.unit.id };
    const { cases } = await dispatcher.call(listRankedCases, open);
    if (cases.length !== street.counts.open) throw new Error('the number and its list disagree');
    for (const { caseId } of cases) {
      const found = await dispatcher.call(getCase, { id: caseId });
      const handler = holders[found.handlingUnit?.shortName ?? ''];
      // pictures and visits are tested for themselves
      if (found.state === 'in_progress' && found.evidence === 'statement' && handler)
        return { found, handler, street, published, choice };
    }
  }
  throw new Error('nothing of the last published week is still in work');
}
