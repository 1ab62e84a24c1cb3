/**
 * The numbers that a word processor draws in front of list paragraphs and never writes into the text: formats of
 * ECMA-376 part 1, 17.18.59 (ST_NumberFormat), the ones that documents in Chinese use.
 */
export type LevelFormat = {
  readonly format: string;
  /** with %1 … %9 for the numbers of the levels: 第%1章, （%1）, %1.%2 */
  readonly pattern: string;
  readonly start: number;
  /** the level at or above which a new number makes this one begin again; 0: never */
  readonly restartsAfter: number | null;
  /** numbers of upper levels are shown in digits whatever their format */
  readonly isLegal: boolean;
};

/**
 * A list as it is counted: one number per level. Several instances of a list share the count; an instance that states
 * a start of its own begins again where it is first used.
 */
export class ListCounter {
  readonly #counts: (number | null)[] = [];
  readonly #begun = new Set<string>();

  /**
   * The label of the next paragraph at a level counted from 0; empty for bullets and unknown levels.
   *
   * @param levels the formats of the instance
   * @param instance its name, and where it starts anew by level
   */
  next(
    level: number,
    levels: readonly LevelFormat[],
    instance: { readonly name: string; readonly starts: ReadonlyMap<number, number> },
  ): string {
    const format = levels[level];
    if (!format) return '';
    for (let upper = 0; upper < level; upper++) this.#counts[upper] ??= levels[upper]?.start ?? 1;
    const begun = `${instance.name} ${level}`;
    const anew = this.#begun.has(begun) ? undefined : instance.starts.get(level);
    this.#begun.add(begun);
    const before = this.#counts[level] ?? null;
    this.#counts[level] = anew ?? (before === null ? format.start : before + 1);
    for (let lower = level + 1; lower < levels.length; lower++) {
      const after = levels[lower]!.restartsAfter;
      if (after === null || (after !== 0 && level < after)) this.#counts[lower] = null;
    }
    if (format.format === 'bullet' || format.format === 'none') return '';
    return format.pattern.replaceAll(/%([1-9])/g, (_, digit: string) => {
      const of = Number(digit) - 1;
      const number = this.#counts[of] ?? levels[of]?.start ?? 1;
      const shape = format.isLegal && of < level ? 'decimal' : (levels[of]?.format ?? 'decimal');
      return numberAs(shape, number);
    });
  }
}

/** Puts a blank between a label and its text where they would otherwise grow together. */
export const labelled = (label: string, text: string): string =>
  label === '' || /[、）)】》：　\s]$/.test(label) ? label + text : `${label} ${text}`;

/** A program that draws the label and a tab leaves a blank behind it, which nobody wrote. */
export const withoutLabelBlank = (line: string): string =>
  line.replace(/^((?:第?[一二三四五六七八九十]{1,3}[、章条]|[（(][一二三四五六七八九十\d]{1,3}[）)]|[①-⑳])) +/, '$1');

/** @param format a name of ST_NumberFormat; what is not known is shown in digits */
export function numberAs(format: string, number: number): string {
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
      return chineseNumber(number);
    case 'ideographDigital':
    case 'taiwaneseDigital':
    case 'japaneseDigitalTenThousand':
      return String(number).replaceAll(/\d/g, (digit) => '〇一二三四五六七八九'[Number(digit)]!);
    case 'decimalFullWidth':
      return String(number).replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    case 'chineseLegalSimplified':
    case 'ideographLegalTraditional':
      return chineseNumber(number, '零壹贰叁肆伍陆柒捌玖', '拾', '佰');
    case 'ideographTraditional':
      return pick('甲乙丙丁戊己庚辛壬癸', number);
    case 'ideographZodiac':
      return pick('子丑寅卯辰巳午未申酉戌亥', number);
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return number <= 20 ? String.fromCharCode(0x245f + number) : String(number);
    case 'decimalEnclosedParen':
      return number <= 20 ? String.fromCharCode(0x2473 + number) : `(${number})`;
    case 'decimalEnclosedFullstop':
      return number <= 20 ? String.fromCharCode(0x2487 + number) : `${number}.`;
    case 'decimalZero':
      return String(number).padStart(2, '0');
    case 'upperLetter':
      return letter(number);
    case 'lowerLetter':
      return letter(number).toLowerCase();
    case 'upperRoman':
      return roman(number);
    case 'lowerRoman':
      return roman(number).toLowerCase();
    case 'none':
    case 'bullet':
      return '';
    default:
      return String(number);
  }
}

const pick = (signs: string, number: number): string => signs[(number - 1) % signs.length] ?? String(number);

/** 1 → 一, 12 → 十二, 105 → 一百零五; beyond 999 in digits. */
function chineseNumber(number: number, digits = '零一二三四五六七八九', ten = '十', hundred = '百'): string {
  if (number < 0 || number > 999 || !Number.isInteger(number)) return String(number);
  if (number < 10) return digits[number]!;
  const ones = number % 10 === 0 ? '' : digits[number % 10]!;
  const tens = Math.floor(number / 10) % 10;
  const hundreds = Math.floor(number / 100);
  if (hundreds === 0) return `${tens === 1 ? '' : digits[tens]}${ten}${ones}`;
  const rest = tens === 0 ? (ones === '' ? '' : digits[0]! + ones) : `${digits[tens]}${ten}${ones}`;
  return `${digits[hundreds]}${hundred}${rest}`;
}

/** A … Z, AA, BB … as Word counts. */
function letter(number: number): string {
  if (number < 1) return '';
  return String.fromCharCode(65 + ((number - 1) % 26)).repeat(Math.min(10, Math.ceil(number / 26)));
}

function roman(number: number): string {
  if (number < 1 || number > 3999) return String(number);
  const signs: readonly (readonly [number, string])[] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let text = '';
  let rest = number;
  for (const [value, sign] of signs) {
    for (; rest >= value; rest -= value) text += sign;
  }
  return text;
}
