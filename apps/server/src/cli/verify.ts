import { contentStoreIn } from '../adapters/content-store.ts';
import { firstBrokenAttachment } from '../cases/module.ts';
import { firstBrokenOriginal } from '../mandates/module.ts';
import { readConfig } from '../kernel/config.ts';
import { firstBrokenRecord, historyLength } from '../kernel/verify.ts';
import { type CommandResult, done, failed } from './command.ts';
import { withDatabase } from './database.ts';

/** `duban verify`: recomputes the hash chain of every record and every kept file, and names the first that is broken. */
export function verifyCommand(): Promise<CommandResult> {
  return withDatabase(async (database) => {
    const broken = await firstBrokenRecord(database);
    if (broken) {
      return failed(
        `历史记录被改动 / history was altered: ${broken.recordType} ${broken.recordId}, #${broken.sequence} (${broken.reason})`,
      );
    }
    const { filesFolder } = readConfig();
    const damaged = await firstBrokenAttachment(database, contentStoreIn(filesFolder));
    if (damaged) {
      return failed(
        `附件缺失或被改动 / an attachment is missing or was altered: case ${damaged.caseId}, ${damaged.fileName} (${damaged.sha256})`,
      );
    }
    const original = await firstBrokenOriginal(database);
    if (original) {
      return failed(
        `部署文件的原件缺失或被改动 / an original is missing or was altered: document ${original.documentId}, ${original.title}`,
      );
    }
    return done(`历史完整 / history is whole: ${await historyLength(database)} 条 / events`);
  });
}
