import type { Refusal } from '@duban/kit/refusal';
import { readXml } from '../xml.ts';

/** What a number in a cell means: the formats of xl/styles.xml (ECMA-376 part 1, 18.8.30 and 18.8.31). */
export class NumberFormats {
  readonly #custom = new Map<number, string>();
  readonly #cellFormats: number[] = [];

  /** @returns why the part cannot be read; null when it was */
  read(part: Buffer): Refusal | null {
    let inCellFormats = false;
    return readXml(part, {
      open: ({ name, attribute }) => {
        if (name === 'numFmt') this.#custom.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '');
        else if (name === 'cellXfs') inCellFormats = true;
        else if (name === 'xf' && inCellFormats) this.#cellFormats.push(Number(attribute('numFmtId') ?? 0));
      },
      close: (name) => {
        if (name === 'cellXfs') inCellFormats = false;
      },
    });
  }

  /**
   * A number as the sheet shows it, as far as it matters: dates as 2026年6月30日, percentages with their sign.
   *
   * @param from1904 the workbook counts days from 1904
   */
  show(value: string, cellFormat: number, from1904: boolean): string {
    const number = Number(value);
    if (value.trim() === '' || !Number.isFinite(number)) return value;
    const id = this.#cellFormats[cellFormat] ?? 0;
    const code = this.#custom.get(id) ?? builtIn(id);
    const plain = code.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]/g, '');
    if (/[yd]|m(?!.*[hs])/i.test(plain) && !/general/i.test(plain)) return dayOf(number, plain, from1904) ?? value;
    if (plain.includes('%')) return `${exact(number * 100)}%`;
    return String(exact(number));
  }
}

/** Formats that every workbook knows without writing them down; 27–36 and 50–58 are those of Chinese versions. */
function builtIn(id: number): string {
  if (id === 9) return '0%';
  if (id === 10) return '0.00%';
  if (id === 17 || id === 27 || id === 36 || id === 50 || id === 52 || id === 55 || id === 57) return 'yyyy m';
  if (id === 28 || id === 29 || id === 51 || id === 53 || id === 54 || id === 58) return 'm d';
  if ((id >= 14 && id <= 16) || id === 22 || id === 30 || id === 31) return id === 16 ? 'm d' : 'yyyy m d';
  return 'general';
}

const SECONDS_OF_A_DAY = 86_400;
/** the last day of year 9999 as Excel counts */
const LAST_DAY = 2_958_465;

function dayOf(serial: number, code: string, from1904: boolean): string | null {
  const days = serial + (from1904 ? 1462 : 0);
  // Day 60 is 29 February 1900, which never was; serials before it say nothing reliable.
  if (days < 61 || days > LAST_DAY) return null;
  const at = new Date((Math.floor(days) - 25_569) * SECONDS_OF_A_DAY * 1000);
  const hasYear = /y/i.test(code);
  const hasDay = /d/i.test(code);
  const year = `${at.getUTCFullYear()}年`;
  const month = `${at.getUTCMonth() + 1}月`;
  const day = `${at.getUTCDate()}日`;
  return `${hasYear ? year : ''}${/m/i.test(code) ? month : ''}${hasDay ? day : ''}`;
}

/** Without the dust of binary fractions: 0.1 + 0.2 is 0.3. */
const exact = (number: number): number => Number(number.toPrecision(15));
