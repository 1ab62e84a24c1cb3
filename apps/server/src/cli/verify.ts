import { firstBrokenRecord, historyLength } from '../kernel/verify.ts';
import { type CommandResult, done, failed } from './command.ts';
import { withDatabase } from './database.ts';

/** `duban verify`: recomputes the hash chain of every record and names the first that is broken. */
export function verifyCommand(): Promise<CommandResult> {
  return withDatabase(async (database) => {
    const broken = await firstBrokenRecord(database);
    if (broken) {
      return failed(
        `历史记录被改动 / history was altered: ${broken.recordType} ${broken.recordId}, #${broken.sequence} (${broken.reason})`,
      );
    }
    return done(`历史完整 / history is whole: ${await historyLength(database)} 条 / events`);
  });
}
