import { allAttachmentKinds } from '@duban/cases/words';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Id, PersonRef } from './organisation.ts';

/**
 * Files of a case. They are kept once by their SHA-256; pictures are re-encoded and lose their metadata, so what is
 * served is never the file that somebody sent. A picture is optional everywhere.
 */

/** What is kept: every picture is re-encoded as WebP. */
export const attachmentMediaTypes = ['image/webp', 'application/pdf'] as const;

export const AttachmentView = z.object({
  id: Id,
  kind: z.enum(allAttachmentKinds),
  fileName: z.string(),
  mediaType: z.enum(attachmentMediaTypes),
  bytes: z.int(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  /** SHA-256 of the kept file, hexadecimal */
  sha256: z.string(),
  at: z.iso.datetime(),
  by: PersonRef.nullable(),
});
export type AttachmentView = z.output<typeof AttachmentView>;

export const addAttachment = endpoint({
  name: 'addAttachment',
  summary: 'Add a picture or a PDF to a case',
  method: 'POST',
  path: '/v1/cases/:id/attachments',
  allow: ['dispatcher', 'handler', 'inspector', 'leader'],
  params: z.object({ id: Id }),
  body: z.object({ version: z.int(), kind: z.enum(allAttachmentKinds) }),
  reply: z.object({ id: Id, version: z.int(), attachment: AttachmentView }),
  upload: { maxBytes: 20 * 1024 * 1024 },
  problems: [
    'record.not_found',
    'record.stale',
    'case.wrong_state',
    'attachment.missing',
    'attachment.type_refused',
    'attachment.unreadable',
    'attachment.too_many_pixels',
    'attachment.too_many',
  ],
});

export const readPicture = endpoint({
  name: 'readPicture',
  summary: 'A picture of a case as it is kept, or a small one of it',
  method: 'GET',
  path: '/v1/attachments/:id/picture',
  allow: ['dispatcher', 'handler', 'inspector', 'leader'],
  params: z.object({ id: Id }),
  query: z.object({ size: z.enum(['full', 'preview']).default('full') }),
  download: { mediaType: 'image/webp' },
  problems: ['record.not_found', 'attachment.not_a_picture', 'attachment.file_missing'],
});

export const readDocument = endpoint({
  name: 'readDocument',
  summary: 'A PDF of a case',
  method: 'GET',
  path: '/v1/attachments/:id/document',
  allow: ['dispatcher', 'handler', 'inspector', 'leader'],
  params: z.object({ id: Id }),
  download: { mediaType: 'application/pdf' },
  problems: ['record.not_found', 'attachment.not_a_document', 'attachment.file_missing'],
});
