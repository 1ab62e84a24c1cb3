import { type CivilDate, dateText } from './civil-date.ts';

/**
 * Feast days that are certain before the State Council publishes a year: those of the Regulation on Public Holidays
 * (as amended for 2025) that the sun fixes. The lunar feasts are left out on purpose: which days around them are off
 * is what the notice decides, and a provisional deadline that turns out too early is put right in the owner's favour.
 */
export type FeastDay = { readonly date: CivilDate; readonly name: string };

export function certainFeastDays(year: number): readonly FeastDay[] {
  return [
    { date: dateText(year, 1, 1), name: '元旦' },
    { date: dateText(year, 4, tombSweepingDay(year)), name: '清明' },
    { date: dateText(year, 5, 1), name: '劳动节' },
    ...(year >= 2025 ? [{ date: dateText(year, 5, 2), name: '劳动节' }] : []),
    { date: dateText(year, 10, 1), name: '国庆节' },
    { date: dateText(year, 10, 2), name: '国庆节' },
    { date: dateText(year, 10, 3), name: '国庆节' },
  ];
}

/** Day of April of the solar term 清明, by the usual approximation for the years 2000 to 2099: the 4th or the 5th. */
function tombSweepingDay(year: number): number {
  const ofCentury = year - 2000;
  return Math.floor(ofCentury * 0.2422 + 4.81) - Math.floor(ofCentury / 4);
}
