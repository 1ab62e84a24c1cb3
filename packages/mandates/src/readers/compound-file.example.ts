/** A compound file ([MS-CFB]) with streams of the given names, each of one sector and more. */
export function compoundFile(streams: Readonly<Record<string, Buffer>>): Uint8Array {
  const SECTOR = 512;
  const end = 0xfffffffe;
  const names = Object.entries(streams);
  const contents = names.map(([, content]) => {
    const length = Math.max(4096, Math.ceil(content.length / SECTOR) * SECTOR);
    return Buffer.concat([content, Buffer.alloc(length - content.length)]);
  });
  const table: number[] = [0xfffffffd, end];
  const starts = contents.map((content) => {
    const start = table.length;
    const count = content.length / SECTOR;
    for (let i = 1; i <= count; i++) table.push(i === count ? end : start + i);
    return start;
  });
  if (table.length > 128 || names.length > 3) throw new RangeError('more than one sector of table or directory');
  const allocation = Buffer.alloc(SECTOR, 0xff);
  for (const [i, entry] of table.entries()) allocation.writeUInt32LE(entry, i * 4);
  const directory = Buffer.alloc(SECTOR);
  const entry = (
    at: number,
    name: string,
    type: number,
    right: number,
    child: number,
    start: number,
    size: number,
  ): void => {
    const own = directory.subarray(at * 128, at * 128 + 128);
    own.write(name, 0, 'utf16le');
    own.writeUInt16LE(name.length * 2 + 2, 64);
    own[66] = type;
    for (const [place, value] of [
      [68, 0xffffffff],
      [72, right],
      [76, child],
      [116, start],
      [120, size],
    ] as const) {
      own.writeUInt32LE(value, place);
    }
  };
  entry(0, 'Root Entry', 5, 0xffffffff, 1, end, 0);
  for (const [i, [name]] of names.entries()) {
    const right = i + 1 < names.length ? i + 2 : 0xffffffff;
    entry(i + 1, name, 2, right, 0xffffffff, starts[i]!, contents[i]!.length);
  }
  const head = Buffer.alloc(SECTOR, 0xff);
  head.fill(0, 0, 0x4c);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(head);
  head.writeUInt16LE(9, 0x1e);
  head.writeUInt16LE(6, 0x20);
  head.writeUInt32LE(1, 0x2c);
  head.writeUInt32LE(1, 0x30);
  head.writeUInt32LE(4096, 0x38);
  head.writeUInt32LE(end, 0x3c);
  head.writeUInt32LE(end, 0x44);
  head.writeUInt32LE(0, 0x4c);
  return new Uint8Array(Buffer.concat([head, allocation, directory, ...contents]));
}
