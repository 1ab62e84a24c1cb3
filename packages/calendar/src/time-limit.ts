import { type Refusal, refuse } from '@duban/kit/refusal';

/**
 * How a limit runs. The first four are the clocks of urban management (数字城管); the others are met in the same
 * tables of limits.
 *
 * - `natural-days` 自然日: every date counts; a last day off rolls on to the next working day (Civil Code art. 203)
 * - `working-days` 工作日: only working dates count; half a working day runs in working hours
 * - `working-hours` 工作时: only the working hours of working days count
 * - `urgent-working-hours` 紧急工作时: runs on through nights and holidays
 * - `urgent-working-days` 紧急工作日: 24 urgent hours each
 * - `hours` 小时: runs on from the moment (Civil Code art. 201)
 * - `months` 月: to the corresponding day, else the month's last; a last day off rolls on (arts. 202, 203)
 */
export type ClockKind = (typeof CLOCK_KINDS)[number];

export const CLOCK_KINDS = [
  'natural-days',
  'working-days',
  'working-hours',
  'urgent-working-hours',
  'urgent-working-days',
  'hours',
  'months',
] as const;

/** @property amount in the clock's own unit; above 0. Months and natural days are whole. */
export type TimeLimit = { readonly amount: number; readonly clock: ClockKind };

/** Longest limit of each clock: ten years. Anything longer is a slip of the pen. */
const LONGEST: Readonly<Record<ClockKind, number>> = {
  'natural-days': 3650,
  'working-days': 2600,
  'working-hours': 26_000,
  'urgent-working-hours': 87_600,
  'urgent-working-days': 3650,
  hours: 87_600,
  months: 120,
};

export function isClockKind(text: string): text is ClockKind {
  return (CLOCK_KINDS as readonly string[]).includes(text);
}

/** A limit is more than nothing, at most ten years, and whole where half a unit has no meaning. */
export function whyNotTimeLimit({ amount, clock }: TimeLimit): Refusal | null {
  const whole = clock === 'natural-days' || clock === 'months';
  if (!Number.isFinite(amount) || amount <= 0 || amount > LONGEST[clock] || (whole && !Number.isInteger(amount))) {
    return refuse('calendar.limit_out_of_range', { amount, longest: LONGEST[clock] });
  }
  return null;
}

const CLOCK_NAMES: Readonly<Record<ClockKind, { 'zh-CN': string; one: string; many: string }>> = {
  'natural-days': { 'zh-CN': '个自然日', one: 'calendar day', many: 'calendar days' },
  'working-days': { 'zh-CN': '个工作日', one: 'working day', many: 'working days' },
  'working-hours': { 'zh-CN': '个工作时', one: 'working hour', many: 'working hours' },
  'urgent-working-hours': { 'zh-CN': '个紧急工作时', one: 'urgent hour', many: 'urgent hours' },
  'urgent-working-days': { 'zh-CN': '个紧急工作日', one: 'urgent day', many: 'urgent days' },
  hours: { 'zh-CN': '小时', one: 'hour', many: 'hours' },
  months: { 'zh-CN': '个月', one: 'month', many: 'months' },
};

/** 7个工作日 / 7 working days */
export function timeLimitLabel({ amount, clock }: TimeLimit, locale: 'zh-CN' | 'en'): string {
  const names = CLOCK_NAMES[clock];
  if (locale === 'zh-CN') return `${amount === 0.5 ? '半' : amount}${names['zh-CN']}`;
  return `${amount} ${amount === 1 ? names.one : names.many}`;
}
