import { inflateRawSync } from 'node:zlib';
import { type Refusal, refuse } from '@duban/kit/refusal';

/** What all entries of a document may unpack to, in bytes. */
const MAX_UNPACKED_BYTES = 64 * 1024 * 1024;
const MAX_ENTRIES = 5_000;

/**
 * Looks into a ZIP before any library unpacks it: really inflates every entry against one common budget (declared
 * sizes may lie), and refuses XML that declares entities. The names are not used as paths; nothing is written.
 *
 * @returns `document.damaged`, `document.archive_bomb`, `document.encrypted` or `document.unsafe_xml`; null when safe.
 */
export function whyNotUnpack(bytes: Uint8Array): Refusal | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > file.length) return refuse('document.damaged');
  const count = file.readUInt16LE(end + 10);
  if (count > MAX_ENTRIES) return refuse('document.archive_bomb');
  let at = file.readUInt32LE(end + 16);
  let budget = MAX_UNPACKED_BYTES;
  let names = 0;
  for (let i = 0; i < count; i++) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== 0x02014b50) return refuse('document.damaged');
    const flags = file.readUInt16LE(at + 8);
    const method = file.readUInt16LE(at + 10);
    const packed = file.readUInt32LE(at + 20);
    const nameLength = file.readUInt16LE(at + 28);
    const name = file.toString('utf8', at + 46, at + 46 + nameLength);
    const local = file.readUInt32LE(at + 42);
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
    if (flags & 1) return refuse('document.encrypted');
    if (local + 30 > file.length) return refuse('document.damaged');
    const begin = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    if (begin + packed > file.length) return refuse('document.damaged');
    const content = unpack(file.subarray(begin, begin + packed), method, budget);
    if ('refused' in content) return content;
    budget -= content.data.length;
    if (/\.(xml|rels)$/i.test(name) && /<!(DOCTYPE|ENTITY)/i.test(content.data.toString('latin1'))) {
      return refuse('document.unsafe_xml');
    }
    if (name === 'word/document.xml') names++;
  }
  return names === 1 ? null : refuse('document.damaged');
}

function unpack(packed: Buffer, method: number, budget: number): { readonly data: Buffer } | Refusal {
  if (method === 0) return packed.length > budget ? refuse('document.archive_bomb') : { data: packed };
  if (method !== 8) return refuse('document.damaged');
  try {
    return { data: inflateRawSync(packed, { maxOutputLength: Math.max(1, budget) }) };
  } catch (error) {
    const tooLarge = error instanceof RangeError && (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    return refuse(tooLarge ? 'document.archive_bomb' : 'document.damaged');
  }
}
