import { type LevelFormat, ListCounter } from '../list-labels.ts';
import type { Bytes } from './bytes.ts';

/** Number formats of the old binary files ([MS-OSHARED] 2.2.1.3, MSONFC) by the names of the new ones. */
const formats: Readonly<Record<number, string>> = {
  0: 'decimal',
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  10: 'ideographDigital',
  11: 'japaneseCounting',
  14: 'decimalFullWidth',
  17: 'japaneseDigitalTenThousand',
  18: 'decimalEnclosedCircle',
  19: 'decimalFullWidth',
  22: 'decimalZero',
  23: 'bullet',
  26: 'decimalEnclosedFullstop',
  27: 'decimalEnclosedParen',
  28: 'decimalEnclosedCircleChinese',
  30: 'ideographTraditional',
  31: 'ideographZodiac',
  33: 'taiwaneseCounting',
  34: 'ideographLegalTraditional',
  35: 'taiwaneseCountingThousand',
  36: 'taiwaneseDigital',
  37: 'chineseCounting',
  38: 'chineseLegalSimplified',
  39: 'chineseCountingThousand',
  255: 'none',
};

type Instance = { readonly list: number; readonly starts: ReadonlyMap<number, number> };

const LIST = 28;
const INSTANCE = 16;
const MOST = 5_000;

/** The lists of a DOC: PlfLst with the levels behind it, and PlfLfo ([MS-DOC] 2.9.131, 2.9.147, 2.9.150). */
export class DocLists {
  readonly #levels = new Map<number, LevelFormat[]>();
  readonly #instances: Instance[] = [];
  readonly #counters = new Map<number, ListCounter>();

  /** @param lists from the first list to the end of the table stream: the levels stand behind the lists */
  constructor(lists: Bytes, instances: Bytes) {
    const count = Math.min(lists.u16(0), MOST);
    let at = 2 + count * LIST;
    for (let i = 0; i < count; i++) {
      const own = 2 + i * LIST;
      const isSimple = (lists.u8(own + 26) & 1) === 1;
      const levels: LevelFormat[] = [];
      for (let level = 0; level < (isSimple ? 1 : 9) && at < lists.length; level++) {
        const { format, length } = levelAt(lists, at);
        levels.push(format);
        at += length;
      }
      this.#levels.set(lists.u32(own), levels);
    }
    this.#readInstances(instances);
  }

  #readInstances(bytes: Bytes): void {
    const count = Math.min(bytes.u32(0), MOST);
    let at = 4 + count * INSTANCE;
    for (let i = 0; i < count; i++) {
      const own = 4 + i * INSTANCE;
      const overrides = bytes.u8(own + 12);
      const starts = new Map<number, number>();
      at += 4;
      for (let level = 0; level < overrides && at < bytes.length; level++) {
        const flags = bytes.u32(at + 4);
        if ((flags & 0x10) !== 0) starts.set(flags & 0xf, bytes.u32(at));
        at += 8;
        if ((flags & 0x20) !== 0) at += levelAt(bytes, at).length;
      }
      this.#instances.push({ list: bytes.u32(own), starts });
    }
  }

  /** The label of the next paragraph. @param instance counted from 1, as paragraphs name it; 0 means no list */
  next(instance: number, level: number): string {
    const found = this.#instances[instance - 1];
    const levels = found && this.#levels.get(found.list);
    if (!found || !levels) return '';
    let counter = this.#counters.get(found.list);
    if (!counter) this.#counters.set(found.list, (counter = new ListCounter()));
    return counter.next(level, levels, { name: String(instance), starts: found.starts });
  }
}

function levelAt(bytes: Bytes, at: number): { readonly format: LevelFormat; readonly length: number } {
  const flags = bytes.u8(at + 5);
  const properties = bytes.u8(at + 24) + bytes.u8(at + 25);
  const text = at + 28 + properties;
  const characters = bytes.u16(text);
  const pattern = bytes
    .utf16(text + 2, characters)
    // eslint-disable-next-line no-control-regex -- the places of the numbers are the characters 0 to 8
    .replaceAll(/[\u0000-\u0008]/g, (place) => `%${place.charCodeAt(0) + 1}`);
  return {
    format: {
      format: formats[bytes.u8(at + 4)] ?? 'decimal',
      pattern,
      start: bytes.u32(at),
      restartsAfter: (flags & 8) !== 0 ? bytes.u8(at + 26) : null,
      isLegal: (flags & 4) !== 0,
    },
    length: 28 + properties + 2 + characters * 2,
  };
}
