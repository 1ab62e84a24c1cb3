import { previewRanking, publishRanking } from '@duban/contract/snapshots';
import type { World } from '../testing/world.ts';
import { inWeek, streets, testLedger } from './test-ledger.ts';

/** A ledger in which two streets of three reach the minimum, and the publishing of its week. */
export function testPublication(world: World) {
  const { open, putMany } = testLedger(world);
  return {
    putMany,
    /** before each test */
    async open(): Promise<void> {
      await open();
      await putMany(12, { finishedLate: false });
      await putMany(4, { finishedLate: true });
      await putMany(4, { state: 'in_progress' });
      await putMany(15, { handling: 'west', finishedLate: false });
      await putMany(5, { handling: 'west', state: 'in_progress', dispatchedAt: inWeek });
    },
    async publish(of: { period?: string; account?: string; remark?: string } = {}): Promise<string> {
      const { account = 'dispatcher', remark, period = streets.period } = of;
      const { countsHash } = await world.as(account).call(previewRanking, { ...streets, period });
      const { id } = await world.as(account).call(publishRanking, { ...streets, period, countsHash, remark });
      return id;
    },
  };
}
