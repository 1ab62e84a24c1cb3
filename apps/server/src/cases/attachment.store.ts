import type { AttachmentKind } from '@duban/cases/words';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { momentOf } from './case.store.ts';

/** The only writer of `files` and `attachments`. */
export type KeptFile = {
  readonly sha256: Buffer;
  readonly mediaType: string;
  readonly bytes: number;
  readonly width: number | null;
  readonly height: number | null;
  readonly preview: Buffer | null;
};

type NewAttachment = {
  readonly attachmentId: string;
  readonly caseId: string;
  readonly kind: AttachmentKind;
  readonly fileName: string;
  readonly file: KeptFile;
};

export async function insertAttachment(
  ctx: Ctx,
  { attachmentId, caseId, kind, fileName, file }: NewAttachment,
): Promise<void> {
  const { jurisdictionId, personId, unitId } = ctx.actor;
  const at = momentOf(ctx).toString();
  await sql`
    insert into files (sha256, media_type, bytes, width, height, preview_sha256, created_at)
    values (${file.sha256}, ${file.mediaType}, ${file.bytes}, ${file.width}, ${file.height}, ${file.preview}, ${at})
    on conflict (sha256) do nothing`.execute(ctx.tx);
  await sql`
    insert into attachments (jurisdiction_id, id, case_id, sha256, kind, file_name, at, person_id, unit_id)
    values (${jurisdictionId}, ${attachmentId}, ${caseId}, ${file.sha256}, ${kind}, ${fileName}, ${at}, ${personId},
      ${unitId})`.execute(ctx.tx);
}
