import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ingestApart, ingestApartWithin } from './ingest-apart.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const speech = '关于整治的通知\n一、总体要求\n各街道要于2026年4月30日前完成占道经营整治，建立台账。';

test('several documents at once, more than there are threads: each gets its own answer', async () => {
  const names = ['一.txt', '二.txt', '三.txt', '四.txt', '五.txt'];
  const found = await Promise.all(names.map((name) => ingestApart(bytesOf(`${name}\n${speech}`), name)));
  expect(found.map((one) => ('refused' in one ? one.code : one.source.fileName))).toEqual(names);
});

test('a document that takes too long is refused, and the next one is read', async () => {
  const long = bytesOf(speech.repeat(20_000));
  expect(await ingestApart(long, '长.txt', {}, 0.02)).toMatchObject({
    refused: true,
    code: 'document.too_demanding',
    params: { seconds: 0.02 },
  });
  expect(await ingestApart(bytesOf(speech), '短.txt')).toMatchObject({ source: { fileName: '短.txt' } });
});

test('where the wait for a thread counts, nobody waits longer than said; the next one is read', async () => {
  const long = bytesOf(speech.repeat(20_000));
  const both = Promise.all([ingestApart(long, '长.txt', {}, 1), ingestApart(long, '更长.txt', {}, 1)]);
  const began = performance.now();
  const refused = await ingestApartWithin(0.05, bytesOf(speech), '短.txt');
  expect(performance.now() - began).toBeLessThan(900);
  expect(refused).toMatchObject({ code: 'document.too_demanding', params: { seconds: 0.05 } });
  await both;
  expect(await ingestApartWithin(20, bytesOf(speech), '短.txt')).toMatchObject({ source: { fileName: '短.txt' } });
});

test('what a thread says is what the program itself would say', async () => {
  const bytes = readFileSync(new URL('../../../../demo/documents/06-demolition-task-notice.docx', import.meta.url));
  const found = await ingestApart(bytes, '06.docx', { date: '2026-11-20' });
  const { ingest } = await import('@duban/mandates/ingest');
  expect(found).toEqual(await ingest(bytes, '06.docx', { date: '2026-11-20' }));
});
