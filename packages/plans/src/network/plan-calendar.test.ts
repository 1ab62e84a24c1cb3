import { describe, expect, test } from 'vitest';
import { activity, network, office, officeDays, row, scheduled } from './network.example.ts';
import type { PlanCalendar } from './plan-calendar.ts';
import { schedule } from './schedule.ts';

const span = (calendar: Partial<PlanCalendar>, duration: number, today: string) => {
  const { earliestStart, earliestFinish } = row(
    scheduled({ today, calendars: [{ ...officeDays, ...calendar }], activities: [activity('A', duration)] }),
    'A',
  );
  return [earliestStart, earliestFinish];
};

describe('working time of a plan', () => {
  test('winter stops outdoor work every year, over New Year', () => {
    const winter = [{ kind: 'winter' as const, name: '冬季停工', from: '11-15', to: '03-15' }];
    // 12 and 13 November 2026 (Thursday, Friday), then 16 March 2027
    expect(span({ stops: winter }, 3, '2026-11-12')).toEqual(['2026-11-12', '2027-03-16']);
  });

  test('the rainy season stops it within a year, other stops on full dates', () => {
    const stops = [
      { kind: 'rain' as const, name: '汛期', from: '06-01', to: '08-31' },
      { kind: 'other' as const, name: '中秋国庆保障', from: '2026-09-20', to: '2026-10-10' },
    ];
    expect(span({ stops }, 2, '2026-06-10')).toEqual(['2026-09-01', '2026-09-02']);
    expect(span({ stops }, 1, '2026-09-20')).toEqual(['2026-10-12', '2026-10-12']);
  });

  test('a leap day as the end of a window is the last of February in other years', () => {
    const stops = [{ kind: 'winter' as const, name: '冬季', from: '12-01', to: '02-29' }];
    expect(span({ week: 'every_day', stops }, 1, '2027-01-05')).toEqual(['2027-03-01', '2027-03-01']);
    expect(span({ week: 'every_day', stops }, 1, '2028-01-05')).toEqual(['2028-03-01', '2028-03-01']);
  });

  test('six days a week: Saturdays are worked, holidays are not', () => {
    expect(span({ week: [1, 2, 3, 4, 5, 6] }, 6, '2026-03-05')).toEqual(['2026-03-05', '2026-03-11']);
    // 30 September, then 8, 9, 10 October
    expect(span({ week: [1, 2, 3, 4, 5, 6] }, 4, '2026-09-30')).toEqual(['2026-09-30', '2026-10-10']);
  });

  test('a week that works on holidays too', () => {
    expect(span({ week: [1, 2, 3, 4, 5], holidays: 'worked' }, 3, '2026-09-30')).toEqual(['2026-09-30', '2026-10-02']);
  });

  test('in a year without a notice the feasts that are certain are off', () => {
    // 1 to 3 October 2027 are a Friday, a Saturday and a Sunday
    expect(span({ week: [1, 2, 3, 4, 5, 6, 7] }, 2, '2027-09-30')).toEqual(['2027-09-30', '2027-10-04']);
    expect(span({ week: 'every_day' }, 2, '2027-09-30')).toEqual(['2027-09-30', '2027-10-01']);
  });

  test('single days decide last', () => {
    const days = [
      { date: '2026-03-07', works: true },
      { date: '2026-03-09', works: false },
    ];
    expect(span({ days }, 3, '2026-03-06')).toEqual(['2026-03-06', '2026-03-10']);
  });

  test('a night shift counts the dates on which it begins', () => {
    expect(span({ shift: 'night' }, 5, '2026-03-02')).toEqual(span({}, 5, '2026-03-02'));
  });

  test('a day outside the calendars is refused with its row', () => {
    const calendars = [officeDays, { ...officeDays, id: 'two', days: [{ date: '1999-01-01', works: true }] }];
    expect(schedule(network({ calendars }), office)).toMatchObject({
      code: 'network.date_outside_calendar',
      params: { network_list: 'calendars', row: 2, id: 'two' },
    });
  });
});
