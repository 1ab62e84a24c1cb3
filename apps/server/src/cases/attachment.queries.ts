import type { AttachmentView } from '@duban/contract/attachments';
import type * as contract from '@duban/contract/attachments';
import type { Input } from '@duban/contract/endpoint';
import { sql } from 'kysely';
import type { Readable } from 'node:stream';
import { contentStore } from '../adapters/content-store.ts';
import type { Ctx } from '../kernel/context.ts';
import type { FileReply } from '../kernel/module.ts';
import { problem } from '../kernel/problem.ts';
import { personRefs } from '../organisation/module.ts';
import { scopeOf, visibleIn } from './visibility.ts';

/** Attachments for pages. Who may see the case may see its files, and nobody else. */

type Row = Omit<AttachmentView, 'by'> & { readonly personId: string | null };

export async function attachmentsOf({ tx, actor }: Ctx, caseId: string): Promise<AttachmentView[]> {
  const { rows } = await sql<Row>`
    select a.id, a.kind, a.file_name as "fileName", f.media_type as "mediaType", f.bytes, f.width, f.height,
      encode(f.sha256, 'hex') as sha256, a.at, a.person_id as "personId"
    from attachments a join files f on f.sha256 = a.sha256
    where a.jurisdiction_id = ${actor.jurisdictionId} and a.case_id = ${caseId} order by a.id`.execute(tx);
  const people = await personRefs(
    tx,
    rows.flatMap(({ personId }) => personId ?? []),
  );
  return rows.map(({ personId, ...row }) => ({ ...row, by: personId ? (people.get(personId) ?? null) : null }));
}

type Kept = {
  readonly fileName: string;
  readonly mediaType: string;
  readonly sha256: Buffer;
  readonly preview: Buffer | null;
};

async function visibleFile(ctx: Ctx, id: string): Promise<Kept> {
  const { rows } = await sql<Kept>`
    select a.file_name as "fileName", f.media_type as "mediaType", f.sha256, f.preview_sha256 as preview
    from attachments a join files f on f.sha256 = a.sha256
    join cases c on c.jurisdiction_id = a.jurisdiction_id and c.id = a.case_id
    where a.jurisdiction_id = ${ctx.actor.jurisdictionId} and a.id = ${id}
      and ${visibleIn(await scopeOf(ctx.tx, ctx.actor))}`.execute(ctx.tx);
  if (!rows[0]) throw problem('record.not_found');
  return rows[0];
}

export async function readPicture(ctx: Ctx, { id, size }: Input<typeof contract.readPicture>): Promise<FileReply> {
  const { fileName, mediaType, sha256, preview } = await visibleFile(ctx, id);
  if (mediaType !== 'image/webp') throw problem('attachment.not_a_picture');
  const name = `${fileName.replace(/\.[^.]*$/, '')}.webp`;
  const small = size === 'preview' && preview ? await contentStore().read(preview) : null;
  return { fileName: name, content: small ?? (await keptContent(sha256)) };
}

export async function readDocument(ctx: Ctx, { id }: Input<typeof contract.readDocument>): Promise<FileReply> {
  const { fileName, mediaType, sha256 } = await visibleFile(ctx, id);
  if (mediaType !== 'application/pdf') throw problem('attachment.not_a_document');
  return { fileName, content: await keptContent(sha256) };
}

async function keptContent(sha256: Buffer): Promise<Readable> {
  const content = await contentStore().read(sha256);
  if (!content) throw problem('attachment.file_missing');
  return content;
}
