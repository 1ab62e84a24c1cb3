import { type Refusal, refuse } from '@duban/kit/refusal';
import { type ClockKind, type TimeLimit, isClockKind, whyNotTimeLimit } from './time-limit.ts';

/**
 * Reads a limit as tables of standards write it: `2紧急工作时`, `7个工作日`, `15天`, `半个工作日`, `3个月内`. What
 * cannot be read is an error, never a default: one system in use took `2紧急工作日` for ordinary days for years.
 * Texts that mean two things are errors too: `3月` may be March, `半天` half a day or half a working day, `工时` a
 * man-hour.
 */
export function parseTimeLimit(text: string): TimeLimit | Refusal {
  const plain = text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/(以内|之内|内)$/, '');
  const found = LIMIT_SHAPE.exec(plain);
  if (!found) return refuse('calendar.limit_unreadable', { text });
  const [, number = '', measure = '', unit = ''] = found;
  const count = parseNumber(number);
  const clock = clockOf(unit, measure);
  if (count === null || clock === null) return refuse('calendar.limit_unreadable', { text });
  if (number === '半' && (unit === '天' || unit === '日')) return refuse('calendar.limit_unreadable', { text });
  const limit = { amount: (count + (measure === '个半' ? 0.5 : 0)) * clock.each, clock: clock.kind };
  return whyNotTimeLimit(limit) ?? limit;
}

/** number, measure word 个 or 个半, unit */
const LIMIT_SHAPE = /^(\d+(?:\.\d+)?|半|[一二两三四五六七八九十]+)(个半|个)?([^\d个半].*)$/u;

type Unit = { readonly kind: ClockKind; readonly each: number };

const UNITS: Readonly<Record<string, Unit>> = {
  紧急工作时: { kind: 'urgent-working-hours', each: 1 },
  紧急工作小时: { kind: 'urgent-working-hours', each: 1 },
  紧急工作日: { kind: 'urgent-working-days', each: 1 },
  工作时: { kind: 'working-hours', each: 1 },
  工作小时: { kind: 'working-hours', each: 1 },
  工作日: { kind: 'working-days', each: 1 },
  自然日: { kind: 'natural-days', each: 1 },
  日历日: { kind: 'natural-days', each: 1 },
  天: { kind: 'natural-days', each: 1 },
  日: { kind: 'natural-days', each: 1 },
  周: { kind: 'natural-days', each: 7 },
  星期: { kind: 'natural-days', each: 7 },
  小时: { kind: 'hours', each: 1 },
  h: { kind: 'hours', each: 1 },
  年: { kind: 'months', each: 12 },
  day: { kind: 'natural-days', each: 1 },
  days: { kind: 'natural-days', each: 1 },
  week: { kind: 'natural-days', each: 7 },
  weeks: { kind: 'natural-days', each: 7 },
  hour: { kind: 'hours', each: 1 },
  month: { kind: 'months', each: 1 },
  workingday: { kind: 'working-days', each: 1 },
  workingdays: { kind: 'working-days', each: 1 },
  workinghour: { kind: 'working-hours', each: 1 },
  workinghours: { kind: 'working-hours', each: 1 },
};

function clockOf(unit: string, measure: string): Unit | null {
  if (unit === '月') return measure === '' ? null : { kind: 'months', each: 1 };
  if (Object.hasOwn(UNITS, unit)) return UNITS[unit] ?? null;
  return isClockKind(unit) ? { kind: unit, each: 1 } : null;
}

const DIGITS = '零一二三四五六七八九';

/** `12`, `2.5`, 半, and Chinese numerals up to 九十九. */
function parseNumber(text: string): number | null {
  if (text === '半') return 0.5;
  if (/^\d/.test(text)) return Number(text);
  const found = /^(?:([二三四五六七八九]?)(十))?([一二两三四五六七八九]?)$/.exec(text);
  if (!found || (found[2] !== undefined && found[3] === '两')) return null;
  const tens = found[2] === undefined ? 0 : found[1] ? DIGITS.indexOf(found[1]) : 1;
  const ones = found[3] === '两' ? 2 : found[3] ? DIGITS.indexOf(found[3]) : 0;
  return tens * 10 + ones;
}
