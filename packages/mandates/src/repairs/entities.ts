import { type Edit, editsFor, type Step } from './step.ts';

const named: Readonly<Record<string, string>> = {
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  amp: '&',
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  middot: '·',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  times: '×',
  deg: '°',
  permil: '‰',
  yen: '¥',
  bull: '•',
  laquo: '«',
  raquo: '»',
  copy: '©',
  sup2: '²',
  sup3: '³',
  micro: 'µ',
  divide: '÷',
  plusmn: '±',
  le: '≤',
  ge: '≥',
  ne: '≠',
  asymp: '≈',
  radic: '√',
  rarr: '→',
  larr: '←',
  sect: '§',
  para: '¶',
  euro: '€',
  pound: '£',
  reg: '®',
  trade: '™',
  frac12: '½',
  sup1: '¹',
  alpha: 'α',
  beta: 'β',
  mu: 'μ',
  omega: 'ω',
  shy: '',
  zwnj: '',
  zwj: '',
  lrm: '',
  rlm: '',
};

/** These were also written without their semicolon. */
const loose = 'ldquo|rdquo|lsquo|rsquo|nbsp|middot|hellip|mdash';

const reference = new RegExp(
  `&(?:amp;)*(?:(?:(${Object.keys(named).join('|')})|#(\\d{1,7})|#x([\\da-f]{1,6}));|(${loose})(?![a-z;]))`,
  'gi',
);

/** Where a text has HTML character references and what they stand for; labels are compared without them too. */
export const entityEdits = (text: string): Edit[] =>
  editsFor(text, reference, ([, closed, decimal, hexadecimal, open]) =>
    (closed ?? open)
      ? (named[(closed ?? open)!.toLowerCase()] ?? null)
      : fromCode(decimal ? Number(decimal) : Number.parseInt(hexadecimal!, 16)),
  );

/** HTML character references that were left in a plain text, also when they were escaped twice. */
export const entities: Step = { name: 'entities', find: (text) => ({ edits: entityEdits(text) }) };

function fromCode(code: number): string | null {
  const isCharacter =
    code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) && !(code >= 0x7f && code <= 0x9f);
  return isCharacter ? String.fromCodePoint(code) : null;
}
