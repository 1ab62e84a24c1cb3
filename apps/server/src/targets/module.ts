import * as contract from '@duban/contract/targets';
import { defineModule, route } from '../kernel/module.ts';
import { changeIndicator } from './change-indicator.ts';
import { changeTarget } from './change-target.ts';
import { exportIndicators, exportTargets } from './export-targets.ts';
import { getIndicator, listIndicators } from './indicator.queries.ts';
import { getTarget, listTargets } from './target.queries.ts';
import { withdrawTarget } from './withdraw-target.ts';

/** Targets and the indicators by which they are measured. They are made when a document is sent. */
export const targetsModule = defineModule({
  name: 'targets',
  routes: [
    route(contract.listTargets, listTargets),
    route(contract.getTarget, getTarget),
    route(contract.changeTarget, changeTarget),
    route(contract.withdrawTarget, withdrawTarget),
    route(contract.exportTargets, exportTargets),
    route(contract.listIndicators, listIndicators),
    route(contract.getIndicator, getIndicator),
    route(contract.changeIndicator, changeIndicator),
    route(contract.exportIndicators, exportIndicators),
  ],
});

// What other slices may ask.
export { recordIndicator } from './indicator.store.ts';
export { type Origin, recordTarget } from './target.store.ts';
