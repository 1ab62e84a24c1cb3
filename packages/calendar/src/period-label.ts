import { assertNever } from '@duban/kit/assert-never';
import { addDays, datePartsOf, epochDayOf } from './civil-date.ts';
import type { Period } from './period.ts';

export type LabelLocale = 'zh-CN' | 'en';

const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** 2026年2月下旬 / late February 2026 */
export function periodLabel(period: Period, locale: LabelLocale): string {
  return locale === 'zh-CN' ? chineseLabel(period) : englishLabel(period);
}

function chineseLabel(period: Period): string {
  const { year, month, day } = datePartsOf(period.first);
  switch (period.kind) {
    case 'week': {
      const week = weekNumberOf(period);
      return `${week.year}年第${week.number}周（${chineseSpan(period)}）`;
    }
    case 'ten-days':
      return `${year}年${month}月${day === 1 ? '上' : day === 11 ? '中' : '下'}旬`;
    case 'month':
      return `${year}年${month}月`;
    case 'quarter':
      return `${year}年第${'一二三四'[(month - 1) / 3]}季度`;
    case 'half-year':
      return `${year}年${month === 1 ? '上' : '下'}半年`;
    case 'year':
      return `${year}年`;
    default:
      return assertNever(period.kind);
  }
}

function englishLabel(period: Period): string {
  const { year, month, day } = datePartsOf(period.first);
  const monthName = MONTH_NAMES[month - 1];
  switch (period.kind) {
    case 'week': {
      const week = weekNumberOf(period);
      return `week ${week.number} of ${week.year} (${period.first} to ${period.last})`;
    }
    case 'ten-days':
      return `${day === 1 ? 'early' : day === 11 ? 'mid' : 'late'} ${monthName} ${year}`;
    case 'month':
      return `${monthName} ${year}`;
    case 'quarter':
      return `quarter ${(month - 1) / 3 + 1} of ${year}`;
    case 'half-year':
      return `${month === 1 ? 'first' : 'second'} half of ${year}`;
    case 'year':
      return `${year}`;
    default:
      return assertNever(period.kind);
  }
}

/** 2月9日—2月15日 */
function chineseSpan({ first, last }: Period): string {
  const from = datePartsOf(first);
  const to = datePartsOf(last);
  return `${from.month}月${from.day}日—${to.month}月${to.day}日`;
}

/**
 * The number of a week. As in ISO 8601 a week belongs to the year in which most of its days lie, that is the year of
 * its fourth day; for weeks cut elsewhere the same rule is applied.
 */
export function weekNumberOf(week: Period): { readonly year: number; readonly number: number } {
  const fourth = addDays(week.first, 3);
  const { year } = datePartsOf(fourth);
  const dayOfYear = epochDayOf(fourth) - epochDayOf(`${year}-01-01`);
  return { year, number: Math.floor(dayOfYear / 7) + 1 };
}
