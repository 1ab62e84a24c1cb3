import { parentPort } from 'node:worker_threads';
import { ingest } from '@duban/mandates/ingest';
import type { IngestJob } from './ingest-apart.ts';

/** The thread in which documents are read, one after the other. */
parentPort!.on('message', async ({ bytes, fileName, options }: IngestJob) => {
  parentPort!.postMessage(await ingest(bytes, fileName, options));
});
