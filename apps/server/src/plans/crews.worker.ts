import { parentPort, workerData } from 'node:worker_threads';
import { scheduleCrews } from '@duban/plans/crews/schedule';
import type { CrewsJob, CrewsNews } from './schedule-crews-apart.ts';

/** The thread of one search. It never listens while it works, so the flag that stops it lies in shared memory. */
const { project, seed, schedules, seconds, stop } = workerData as CrewsJob;
const until = seconds === undefined ? Infinity : performance.now() + seconds * 1000;
const flag = new Int32Array(stop);
const tell = (news: CrewsNews): void => parentPort!.postMessage(news);

const result = scheduleCrews(project, {
  seed,
  schedules,
  mayGoOn: () => Atomics.load(flag, 0) === 0 && performance.now() < until,
  onProgress: (progress) => tell({ progress }),
});
tell({ result });
