/**
 * Money for people. Exact: nothing is rounded away, trailing noughts alone are left out.
 *
 * @param fen whole 分, also negative
 * @returns 1234500 → `1.2345万元`; 100000000000 → `10亿元`; 12345 → `123.45元`
 */
export function moneyText(fen: number, locale: 'zh-CN' | 'en'): string {
  const sign = fen < 0 ? '−' : '';
  const amount = Math.abs(fen);
  if (locale === 'en') return `${sign}¥${grouped(amount)}`;
  if (amount >= YI) return `${sign}${decimals(amount, YI)}亿元`;
  return amount >= WAN ? `${sign}${decimals(amount, WAN)}万元` : `${sign}${decimals(amount, 100)}元`;
}

const WAN = 1_000_000;
const YI = 10_000_000_000;

function decimals(fen: number, unit: number): string {
  const digits = String(unit).length - 1;
  const rest = String(fen % unit)
    .padStart(digits, '0')
    .replace(/0+$/, '');
  return `${Math.floor(fen / unit)}${rest === '' ? '' : `.${rest}`}`;
}

function grouped(fen: number): string {
  const yuan = String(Math.floor(fen / 100)).replace(/\B(?=(\d{3})+$)/g, ',');
  const rest = fen % 100;
  return rest === 0 ? yuan : `${yuan}.${String(rest).padStart(2, '0')}`;
}

/**
 * What people type: `1000万元`, `1.7亿`, `5000`, `123.45元`. A number without a unit is yuan.
 *
 * @returns fen, or null when the text is no sum of money or finer than a fen
 */
export function parseMoney(text: string): number | null {
  const found = /^\s*([\d,，]+)(?:\.(\d+))?\s*(亿|万)?元?\s*$/.exec(text);
  if (!found) return null;
  const places = found[3] === '亿' ? 10 : found[3] === '万' ? 6 : 2;
  const fraction = (found[2] ?? '').replace(/0+$/, '');
  if (fraction.length > places) return null;
  const fen = Number(`${found[1]!.replace(/[,，]/g, '')}${fraction.padEnd(places, '0')}`);
  return Number.isSafeInteger(fen) ? fen : null;
}
