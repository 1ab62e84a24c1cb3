import { inflateRawSync } from 'node:zlib';
import { type Refusal, refuse } from '@duban/kit/refusal';

/** What all parts of a document may unpack to, in bytes. */
const MAX_UNPACKED_BYTES = 64 * 1024 * 1024;
/** Text in XML shrinks to a tenth; a part that shrinks two hundred times holds nothing anybody wrote. */
const MAX_RATIO = 200;
const RATIO_MATTERS_FROM = 4 * 1024 * 1024;
const MAX_ENTRIES = 5_000;

/** The parts of an unpacked document by their names. Names are never used as paths, and nothing is written. */
export type Parts = ReadonlyMap<string, Buffer>;

/**
 * Unpacks a ZIP with its guard up: every entry is really inflated against one common budget (declared sizes may lie),
 * and only what is asked for is kept.
 *
 * @returns `document.damaged`, `document.archive_bomb` or `document.encrypted` when it is not safe or not whole
 */
export function unzip(bytes: Uint8Array, isWanted: (name: string) => boolean): Parts | Refusal {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > file.length) return refuse('document.damaged');
  const count = file.readUInt16LE(end + 10);
  if (count > MAX_ENTRIES) return refuse('document.archive_bomb');
  const parts = new Map<string, Buffer>();
  let at = file.readUInt32LE(end + 16);
  let budget = MAX_UNPACKED_BYTES;
  for (let i = 0; i < count; i++) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== 0x02014b50) return refuse('document.damaged');
    const isEncrypted = (file.readUInt16LE(at + 8) & 1) === 1;
    if (isEncrypted) return refuse('document.encrypted');
    const nameLength = file.readUInt16LE(at + 28);
    const name = file.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/');
    const packed = packedContent(file, at);
    if ('refused' in packed) return packed;
    const content = unpack(packed, file.readUInt16LE(at + 10), budget);
    if ('refused' in content) return content;
    budget -= content.length;
    if (isWanted(name) && !parts.has(name)) parts.set(name, content);
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return parts;
}

/** @param at where the entry stands in the central directory */
function packedContent(file: Buffer, at: number): Buffer | Refusal {
  const length = file.readUInt32LE(at + 20);
  const local = file.readUInt32LE(at + 42);
  if (local + 30 > file.length) return refuse('document.damaged');
  const begin = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
  return begin + length > file.length ? refuse('document.damaged') : file.subarray(begin, begin + length);
}

const STORED = 0;
const DEFLATED = 8;

function unpack(packed: Buffer, method: number, budget: number): Buffer | Refusal {
  if (method === STORED) return packed.length > budget ? refuse('document.archive_bomb') : packed;
  if (method !== DEFLATED) return refuse('document.damaged');
  const most = Math.min(budget, Math.max(RATIO_MATTERS_FROM, packed.length * MAX_RATIO));
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    const tooLarge = error instanceof RangeError && (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    return refuse(tooLarge ? 'document.archive_bomb' : 'document.damaged');
  }
}
