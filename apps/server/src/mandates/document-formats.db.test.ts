import { readFileSync } from 'node:fs';
import * as documents from '@duban/contract/mandates';
import { compoundFile } from '@duban/mandates/readers/compound-file.example';
import { pdf, shown } from '@duban/mandates/readers/pdf.example';
import { docx, paragraph, zip } from '@duban/mandates/readers/zip.example';
import { expect, test } from 'vitest';
import { testWorld } from '../testing/world.ts';
import { documentDesk, refusal } from './testing.ts';

const world = testWorld();
const { asDispatcher, read, upload } = documentDesk(world);

const demoFile = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../../../demo/documents/${name}`, import.meta.url)));

test.each([
  ['09-snow-clearing-plan.pdf', 'pdf', '在63处坡道布设防滑沙箱并逐处公示责任人和联系电话', '区城管局', '2026-12-05'],
  ['10-market-meeting-minutes.doc', 'doc', '5个未开工市场的改造时间表', '区商务局', '2026-11-30'],
  ['11-heating-task-table.xlsx', 'xlsx', '检修换热站', '区住建局', '2026-12-05'],
])('%s is read, and its tasks find the units of the district', async (name, format, words, lead, day) => {
  const { id } = await upload(name, demoFile(name));
  const found = await read(id);
  expect(found.format).toBe(format);
  const item = found.items.find(({ text }) => text.includes(words));
  expect([item?.lineUnit?.shortName, item?.deadlineDate]).toEqual([lead, day]);
});

const entity = `<!DOCTYPE x [<!ENTITY a "aaaa">]><w:document>&a;</w:document>`;
const scan = pdf({
  pages: ['500 0 0 700 40 60 cm /I Do'],
  objects: [
    '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n0\nendstream',
  ],
  resources: '/XObject << /I 10 0 R >>',
});

test.each([
  ['加密.docx', compoundFile({ EncryptedPackage: Buffer.alloc(5_000) }), 'document.encrypted'],
  ['扫描件.pdf', scan, 'document.no_text_layer'],
  ['一万页.pdf', pdf({ pages: [shown('(a)', 72, 700)], repeat: 10_000 }), 'document.too_many_pages'],
  ['炸弹.docx', docx(paragraph('区城管局要检查。').repeat(90_000)), 'document.archive_bomb'],
  ['实体.docx', zip([{ name: 'word/document.xml', content: entity }]), 'document.unsafe_xml'],
  ['旧表格.xls', compoundFile({ Workbook: Buffer.alloc(5_000) }), 'document.format_unsupported'],
  ['照片.jpg', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 4]), 'document.no_text_layer'],
  ['其实是网页.docx', '<html><body>区城管局要检查。</body></html>', 'document.wrong_extension'],
  ['截断.doc', demoFile('10-market-meeting-minutes.doc').slice(0, 700), 'document.damaged'],
  ['截断.pdf', demoFile('09-snow-clearing-plan.pdf').slice(0, 900), 'document.damaged'],
  ['截断.xlsx', demoFile('11-heating-task-table.xlsx').slice(0, 900), 'document.damaged'],
  ['太大.pdf', new Uint8Array(21 * 1024 * 1024), 'request.too_large'],
])('%s is refused with its reason and leaves nothing behind', async (name, content, code) => {
  const sent = typeof content === 'string' ? content : new Uint8Array(content);
  expect(await refusal(upload(name, sent))).toBe(code);
  expect((await asDispatcher().call(documents.listDocuments, {})).rows).toEqual([]);
});
