import { attach } from '@duban/cases/remarks';
import type * as contract from '@duban/contract/attachments';
import type { Input, Reply } from '@duban/contract/endpoint';
import { fileTypeFromBuffer } from 'file-type';
import { contentStore } from '../adapters/content-store.ts';
import { LONGEST_SIDE, MOST_MEGAPIXELS, reencoded } from '../adapters/picture.ts';
import type { Ctx } from '../kernel/context.ts';
import type { UploadedFile } from '../kernel/module.ts';
import { problem, unwrap } from '../kernel/problem.ts';
import { attachmentsOf } from './attachment.queries.ts';
import { insertAttachment, type KeptFile } from './attachment.store.ts';
import { appendToCase, lockCase } from './case.store.ts';

/** Attachments of one case; more is a habit of photographing, not evidence. */
const MOST_ATTACHMENTS = 60;

export type Prepared = KeptFile & { readonly fileName: string };

/**
 * Before the transaction: what the file is, by its content and never by its name; re-encoded, and on disk. If the
 * command is refused afterwards the file stays there without anything referring to it.
 */
export async function prepareAttachment(_: unknown, file: UploadedFile | undefined): Promise<Prepared> {
  if (!file || file.bytes.length === 0) throw problem('attachment.missing');
  const found = await fileTypeFromBuffer(file.bytes);
  const fileName = plainName(file.name);
  if (found?.mime === 'application/pdf') {
    const sha256 = await contentStore().put(file.bytes);
    return {
      fileName,
      sha256,
      mediaType: found.mime,
      bytes: file.bytes.length,
      width: null,
      height: null,
      preview: null,
    };
  }
  if (!found || !['image/jpeg', 'image/png', 'image/webp'].includes(found.mime))
    throw problem('attachment.type_refused');
  const picture = await reencoded(file.bytes);
  if ('fault' in picture) {
    if (picture.fault === 'unreadable') throw problem('attachment.unreadable');
    const { width, height } = picture;
    throw problem('attachment.too_many_pixels', { width, height, most: MOST_MEGAPIXELS * 100, side: LONGEST_SIDE });
  }
  const { bytes, width, height, preview } = picture;
  const sha256 = await contentStore().put(bytes);
  const previewSha256 = await contentStore().put(preview);
  return { fileName, sha256, mediaType: 'image/webp', bytes: bytes.length, width, height, preview: previewSha256 };
}

/** The last part of a path, without control characters, of a length that every file system takes. */
function plainName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  return [...last.replace(/\p{Cc}/gu, '')].slice(0, 100).join('') || 'file';
}

export async function addAttachment(
  ctx: Ctx,
  { id, version, kind }: Input<typeof contract.addAttachment>,
  prepared: Prepared,
): Promise<Reply<typeof contract.addAttachment>> {
  const found = await lockCase(ctx, id, version);
  if (found.attachments.length >= MOST_ATTACHMENTS) throw problem('attachment.too_many', { most: MOST_ATTACHMENTS });
  const attachmentId = ctx.newId();
  const { fileName, sha256 } = prepared;
  const event = { attachmentId, sha256: sha256.toString('hex'), fileName, kind };
  const events = unwrap(attach(found, ctx.actor, event));
  await insertAttachment(ctx, { attachmentId, caseId: id, kind, fileName, file: prepared });
  const changed = await appendToCase(ctx, found, events);
  const attachment = (await attachmentsOf(ctx, id)).find((one) => one.id === attachmentId);
  if (!attachment) throw new Error('the attachment just added is not there');
  return { id, version: changed.version, attachment };
}
