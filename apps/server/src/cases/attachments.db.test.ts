import { addAttachment, readDocument, readPicture } from '@duban/contract/attachments';
import { commentOnCase } from '@duban/contract/cases';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { sql } from 'kysely';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { contentStoreIn, useContentStore } from '../adapters/content-store.ts';
import { testWorld } from '../testing/world.ts';
import { caseDesk } from './testing.ts';
import { firstBrokenAttachment } from './verify-attachments.ts';

const world = testWorld();
const desk = caseDesk(world);
const refused = (code: string) => ({ problem: expect.objectContaining({ code }) });
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duban-files-'));
  useContentStore(contentStoreIn(folder));
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(() => desk.standards());

const photo = (width = 400, height = 300) =>
  sharp({ create: { width, height, channels: 3, background: '#884422' } })
    .withExif({ IFD0: { Make: 'SecretPhone', Copyright: '张三' } })
    .jpeg()
    .toBuffer();

async function attach(bytes: Uint8Array, name = '现场.jpg', who: Parameters<typeof desk.as>[0] = 'dispatcher') {
  const found = await desk.report();
  const file = { name, content: new Blob([new Uint8Array(bytes)]) };
  const added = await desk.as(who).call(addAttachment, { ...found, kind: 'before' }, { file });
  return { ...added, found };
}

const bytesOf = async (answer: Promise<Blob>) => new Uint8Array(await (await answer).arrayBuffer());

/** A PNG head that claims a size, with next to nothing behind it. */
function pngClaiming(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = chunk('IDAT', deflateSync(Buffer.alloc(1000)));
  return Buffer.concat([signature, chunk('IHDR', head), data, chunk('IEND', Buffer.alloc(0))]);
}

describe('a picture', () => {
  test('is re-encoded, loses its metadata, is kept once by its content, and has a small one', async () => {
    const original = await photo();
    expect(original.includes('SecretPhone')).toBe(true);
    const { id, version, attachment } = await attach(original);
    expect(attachment).toMatchObject({
      kind: 'before',
      fileName: '现场.jpg',
      mediaType: 'image/webp',
      width: 400,
      height: 300,
    });
    const kept = await bytesOf(desk.as('dispatcher').download(readPicture, { id: attachment.id }));
    expect(Buffer.from(kept).includes('SecretPhone')).toBe(false);
    expect((await sharp(kept).metadata()).exif).toBeUndefined();
    expect(await readFile(join(folder, attachment.sha256.slice(0, 2), attachment.sha256))).toEqual(Buffer.from(kept));
    const small = await bytesOf(desk.as('dispatcher').download(readPicture, { id: attachment.id, size: 'preview' }));
    expect((await sharp(small).metadata()).width).toBe(320);
    const again = await attach(original);
    expect(again.attachment.sha256).toBe(attachment.sha256);
    expect(await desk.view(id)).toMatchObject({ version, attachments: [{ id: attachment.id }] });
  });

  test('lies the way it was taken', async () => {
    const lying = await sharp(await photo(400, 300))
      .withMetadata({ orientation: 6 })
      .toBuffer();
    expect((await attach(lying)).attachment).toMatchObject({ width: 300, height: 400 });
  });

  test.each([
    ['50,000 pixels wide', 50_000, 1],
    ['a bomb of 900 megapixels', 30_000, 30_000],
    ['a bomb within the side limit', 15_000, 15_000],
  ])('%s is refused by its head', async (_, width, height) => {
    await expect(attach(pngClaiming(width, height))).rejects.toMatchObject(refused('attachment.too_many_pixels'));
  });

  test('damaged or cut off, it is refused', async () => {
    const whole = await sharp({ create: { width: 900, height: 900, channels: 3, background: '#123456' } })
      .png({ compressionLevel: 0 })
      .toBuffer();
    await expect(attach(whole.subarray(0, 3000))).rejects.toMatchObject(refused('attachment.unreadable'));
    await expect(attach(pngClaiming(600, 600))).rejects.toMatchObject(refused('attachment.unreadable'));
  });
});

