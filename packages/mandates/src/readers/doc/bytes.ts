/** Reads numbers out of a buffer of which nothing is certain: what lies outside is zero. */
export class Bytes {
  readonly buffer: Buffer;

  constructor(buffer: Buffer) {
    this.buffer = buffer;
  }

  get length(): number {
    return this.buffer.length;
  }

  u8 = (at: number): number => this.buffer[at] ?? 0;
  u16 = (at: number): number => (at >= 0 && at + 2 <= this.length ? this.buffer.readUInt16LE(at) : 0);
  u32 = (at: number): number => (at >= 0 && at + 4 <= this.length ? this.buffer.readUInt32LE(at) : 0);

  part(at: number, length: number): Bytes {
    const from = Math.min(Math.max(0, at), this.length);
    return new Bytes(this.buffer.subarray(from, Math.min(this.length, from + Math.max(0, length))));
  }

  utf16 = (at: number, characters: number): string => this.part(at, characters * 2).buffer.toString('utf16le');
}
