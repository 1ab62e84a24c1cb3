import * as contract from '@duban/contract/promises';
import { defineModule, route } from '../kernel/module.ts';
import { exportPromises } from './export-promises.ts';
import { getPromise, listPromises } from './promise.queries.ts';
import { settlePromise } from './settle-promise.ts';

/** Promises, followed up until they are kept. They are made when a document is sent. */
export const promisesModule = defineModule({
  name: 'promises',
  routes: [
    route(contract.listPromises, listPromises),
    route(contract.getPromise, getPromise),
    route(contract.settlePromise, settlePromise),
    route(contract.exportPromises, exportPromises),
  ],
});

// What other slices may ask.
export { recordPromise } from './promise.store.ts';