describe('what a file is', () => {
  test.each([
    ['a web page', '<html><script>alert(1)</script></html>', 'x.jpg'],
    ['a drawing with a script', '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', 'x.png'],
    ['a program', 'MZ\x90\0\x03\0\0\0', 'x.webp'],
    ['text', '只是文字', 'x.pdf'],
  ])('%s is refused whatever it is called', async (_, content, name) => {
    await expect(attach(Buffer.from(content), name)).rejects.toMatchObject(refused('attachment.type_refused'));
  });

  test('a PDF is kept as it is and comes back as a document', async () => {
    const pdf = Buffer.from('%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n');
    const { attachment } = await attach(pdf, '../../etc/批复.pdf');
    expect(attachment).toMatchObject({ fileName: '批复.pdf', mediaType: 'application/pdf', width: null });
    expect(Buffer.from(await bytesOf(desk.as('dispatcher').download(readDocument, { id: attachment.id })))).toEqual(
      pdf,
    );
    await expect(desk.as('dispatcher').download(readPicture, { id: attachment.id })).rejects.toMatchObject(
      refused('attachment.not_a_picture'),
    );
  });

  test('an empty file is no file', async () => {
    await expect(attach(new Uint8Array())).rejects.toMatchObject(refused('attachment.missing'));
  });
});

test('a file that is no longer on the disk is told as missing; a picture without its small one is shown whole', async () => {
  const pdf = await attach(Buffer.from('%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n'), '批复.pdf');
  const { attachment } = await attach(await photo(900, 700));
  const whole = () => desk.as('dispatcher').download(readPicture, { id: attachment.id });
  const small = () => desk.as('dispatcher').download(readPicture, { id: attachment.id, size: 'preview' });
  const place = (sha256: string) => join(folder, sha256.slice(0, 2), sha256);
  const previews = await sql<{ name: string }>`
    select encode(preview_sha256, 'hex') as name from files where encode(sha256, 'hex') = ${attachment.sha256}`.execute(
    world.database,
  );
  await rm(place(previews.rows[0]!.name));
  expect(await bytesOf(small())).toEqual(await bytesOf(whole()));
  await rm(place(attachment.sha256));
  await rm(place(pdf.attachment.sha256));
  const missing = refused('attachment.file_missing');
  await expect(whole()).rejects.toMatchObject(missing);
  await expect(small()).rejects.toMatchObject(missing);
  await expect(desk.as('dispatcher').download(readDocument, { id: pdf.attachment.id })).rejects.toMatchObject(missing);
});

describe('who may', () => {
  test('only somebody who may see the case sees its files', async () => {
    const { attachment } = await attach(await photo());
    await expect(desk.as('officer').download(readPicture, { id: attachment.id })).rejects.toMatchObject(
      refused('record.not_found'),
    );
    await expect(attach(await photo(), 'a.jpg', 'officer')).rejects.toMatchObject(refused('record.not_found'));
  });

  test('a stale version adds nothing, and leaves no draft on the disk', async () => {
    const found = await desk.report();
    await desk.as('dispatcher').call(commentOnCase, { ...found, text: 'x' });
    const file = { name: 'a.jpg', content: new Blob([new Uint8Array(await photo(50, 40))]) };
    await expect(desk.as('dispatcher').call(addAttachment, { ...found, kind: 'near' }, { file })).rejects.toMatchObject(
      refused('record.stale'),
    );
    expect((await desk.view(found.id)).attachments).toEqual([]);
    const names = await readdir(folder, { recursive: true });
    expect(names.filter((name) => name.endsWith('.draft'))).toEqual([]);
  });
});

test('a byte changed behind the program’s back is found, and a file that is gone', async () => {
  const store = contentStoreIn(folder);
  const { id, attachment } = await attach(await photo(120, 90));
  const path = join(folder, attachment.sha256.slice(0, 2), attachment.sha256);
  const look = () => firstBrokenAttachment(world.database as Parameters<typeof firstBrokenAttachment>[0], store);
  expect(await look()).toBeNull();
  const bytes = await readFile(path);
  bytes[bytes.length - 1]! ^= 1;
  await writeFile(path, bytes);
  expect(await look()).toMatchObject({ caseId: id, sha256: attachment.sha256 });
  await rm(path);
  expect(await look()).toMatchObject({ caseId: id, fileName: '现场.jpg' });
});
