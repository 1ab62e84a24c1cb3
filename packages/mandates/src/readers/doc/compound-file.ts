/**
 * A compound file ([MS-CFB]): the box that Word, Excel and PowerPoint kept their documents in before 2007, and that
 * encrypted new ones still come in. Every offset is checked, every chain of sectors is bounded by the file, so a broken
 * or hostile file gives less, never an endless loop.
 */
export class CompoundFile {
  readonly #file: Buffer;
  readonly #sectorSize: number;
  readonly #allocation: readonly number[];
  readonly #miniAllocation: readonly number[];
  readonly #mini: Buffer;
  readonly #streams = new Map<string, { readonly start: number; readonly size: number }>();

  constructor(bytes: Uint8Array) {
    this.#file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const shift = this.#u16(0x1e);
    this.#sectorSize = shift === 9 || shift === 12 ? 2 ** shift : 512;
    this.#allocation = this.#readAllocation();
    const directory = this.#chain(this.#u32(0x30));
    const root = directory.length >= ENTRY ? entryAt(directory, 0) : null;
    this.#miniAllocation = numbersOf(this.#chain(this.#u32(0x3c)));
    this.#mini = root ? this.#chain(root.start) : Buffer.alloc(0);
    if (root) this.#readNames(directory, root.child);
  }

  /** the streams that stand directly in the file, not those of objects embedded in it */
  get names(): readonly string[] {
    return [...this.#streams.keys()];
  }

  /** The content of a stream, as much of it as is there; null when there is none of that name. */
  stream(name: string): Buffer | null {
    const found = this.#streams.get(name);
    if (!found) return null;
    const isSmall = found.size < SMALL;
    return (isSmall ? this.#miniChain(found.start) : this.#chain(found.start)).subarray(0, found.size);
  }

  #u16 = (at: number): number => (at + 2 <= this.#file.length ? this.#file.readUInt16LE(at) : 0);
  #u32 = (at: number): number => (at + 4 <= this.#file.length ? this.#file.readUInt32LE(at) : END);

  #sector(number: number): Buffer {
    const from = (number + 1) * this.#sectorSize;
    return this.#file.subarray(from, from + this.#sectorSize);
  }

  #readAllocation(): number[] {
    const most = Math.ceil(this.#file.length / this.#sectorSize);
    const sectors: number[] = [];
    for (let i = 0; i < 109; i++) sectors.push(this.#u32(0x4c + i * 4));
    let next = this.#u32(0x44);
    for (let i = 0; next < END && i < most; i++) {
      const more = numbersOf(this.#sector(next));
      sectors.push(...more.slice(0, -1));
      next = more.at(-1) ?? END;
    }
    const table: number[] = [];
    for (const sector of sectors.filter((number) => number < most)) {
      for (const entry of numbersOf(this.#sector(sector))) table.push(entry);
      if (table.length > most) break;
    }
    return table;
  }

  #chain(start: number): Buffer {
    const parts: Buffer[] = [];
    const most = Math.ceil(this.#file.length / this.#sectorSize);
    for (let at = start; at < END && parts.length < most; at = this.#allocation[at] ?? END) {
      const part = this.#sector(at);
      if (part.length === 0) break;
      parts.push(part);
    }
    return Buffer.concat(parts);
  }

  #miniChain(start: number): Buffer {
    const parts: Buffer[] = [];
    const most = Math.ceil(this.#mini.length / MINI_SECTOR);
    for (let at = start; at < END && parts.length < most; at = this.#miniAllocation[at] ?? END) {
      parts.push(this.#mini.subarray(at * MINI_SECTOR, (at + 1) * MINI_SECTOR));
    }
    return Buffer.concat(parts);
  }

  /** Names of one storage form a tree of siblings. */
  #readNames(directory: Buffer, first: number): void {
    const seen = new Set<number>();
    const waiting = [first];
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      if (at >= directory.length / ENTRY || seen.has(at)) continue;
      seen.add(at);
      const entry = entryAt(directory, at);
      waiting.push(entry.left, entry.right);
      if (entry.isStream) this.#streams.set(entry.name, entry);
    }
  }
}

const ENTRY = 128;
const SMALL = 4096;
const MINI_SECTOR = 64;
/** from here on a number is a sign (end, free), not a sector */
const END = 0xfffffffa;

function entryAt(directory: Buffer, index: number) {
  const entry = directory.subarray(index * ENTRY, (index + 1) * ENTRY);
  if (entry.length < ENTRY)
    return { name: '', isStream: false, left: END, right: END, child: END, start: END, size: 0 };
  const nameLength = Math.min(64, entry.readUInt16LE(64));
  return {
    name: entry.toString('utf16le', 0, Math.max(0, nameLength - 2)),
    isStream: entry[66] === 2,
    left: entry.readUInt32LE(68),
    right: entry.readUInt32LE(72),
    child: entry.readUInt32LE(76),
    start: entry.readUInt32LE(116),
    size: entry.readUInt32LE(120),
  };
}

function numbersOf(bytes: Buffer): number[] {
  const numbers: number[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) numbers.push(bytes.readUInt32LE(at));
  return numbers;
}
