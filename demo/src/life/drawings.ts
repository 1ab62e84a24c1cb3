import { crc32, deflateSync } from 'node:zlib';

/**
 * Pictures of the demo are drawn here, plainly as drawings: no photo of any place or person is part of it. A street
 * with a wall, before with what lies there, after without it.
 */
const width = 320;
const height = 240;

type Colour = readonly [red: number, green: number, blue: number];
type Box = readonly [left: number, top: number, right: number, bottom: number, colour: Colour];

const walls: readonly Colour[] = [
  [222, 214, 200],
  [206, 213, 218],
  [218, 206, 196],
];
const ground: Colour = [150, 152, 154];
const kerb: Colour = [188, 188, 186];
const rubble: Colour = [120, 88, 62];
const boards: Colour = [176, 120, 70];
const window: Colour = [110, 140, 160];

/** Fifteen streets, twice each: drawn once, however many cases show them. */
const drawn = new Map<string, Uint8Array>();

/** @param place any number: which of the streets it is */
export function drawingOf(kind: 'before' | 'after', place: number): Uint8Array {
  const key = `${kind} ${place % 15}`;
  const found = drawn.get(key) ?? draw(kind, place);
  drawn.set(key, found);
  return found;
}

function draw(kind: 'before' | 'after', place: number): Uint8Array {
  const wall = walls[place % walls.length]!;
  const shift = (place % 5) * 18;
  const street: Box[] = [
    [0, 0, width, 70, [214, 228, 238]],
    [0, 40, width, 150, wall],
    [30 + shift, 70, 70 + shift, 110, window],
    [130 + shift, 70, 170 + shift, 110, window],
    [0, 150, width, 160, kerb],
    [0, 160, width, height, ground],
  ];
  const lying: Box[] = [
    [90 + shift, 140, 190 + shift, 176, rubble],
    [110 + shift, 118, 168 + shift, 140, boards],
    [60 + shift, 160, 100 + shift, 182, boards],
  ];
  return png(kind === 'before' ? [...street, ...lying] : street);
}

function png(boxes: readonly Box[]): Uint8Array {
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (const [left, top, right, bottom, colour] of boxes) {
    for (let y = top; y < Math.min(bottom, height); y++) {
      for (let x = left; x < Math.min(right, width); x++) rows.set(colour, y * (1 + width * 3) + 1 + x * 3);
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // eight bits for each of three colours
  head.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, content: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const framed = Buffer.alloc(8 + typed.length);
  framed.writeUInt32BE(content.length, 0);
  framed.set(typed, 4);
  framed.writeUInt32BE(crc32(typed), 4 + typed.length);
  return framed;
}
