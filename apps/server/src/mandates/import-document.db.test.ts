import * as review from '@duban/contract/document-review';
import * as documents from '@duban/contract/mandates';
import { listUnits } from '@duban/contract/organisation';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testWorld } from '../testing/world.ts';
import type { Database } from '../kernel/database.ts';
import { documentDesk, refusal, speech } from './testing.ts';
import { firstBrokenOriginal } from './verify-originals.ts';

const world = testWorld();
const { asDispatcher, paste, read, upload } = documentDesk(world);

test('a pasted speech: proposals with the units of the district, tied to their sentences', async () => {
  const { id, title, directives } = await paste();
  expect({ title, directives }).toEqual({ title: '在全区市容提升工作推进会上的讲话', directives: 3 });
  const { items, text, outline } = await read(id);
  expect(outline.map((item) => item.title)).toEqual(['突出重点', '严格考核']);
  const streets = (await asDispatcher().call(listUnits, {})).units.filter((unit) => unit.kind === 'street');
  expect(
    items.map((item) => ({
      sentence: text.slice(item.start, item.end) === item.text,
      line: item.lineUnit?.shortName ?? null,
      ground: item.territorialUnits.length,
      deadline: item.deadlineText,
      date: item.deadlineDate,
    })),
  ).toEqual([
    { sentence: true, line: '区城管局', ground: 0, deadline: '每周', date: null },
    { sentence: true, line: null, ground: streets.length, deadline: '4月30日前', date: '2026-04-30' },
    { sentence: true, line: '区政府办', ground: 0, deadline: '2026年5月15日前', date: '2026-05-15' },
  ]);
});

test('the original stays as it came, under its hash', async () => {
  const content = `标题\r\n${speech}`;
  const { id } = await upload('讲话.txt', content);
  const original = await asDispatcher().download(documents.downloadOriginal, { id });
  expect(await original.text()).toBe(content);
  const change = sql`update document_originals set content = 'x'`.execute(world.database);
  await expect(change).rejects.toThrow(/append-only/);
});

test('an original changed behind the back of the program is named', async () => {
  const { id } = await paste();
  const look = () => firstBrokenOriginal(world.database as Database);
  expect(await look()).toBeNull();
  await sql`alter table document_originals disable trigger user`.execute(world.database);
  await sql`alter table document_originals drop constraint document_originals_hash`.execute(world.database);
  await sql`update document_originals set content = content || 'x'`.execute(world.database);
  expect(await look()).toMatchObject({ documentId: id });
});

test('the same original twice is refused, and works again after the first was discarded', async () => {
  const first = await paste();
  expect(await refusal(paste())).toBe('document.already_there');
  await asDispatcher().call(review.discardDocument, {
    id: first.id,
    version: first.version,
    reason: '选错了文件',
  });
  expect(await refusal(paste())).toBe('accepted');
});

test.each([
  ['空.txt', '', 'document.empty'],
  ['空白.txt', ' \n ', 'document.no_text'],
  ['a.docx', 'not a zip', 'document.wrong_extension'],
  ['a.docx', new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]), 'document.damaged'],
  ['a.pdf', '%PDF-1.4', 'document.damaged'],
  ['a.txt', new Uint8Array(3000).map((_, i) => (i * 7919) % 32), 'document.not_text'],
  ['a.html', '<html><body></body></html>', 'document.no_text'],
])('%s (%#) is refused with its reason and leaves nothing behind', async (name, content, code) => {
  expect(await refusal(upload(name, content))).toBe(code);
  expect((await asDispatcher().call(documents.listDocuments, {})).rows).toEqual([]);
});

test('neither file nor text', async () => {
  expect(await refusal(asDispatcher().call(documents.addDocument, {}))).toBe('document.missing');
});

test('markup, formulas, NUL and halves of characters in text and name come out as text', async () => {
  const text =
    '关于整治的通知\n<script>alert(1)</script>=HYPERLINK("x")\u0000\u0007\n各街道要于4月1日前完成占道经营整治，建立台账。';
  const { id } = await upload('../../etc/<b>\u0000名.txt', text);
  const found = await read(id);
  expect(found.fileName).toBe('<b>名.txt');
  expect(found.text).toContain('<script>alert(1)</script>');
  expect(found.text).not.toContain('\u0000');
  expect(found.items).toHaveLength(1);
});

test('only dispatchers import; leaders read; handlers read neither', async () => {
  const { id } = await paste();
  expect(await refusal(world.as('liangdaizong').call(documents.addDocument, { text: speech }))).toBe(
    'session.forbidden',
  );
  expect(await refusal(world.as('liangdaizong').call(documents.getDocument, { id }))).toBe('accepted');
  expect(await refusal(world.as('hejingcheng').call(documents.getDocument, { id }))).toBe('session.forbidden');
  expect(await refusal(world.anonymous.call(documents.listDocuments, {}))).toBe('session.required');
});

test('the list: newest first, found by title, one page after the other', async () => {
  for (const title of ['甲', '乙', '丙']) {
    world.setNow(`2026-03-1${['甲', '乙', '丙'].indexOf(title)}T02:00:00Z`);
    await asDispatcher().call(documents.addDocument, { text: `${title}\n${speech}`, title: `${title}号文件` });
  }
  const first = await asDispatcher().call(documents.listDocuments, { limit: 2 });
  const second = await asDispatcher().call(documents.listDocuments, { limit: 2, after: first.next! });
  expect([...first.rows, ...second.rows].map((row) => row.title)).toEqual(['丙号文件', '乙号文件', '甲号文件']);
  expect(second.next).toBeNull();
  expect((await asDispatcher().call(documents.listDocuments, { text: '乙' })).rows).toHaveLength(1);
  expect((await asDispatcher().call(documents.listDocuments, { text: '%' })).rows).toEqual([]);
  expect(await refusal(asDispatcher().call(documents.listDocuments, { after: 'x' }))).toBe('request.invalid');
});
