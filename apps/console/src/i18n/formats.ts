import type { Locale } from '@duban/contract/problem-texts';
import { useTranslation } from 'react-i18next';

/** Everything is told in the time of the district, wherever the browser is. */
const timeZone = 'Asia/Shanghai';

export type Formats = {
  /** an instant: 2026-02-12 15:30 */
  readonly dateTime: (instant: string) => string;
  /** an instant's or a plain date's day: 2026-02-12 */
  readonly date: (instantOrDate: string) => string;
  /** 2月12日 周四 / Thu, 12 Feb */
  readonly day: (instantOrDate: string) => string;
  readonly time: (instant: string) => string;
  readonly number: (value: number) => string;
  /** 12.3万 / 123,000: large counts as the reader of the language expects them */
  readonly large: (value: number) => string;
  readonly bytes: (value: number) => string;
  /** 2天3小时 / 2 d 3 h, rounded down to the two largest units; the sign is the caller's */
  readonly duration: (milliseconds: number) => string;
};

const cache = new Map<Locale, Formats>();

export function formatsOf(locale: Locale): Formats {
  const known = cache.get(locale);
  if (known) return known;
  const made = makeFormats(locale);
  cache.set(locale, made);
  return made;
}

export function useFormats(): Formats {
  const { i18n } = useTranslation();
  return formatsOf(i18n.language === 'en' ? 'en' : 'zh-CN');
}

function makeFormats(locale: Locale): Formats {
  // The Swedish form of dates is ISO 8601, which both our readers use in tables.
  const iso = new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, hour: '2-digit', minute: '2-digit' });
  const weekday = new Intl.DateTimeFormat(locale, {
    timeZone,
    month: locale === 'en' ? 'short' : 'long',
    day: 'numeric',
    weekday: 'short',
  });
  const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const instantOf = (text: string) => new Date(text.length === 10 ? `${text}T12:00:00+08:00` : text);
  return {
    dateTime: (instant) => `${iso.format(instantOf(instant))} ${clock.format(instantOf(instant))}`,
    date: (day) => iso.format(instantOf(day)),
    day: (day) => weekday.format(instantOf(day)),
    time: (instant) => clock.format(instantOf(instant)),
    number: (value) => plain.format(value),
    large: (value) => (locale === 'en' ? plain.format(value) : chineseLarge(value, plain)),
    bytes: (value) => bytesText(value, plain),
    duration: (milliseconds) => durationText(milliseconds, locale),
  };
}

function chineseLarge(value: number, plain: Intl.NumberFormat): string {
  if (Math.abs(value) >= 100_000_000) return `${plain.format(value / 100_000_000)}亿`;
  if (Math.abs(value) >= 10_000) return `${plain.format(value / 10_000)}万`;
  return plain.format(value);
}

function bytesText(value: number, plain: Intl.NumberFormat): string {
  if (value >= 1_048_576) return `${plain.format(Math.round(value / 104_857.6) / 10)} MB`;
  return `${plain.format(Math.max(1, Math.round(value / 1024)))} kB`;
}

function durationText(milliseconds: number, locale: Locale): string {
  const minutes = Math.floor(Math.abs(milliseconds) / 60_000);
  const [day, hour, minute] = locale === 'en' ? [' d', ' h', ' min'] : ['天', '小时', '分钟'];
  const gap = locale === 'en' ? ' ' : '';
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  if (days >= 3 || (days && !hours)) return `${days}${day}`;
  if (days) return `${days}${day}${gap}${hours}${hour}`;
  if (hours >= 6 || (hours && !(minutes % 60))) return `${hours}${hour}`;
  if (hours) return `${hours}${hour}${gap}${minutes % 60}${minute}`;
  return `${minutes}${minute}`;
}
