import { inflateRawSync } from 'node:zlib';

/**
 * Looks into a ZIP before a library unpacks it: inflates every entry for real against one budget, because declared
 * sizes may lie, and refuses XML that declares entities. Names are not used as paths; nothing is written.
 *
 * @returns why the archive must not be unpacked, or null
 */
export function whyNotUnpack(bytes: Uint8Array, maxUnpackedBytes: number): UnpackFault | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > file.length) return 'not_an_archive';
  const entries = file.readUInt16LE(end + 10);
  if (entries > MAX_ENTRIES) return 'too_large';
  let at = file.readUInt32LE(end + 16);
  let budget = maxUnpackedBytes;
  for (let entry = 0; entry < entries; entry++) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== 0x02014b50) return 'damaged';
    if ((file.readUInt16LE(at + 8) & 1) === 1) return 'encrypted';
    const content = contentOf(file, at, budget);
    if (typeof content === 'string') return content;
    budget -= content.length;
    if (content.includes('<!DOCTYPE') || content.includes('<!ENTITY')) return 'unsafe_xml';
    at += 46 + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return null;
}

export type UnpackFault = 'not_an_archive' | 'damaged' | 'encrypted' | 'too_large' | 'unsafe_xml';

const MAX_ENTRIES = 2000;

/** @param at where the entry stands in the central directory */
function contentOf(file: Buffer, at: number, budget: number): Buffer | UnpackFault {
  const method = file.readUInt16LE(at + 10);
  const packedLength = file.readUInt32LE(at + 20);
  const local = file.readUInt32LE(at + 42);
  if (local + 30 > file.length) return 'damaged';
  const begin = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
  if (begin + packedLength > file.length) return 'damaged';
  const packed = file.subarray(begin, begin + packedLength);
  if (method === 0) return packed.length > budget ? 'too_large' : packed;
  if (method !== 8) return 'damaged';
  if (budget <= 0) return 'too_large';
  try {
    return inflateRawSync(packed, { maxOutputLength: budget });
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too_large' : 'damaged';
  }
}
