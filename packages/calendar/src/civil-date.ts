/**
 * Dates without a clock or a zone, as `YYYY-MM-DD` text on the outside and as a count of days since 1970-01-01 inside.
 * Everything in this package that walks over days does it on that count, so that no time zone of a client and no
 * `Date` object can come between. The conversion is the proleptic Gregorian one in whole numbers.
 */
export type CivilDate = string;

/** 1 Monday … 7 Sunday, as in ISO 8601. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export type DateParts = { readonly year: number; readonly month: number; readonly day: number };

const DATE_SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** @returns the date, or null when the text is not a date that exists (2026-02-30, 26-2-3, …). */
export function parseCivilDate(text: string): CivilDate | null {
  const found = DATE_SHAPE.exec(text);
  if (!found) return null;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return text;
}

/** @throws RangeError when the text is not an existing date: check what people type with `parseCivilDate` first. */
export function datePartsOf(date: CivilDate): DateParts {
  if (parseCivilDate(date) === null) throw new RangeError(`not a date: ${date}`);
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** @param month 1 to 12 */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days since 1970-01-01. */
export function epochDayOf(date: CivilDate): number {
  const { year, month, day } = datePartsOf(date);
  return epochDayOfParts(year, month, day);
}

/** Counts in eras of 400 years that begin on 1 March, so that the leap day is the last day of a year. */
export function epochDayOfParts(year: number, month: number, day: number): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

export function partsOfEpochDay(epochDay: number): DateParts {
  const shifted = epochDay + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

export function dateOfEpochDay(epochDay: number): CivilDate {
  const { year, month, day } = partsOfEpochDay(epochDay);
  return dateText(year, month, day);
}

export function dateText(year: number, month: number, day: number): CivilDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

export function addDays(date: CivilDate, days: number): CivilDate {
  return dateOfEpochDay(epochDayOf(date) + days);
}

/** The corresponding day of a later month, or that month's last day when there is none (Civil Code art. 202). */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const { year, month, day } = datePartsOf(date);
  const count = year * 12 + (month - 1) + months;
  const toYear = Math.floor(count / 12);
  const toMonth = count - toYear * 12 + 1;
  return dateText(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
}

export function weekdayOf(date: CivilDate): Weekday {
  return weekdayOfEpochDay(epochDayOf(date));
}

/** 1970-01-01 was a Thursday. */
export function weekdayOfEpochDay(epochDay: number): Weekday {
  return (((((epochDay + 3) % 7) + 7) % 7) + 1) as Weekday;
}
