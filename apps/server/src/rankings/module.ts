import * as dashboard from '@duban/contract/dashboard';
import * as groups from '@duban/contract/peer-groups';
import * as rankings from '@duban/contract/rankings';
import * as snapshots from '@duban/contract/snapshots';
import { defineModule, route } from '../kernel/module.ts';
import { answerObjection } from './answer-objection.ts';
import { getDashboard, getTerritoryRates, getTrend, listDashboardCases } from './dashboard.queries.ts';
import { exportRanking, exportSnapshot } from './export-ranking.ts';
import { getRanking, listRankedCases } from './get-ranking.ts';
import { changePeerGroup, createPeerGroup, listPeerGroups, retirePeerGroup } from './peer-groups.ts';
import { previewRanking, publishRanking } from './publish-ranking.ts';
import { raiseObjection } from './raise-objection.ts';
import { recomputeSnapshot } from './recompute-snapshot.ts';
import { recomputeRelapsedRounds } from './relapsed-rounds.job.ts';
import { getSnapshot, listSnapshotCases, listSnapshots } from './snapshot.queries.ts';

/** Rates of units, published rankings, objections, and the leaders' page. */
export const rankingsModule = defineModule({
  name: 'rankings',
  routes: [
    route(groups.listPeerGroups, listPeerGroups),
    route(groups.createPeerGroup, createPeerGroup),
    route(groups.changePeerGroup, changePeerGroup),
    route(groups.retirePeerGroup, retirePeerGroup),
    route(rankings.getRanking, getRanking),
    route(rankings.listRankedCases, listRankedCases),
    route(rankings.exportRanking, exportRanking),
    route(snapshots.previewRanking, previewRanking),
    route(snapshots.publishRanking, publishRanking),
    route(snapshots.listSnapshots, listSnapshots),
    route(snapshots.getSnapshot, getSnapshot),
    route(snapshots.listSnapshotCases, listSnapshotCases),
    route(snapshots.recomputeSnapshot, recomputeSnapshot),
    route(snapshots.exportSnapshot, exportSnapshot),
    route(snapshots.raiseObjection, raiseObjection),
    route(snapshots.answerObjection, answerObjection),
    route(dashboard.getDashboard, getDashboard),
    route(dashboard.listDashboardCases, listDashboardCases),
    route(dashboard.getTerritoryRates, getTerritoryRates),
    route(dashboard.getTrend, getTrend),
  ],
  reactions: { 'case.relapsed': ['recompute-relapsed-rounds'] },
  jobs: { 'recompute-relapsed-rounds': recomputeRelapsedRounds },
  constraints: {
    peer_groups_name: 'peer_group.name_taken',
    ranking_objections_pending: 'objection.pending',
    ranking_snapshots_immutable: 'snapshot.immutable',
    ranking_snapshots_issue: 'ranking.changed_since_preview',
    ranking_snapshots_edition: 'ranking.changed_since_preview',
  },
});
